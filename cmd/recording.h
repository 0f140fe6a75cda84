#ifndef FASEN_RECORDING_H
#define FASEN_RECORDING_H

#include "call.h"
#include "dossier.h"
#include "fold.h"

/*
 * The one thing that a call records: a verb's record with its fields from
 * options. Order: recording_begin, draft_put for what the verb itself gives,
 * recording_ready, then recording_append for each dossier, recording_release.
 */
struct recording {
	struct call *call;
	struct draft draft;
	bool refused;			/* by the model: dossiers pass unchanged, exit 1 */
	struct fold state;		/* of the dossier at hand, over all its records */
	struct problems problems;
};

void recording_begin(struct recording *, struct call *, enum kind);

/*
 * Takes the field options that the kind has, Op, Door and Vastgelegd, and holds all against schema
 * and model, before any dossier is read. Exits with 2 for a value of the wrong type, a required
 * field missing or an option without effect; `verb` names the call in that message: "--goal".
 */
void recording_ready(struct recording *, const char *verb);

/*
 * Sets Op, Door and, where it differs, Vastgelegd, unless they are set. recording_ready does it;
 * for drafts made otherwise.
 */
void recording_sign(const struct call *, struct draft *);

/*
 * What errors before any dossier make of a call: 2, a wrong one; 1, the model refuses a value; 0
 * without.
 */
int recording_fault(const struct problems *);

/*
 * Names the scale of a score on a life domain: where none is given, the model's first.
 * recording_ready does it.
 */
void recording_scale(const struct call *, struct draft *);

/*
 * Folds all records of the dossier into recording->state, for an act that has to know more first.
 */
bool recording_fold(struct recording *, const struct dossier *);

/*
 * Appends the draft when the dossier allows it. Returns what a filter_act returns: 0,
 * recording->state then folded with the record, or FILTER_ATTENTION; the reason, and what is to be
 * warned of, is said.
 */
int recording_append(struct recording *, struct dossier *);

/*
 * The same for what was appended already, one record or several: all of it stands, or all is taken
 * back. `closed` says that the dossier was closed before; the state is that of appended_judge.
 */
int recording_settle(const struct call *, struct dossier *, bool closed, struct fold *);

/*
 * As appended_judge, with a warning when the dossier was closed and still is; for an act that says
 * by itself where what stands.
 */
bool recording_judge(const struct call *, const struct dossier *, bool closed, struct fold *,
    struct problems *);

void recording_release(struct recording *);

#endif
