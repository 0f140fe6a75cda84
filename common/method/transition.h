/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TRANSITION_H
#define FASEN_TRANSITION_H

#include <stdbool.h>
#include <stddef.h>

#include "fold.h"
#include "model.h"

/*
 * Where a client can go from the current phase, and what keeps the client from it
 * (rules.md "Conditions", fasen-advance(1)). Looks only; recording it is another's work.
 */

/* Why there is no way, apart from conditions. */
enum obstacle {
	OBSTACLE_NONE,
	OBSTACLE_UNKNOWN,	/* the model has no phase of the code that the dossier is in */
	OBSTACLE_EVALUATION,	/* an evaluation must say where to (Na), and there is none since
				   the phase was entered */
	OBSTACLE_DECISION,	/* the last evaluation's decision leads nowhere */
	OBSTACLE_LAST,		/* the model's last phase */
	OBSTACLE_SAME,		/* it is the current phase */
	OBSTACLE_REASON		/* a move back asks for a reason */
};

struct unmet {
	const struct model_phase *phase;	/* whose condition it is */
	const struct condition *condition;
};

struct transition {
	const struct model_phase *from;		/* NULL before the first phase, or when unknown */
	const struct model_phase *to;		/* NULL when there is none */
	enum obstacle obstacle;
	const char *decision;			/* of the last evaluation since the phase was
						   entered, or NULL */
	struct unmet *unmet;
	size_t n, cap;
};

/*
 * The next phase: the first `Na` of the last evaluation's decision, else the next of the model;
 * of a dossier without phase the first. With the current phase's unmet conditions. Begin with all
 * zeroes; call again as often as wanted. It points into the model and the state.
 */
void transition_next(struct transition *, const struct fold *);

/*
 * A phase that somebody names. Back, or from a phase that the model does not know, asks for a
 * reason and for no conditions; forward for the conditions of the current and of every phase
 * between. Where an `Na` of the last decision leads, the current phase's conditions are enough,
 * back too.
 */
void transition_to(struct transition *, const struct fold *, const struct model_phase *,
    bool reason);

/* Whether nothing stands in the way. */
bool transition_ready(const struct transition *);

void transition_release(struct transition *);

#endif
