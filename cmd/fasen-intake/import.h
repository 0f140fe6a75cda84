#ifndef FASEN_INTAKE_IMPORT_H
#define FASEN_INTAKE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "cmdline.h"
#include "date.h"
#include "mapping.h"

/* How CSV files are imported; strings stay the caller's. */
struct import_options {
	const char *directory, *prefix;	/* NULL = none */
	char *const *known_in;
	size_t nknown;
	const char *encoding;		/* NULL = UTF-8, or UTF-16 by its mark */
	char delimiter;			/* 0 = found */
	enum date_order dates;
	const char *rejects;		/* NULL = none */
	bool update;
	bool quiet;			/* no counts when nothing happened */
};

/*
 * Registers the rows of the operands' CSV files. Takes the mapping and releases it. Returns the
 * exit status.
 */
int import_run(const struct cmdline *, struct mapping *, const struct import_options *);

#endif
