/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOURNEY_H
#define FASEN_JOURNEY_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * A client's journey: the stays in phases one after another, the ways back, and the destinations.
 * The reiskaart draws it; journey_words says the same to those who cannot see the picture.
 */

/* One `fase` record until the next one, or the end, of its trajectory. */
struct journey_stay {
	const struct entry *entry;	/* its fase */
	size_t row;			/* index of the phase in the model; nphases when the
					   model does not have it */
	date from, to;			/* to: of the last of an open trajectory, the day of the
					   state; never before from */
	size_t trajectory;
	bool back;			/* entered from a phase that comes later in the model */
	bool onward;			/* so too, but an evaluation said to go on: nobody went
					   back */
	bool last;			/* of its trajectory */
};

struct journey {
	const struct fold *state;
	struct journey_stay *stays;
	size_t n;
	size_t back;			/* how many of them went back */
	bool strange;			/* some phase is not in the model */
};

/* Takes the stays from the state, which must outlive it. */
void journey_begin(struct journey *, const struct fold *);
void journey_release(struct journey *);

/* Name of the phase of a stay; its code when the model has no such phase. */
const char *journey_phase(const struct journey *, const struct journey_stay *, enum lang);

/* "back to " or "on with ", or nothing: how a phase was entered. */
const char *journey_turn(const struct journey_stay *, enum lang);

/*
 * How a trajectory ended, in words: "Closed: Finished according to plan"; nothing while it is open.
 */
void journey_end_words(struct text *to, const struct journey *, size_t trajectory, enum lang);

/*
 * The day on which a finished goal was finished: Op of its latest stand; DATE_NONE while it is not.
 */
date journey_arrival(const struct entry *doel);

/* What a goal is called on the map: the number in its id, where it is one of ours. */
const char *journey_goal_number(const struct entry *doel);

/* How far a goal is, as the signs tell it. */
enum journey_flag { FLAG_AHEAD, FLAG_BUSY, FLAG_REACHED, FLAG_PARTLY, FLAG_STOPPED, FLAG_LEFT,
    FLAG_COUNT };

/* FLAG_LEFT: not finished when its trajectory ended. */
enum journey_flag journey_flag(const struct fold *, const struct entry *doel);

/* What the flag means: "attained". */
const char *journey_flag_words(enum journey_flag, enum lang);

/* Adds the whole journey in sentences, one a line. */
void journey_words(struct text *to, const struct journey *, enum lang);

#endif
