/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ADVANCE_H
#define FASEN_ADVANCE_H

#include "cmdline.h"
#include "dossier.h"
#include "draft.h"
#include "filter.h"
#include "fold.h"
#include "transition.h"

/*
 * Closed dossiers of a batch pass in silence: the refusal of a first one is held back, and dropped
 * when a second dossier was read, whatever became of that. Begin with all zeroes.
 */
struct batch {
	struct problems held;
};

/* It is closed: takes the refusal. With -c it is always said. Returns what a filter_act returns. */
int batch_closed(struct batch *, const struct cmdline *, struct problems *refusal);

/* filter_run, and says what is to be said of a closed one in the end. Returns the exit status. */
int batch_run(struct batch *, const struct cmdline *, filter_act *, void *context);

/* What fasen-advance was asked to record. */
struct move {
	const struct cmdline *call;
	struct batch batch;
	const struct model_phase *to;	/* --to, or NULL */
	const char *reason;		/* --reden, or NULL */
	const char *target;		/* --streefdatum, or NULL */
	struct draft own;		/* the fields of the model's own */
	bool override, reopen;
	bool refused;			/* by the model: dossiers pass unchanged */
	struct fold now;		/* over all records */
	struct fold state;		/* on the day of the move */
	struct transition transition;
	struct problems problems;
};

/*
 * Moves the dossier to the next phase or the one asked for, or says why not. A filter_act; the
 * context is a struct move.
 */
int move_dossier(struct dossier *, void *context);

/*
 * Whether the day of a fase or uitstroom comes after those of `now`, the fold over all records.
 * Adds the problem when not.
 */
bool move_day_fits(const struct fold *now, date on, struct problems *);

void move_release(struct move *);

/* The line at which the dossier says in which phase it is. */
long move_line(const struct fold *);

/* The view --check, or --ask: to standard output. Returns the exit status. */
int show_check(struct cmdline *);
int show_ask(struct cmdline *);

/* --ask of the phase of that name (code, number or alias), for which no dossier is read. */
int show_phase(struct cmdline *, const char *name);

/*
 * Closes with a reason and the field options; prints forms for closing; closes what was filled in.
 * Return the exit status.
 */
int run_close(struct cmdline *, const char *reason);
int run_form(const struct cmdline *, const char *kind);
int run_fill(struct cmdline *, const char *path);

#endif
