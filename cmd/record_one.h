/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORD_ONE_H
#define FASEN_RECORD_ONE_H

#include "cmdline.h"
#include "dossier.h"
#include "fold.h"

/*
 * The one thing that a call records: a verb's record with its fields from
 * options. Order: record_one_begin, draft_put for what the verb itself gives,
 * record_one_ready, then record_one_append for each dossier, record_one_release.
 */
struct record_one {
	struct cmdline *call;
	struct draft draft;
	bool refused;			/* by the model: dossiers pass unchanged, exit 1 */
	struct fold state;		/* of the dossier at hand, over all its records */
	struct problems problems;
};

void record_one_begin(struct record_one *, struct cmdline *, enum kind);

/*
 * Takes the field options that the kind has, Op, Door and Vastgelegd, and holds all against schema
 * and model, before any dossier is read. Exits with 2 for a value that our own schema refuses, a
 * required field missing or an option without effect; `verb` names the call in that message:
 * "--goal".
 */
void record_one_ready(struct record_one *, const char *verb);

/*
 * Sets Op, Door and, where it differs, Vastgelegd, unless they are set. record_one_ready does it;
 * for drafts made otherwise.
 */
void record_one_sign(const struct cmdline *, struct draft *);

/*
 * What errors in a record of the kind make of a call before any dossier: 2, a wrong one; 1, the
 * model refuses a value; 0 without.
 */
int record_one_fault(const struct problems *, const struct schema_kind *);

/*
 * Names the scale of a score on a life domain: where none is given, the model's first.
 * record_one_ready does it.
 */
void record_one_scale(const struct cmdline *, struct draft *);

/* Folds all records of the dossier into its state, for an act that has to know more first. */
bool record_one_fold(struct record_one *, const struct dossier *);

/*
 * Appends the draft when the dossier allows it. Returns what a filter_act returns: 0, the state
 * then folded with the record, or FILTER_ATTENTION; the reason, and what is to be warned of, is
 * said.
 */
int record_one_append(struct record_one *, struct dossier *);

/*
 * The same for what was appended already, one record or several: all of it stands, or all is taken
 * back. `closed` says that the dossier was closed before; the state is that of appended_judge.
 */
int record_one_settle(const struct cmdline *, struct dossier *, bool closed, struct fold *);

/*
 * As appended_judge, with a warning when the dossier was closed and still is; for an act that says
 * by itself where what stands.
 */
bool record_one_judge(const struct cmdline *, const struct dossier *, bool closed, struct fold *,
    struct problems *);

void record_one_release(struct record_one *);

#endif
