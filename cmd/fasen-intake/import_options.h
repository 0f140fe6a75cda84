/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_IMPORT_OPTIONS_H
#define FASEN_INTAKE_IMPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"

/* How CSV files are imported; strings stay the caller's. */
struct import_options {
	const char *directory, *prefix;	/* NULL = none */
	char *const *known_in;
	size_t nknown;
	const char *encoding;		/* NULL = UTF-8, or UTF-16 by its mark */
	char delimiter;			/* 0 = found */
	enum date_order dates;
	const char *rejects, *report;	/* NULL = none */
	bool update;
	bool quiet;			/* no counts when nothing happened */
};

#endif
