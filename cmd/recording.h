#ifndef FASEN_RECORDING_H
#define FASEN_RECORDING_H

#include "call.h"
#include "dossier.h"
#include "state.h"

/*
 * The one thing that a call records: a verb's record with its fields from
 * options. Order: recording_begin, draft_set for what the verb itself gives,
 * recording_ready, then recording_append for each dossier, recording_release.
 */
struct recording {
	struct call *call;
	struct draft draft;
	bool refused;			/* by the model: dossiers pass unchanged, exit 1 */
	struct state state;		/* of the dossier at hand, over all its records */
	struct problems problems;
};

void recording_begin(struct recording *, struct call *, const char *kind);

/*
 * Takes the field options that the kind has, Op, Door and Vastgelegd, and holds all against
 * schema and model. Exits with 2 for a value of the wrong type, a required field missing or
 * an option without effect; `verb` names the call in that message: "--goal".
 */
void recording_ready(struct recording *, const char *verb);

/* Sets Op, Door and, where it differs, Vastgelegd, unless they are set. recording_ready does it; for drafts made otherwise. */
void recording_sign(const struct call *, struct draft *);

/*
 * Warns of a name that is nearly one of the words that a field knows, as in Wie: clinet; who is meant decides
 * on conditions and figures. recording_ready does it.
 */
void recording_words(const struct draft *, const char *file, long line, struct problems *);

/* Names the scale of a score on a life domain: where none is given, the model's first. recording_ready does it. */
void recording_scale(const struct call *, struct draft *);

/*
 * Folds all records of the dossier into recording->state, for an act that gives ids or looks
 * at goals before it appends; the state is stale after dossier_append. Returns false when it is empty.
 */
bool recording_fold(struct recording *, const struct dossier *);

/*
 * Appends the draft when the dossier allows it. Warns when the dossier is closed. Returns
 * what a filter_act returns: 0 or FILTER_ATTENTION, the reason said.
 */
int recording_append(struct recording *, struct dossier *);

void recording_release(struct recording *);

#endif
