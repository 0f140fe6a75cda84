/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_PROGRESS_H
#define FASEN_INTAKE_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

/*
 * How far an import is: a line on standard error that is written over, when that is a terminal and
 * the work is long.
 */
struct progress {
	bool terminal, shown;
	time_t shown_at;
};

void progress_begin(struct progress *);

/* After each row. Shows it about once a second. */
void progress_show(struct progress *, size_t rows, size_t registered);

/* Before anything else is written there. */
void progress_clear(struct progress *);

#endif
