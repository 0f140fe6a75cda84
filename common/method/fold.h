/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FOLD_H
#define FASEN_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "date.h"
#include "dossier.h"
#include "entry.h"
#include "entry_table.h"
#include "model.h"

/* The one fold: what a dossier says on a date, as known on a date (fasen-dossier(5), "Folding"). */
enum trajectory_end { TRAJECTORY_OPEN, TRAJECTORY_UITSTROOM, TRAJECTORY_NIET_GEPLAATST };

struct trajectory {
	date begin, end;		/* end: DATE_NONE while open; never before begin */
	date ended;			/* Op of what closed it */
	date last;			/* the latest Op of its entries; DATE_NONE without */
	enum trajectory_end how;
	bool off_scale;			/* there is a score in it that its scale does not have */
	const struct entry *closing;	/* the uitstroom or intake that ended it */
};

struct score {
	const char *domain, *scale;	/* codes */
	date op;
	long value;
	size_t trajectory;
	const struct record *record;
	size_t before, after;	/* the one before and after it on that scale: index + 1; 0 = none */
};

struct fold {
	const struct dossier *dossier;
	const struct model *model;
	date at, known;
	struct entry *entries;		/* in folding order of their first record */
	size_t n, cap;
	struct entry_table named;	/* of amending kinds by key; the latest akkoord by Wie,
					   Waarop and Met */
	const struct entry *first[KINDS];	/* of each kind, in folding order: e = e->next
						   gives the others */
	struct entry *last[KINDS];
	const struct entry *client;	/* never NULL after fold_day returned true */
	struct trajectory *trajectories;
	size_t ntrajectories, trajectories_cap;
	struct score *scores;		/* in folding order; one per domain, scale and day */
	size_t nscores, scores_cap;
	const struct entry *phase;	/* the latest fase, or NULL */
	const struct entry *settled;	/* the latest stand that what it is about knows, or NULL */
	bool passing;			/* a strength or somebody of the network has a last day */
	bool strengths_named;		/* the table has them by their words */
	date registered;		/* Aangemeld of the first record; DATE_NONE */
	bool *taken;			/* by place in the dossier: taken back, as known; or NULL */
	struct placed *order;		/* the records that are known and stand, in folding order */
	size_t norder, order_cap;
	size_t next;			/* of them: the first that is not folded yet */
	uint32_t fresh;			/* the kinds of those that the last fold_to folded */
	struct arena arena;
};

/*
 * Folds a dossier day by day, so that all the days of a report cost one fold: begin, then ask for
 * days in ascending order. Only records that were recorded up to `known` are there (DATE_LAST =
 * all). Both return false when the client is not registered by then. Begin with all zeroes; begin
 * again as often as wanted, release at the end. It points into the dossier and the model.
 */
bool fold_begin(struct fold *, const struct dossier *, const struct model *, date known);
bool fold_to(struct fold *, date at);

/* Whether fold_begin would return true. */
bool fold_registered(const struct dossier *, date known);

/* The same for one day. */
bool fold_day(struct fold *, const struct dossier *, const struct model *, date at, date known);
void fold_release(struct fold *);

/* Whether a record is no entry of a phase, but changes the pace of the present one. */
static inline bool
fold_paces(const struct record *r)
{
	return r->kind == KIND_FASE && r->full >> FASE_SINDS & 1;
}

/* Whether a record of the dossier is taken back, as known (fasen-dossier(5), "Taking back"). */
static inline bool
fold_taken(const struct fold *s, const struct record *r)
{
	return s->taken != NULL && s->taken[r - s->dossier->records];
}

/* The current trajectory: the last. It is closed when it has ended. */
const struct trajectory *fold_trajectory(const struct fold *);

/* Whether the entry is of it. */
static inline bool
fold_current(const struct fold *s, const struct entry *e)
{
	return e->trajectory == s->ntrajectories - 1;
}

bool fold_closed(const struct fold *);

/* Its number while it is open, else (size_t)-1. */
size_t fold_open(const struct fold *);

/* The i-th of the records that are folded, in folding order; i < next. */
const struct record *fold_record_at(const struct fold *, size_t i);

/* The last of a kind in folding order, or NULL; of the current trajectory when `current`. */
const struct entry *fold_last(const struct fold *, enum kind, bool current);

/*
 * The day since which the client of the current trajectory waits: of the first of the latest
 * decisions that all say wachtlijst; or DATE_NONE.
 */
date fold_waiting_since(const struct fold *);

/* Whether a strength that has not ended stands in the domain. */
bool fold_strength_on(const struct fold *, const char *domain);

/* The entry of an amending kind with that key, or NULL. */
const struct entry *fold_keyed(const struct fold *, enum kind, const char *key);

/*
 * The series of a domain on a scale: the i-th score from the first, or NULL. `trajectory`
 * (size_t)-1 = any.
 */
const struct score *fold_score(const struct fold *, const char *domain, const char *scale,
    size_t trajectory, size_t i);

/*
 * The latest score of a domain, on any scale, or NULL; and the scale that it is on is its `scale`.
 */
const struct score *fold_latest_score(const struct fold *, const char *domain);

#endif
