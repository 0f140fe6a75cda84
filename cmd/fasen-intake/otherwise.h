/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_OTHERWISE_H
#define FASEN_INTAKE_OTHERWISE_H

#include <stdbool.h>
#include <stddef.h>

#include "cmdline.h"
#include "dossier.h"
#include "draft.h"
#include "entry.h"
#include "seen.h"

/* What becomes of what the export says otherwise. */
enum otherwise_fate {
	OTHERWISE_RECORDED,
	OTHERWISE_ONCE,		/* left: the map fills the field once */
	OTHERWISE_KEPT,		/* left: it was said before, and changed in fasen since */
	OTHERWISE_TAKEN,	/* left: it was taken back; named by its kind */
	OTHERWISE_LEFT		/* left: nothing is updated */
};

/*
 * What was recorded after the registration and the export says otherwise: a value that another
 * recorded, or that took the place of the one which the export has still. Each field with the
 * number of dossiers and the first day. Of what is left, for nothing is updated: all that the
 * export says otherwise.
 */
struct otherwise {
	struct otherwise_field {
		char *name;		/* FIELD of client, or KIND.FIELD */
		enum otherwise_fate fate;
		size_t n;
		date since;		/* DATE_LAST of OTHERWISE_LEFT and _TAKEN */
	} *at;
	size_t n, cap;
	struct seen *dossiers;		/* that were counted, by field; NULL = none yet */
};

/*
 * Looks at a field of the draft, which says otherwise than the entry of its key by the call that
 * imports. Adds it to *to, once, where it was recorded so; KEPT in any case. Begin with all zeroes.
 */
void otherwise_look(struct otherwise *to, const struct dossier *, const struct entry *,
    const struct draft *,
    const struct draft_field *, const struct cmdline *, enum otherwise_fate);

/*
 * Whether the draft has the day of the record, which is of another day than this run: then the
 * export changed, or somebody corrected the record in an editor; the record does not tell which.
 */
bool otherwise_corrects(const struct draft *, const struct record *, date today);

/* Adds a field of the draft, once, which the record says otherwise. */
void otherwise_add(struct otherwise *to, const struct draft *, const struct draft_field *,
    const struct record *, enum otherwise_fate);

/* Counts a record that the export has still, or part of it, and that was taken back. */
void otherwise_taken(struct otherwise *to, const struct draft *);

/* Adds what the dossier got appended, each field of it once: it is left. */
void otherwise_left(struct otherwise *to, const struct dossier *);

/*
 * Adds what was found in the dossier of that client, each field once however many rows say it, and
 * empties it.
 */
void otherwise_move(struct otherwise *to, struct otherwise *from, const char *client);

/* A line for each field. What the map leaves as it is only where `all`. */
void otherwise_say(const struct otherwise *, bool all);

void otherwise_release(struct otherwise *);

#endif
