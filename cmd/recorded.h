/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORDED_H
#define FASEN_RECORDED_H

#include "cmdline.h"
#include "dossier.h"

/*
 * Tells somebody at a terminal what was written in place: of one dossier which records and the
 * phase that it is in now, of several how many. Nothing where standard error is no terminal. All
 * zeroes is nothing recorded.
 */
struct recorded {
	size_t records, dossiers;	/* of files that were written */
	size_t pending_records, pending_dossiers;
	struct text line;		/* of the first dossier */
};

/* Notes what was appended to a dossier; it counts when the file is written. */
void recorded_add(struct recorded *, const struct cmdline *, const struct dossier *);

/* The file was written, or not. */
void recorded_file(struct recorded *, bool written);

/* Says it, and frees what it holds. */
void recorded_say(struct recorded *);

#endif
