/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNITE_STATE_H
#define FASEN_UNITE_STATE_H

#include "fold.h"
#include "identity.h"
#include "unite.h"
#include "version.h"

/*
 * Two dossiers that become one: for unite_records.c, unite_client.c, their registrations, and
 * unite_phases.c, their trajectories.
 */

/* A version in the making: its text, and what each line of it is called in messages. */
struct making {
	struct text text;
	long *lines;
	size_t n, cap;
};

struct uniting {
	struct join *join;
	const struct unite *how;
	struct version a, b;
	struct fold of_a, of_b;
	struct identities goals[2], actions[2];	/* of a and of b */
	struct making to_a, to_b;
	bool again;		/* a took b over before */
	bool *meets[2];		/* of each trajectory of a and of b: the other's one overlaps it */
	size_t *where[2];	/* of each record about a phase: its trajectory */
	struct problems *problems;
};

void unite_add(struct making *, const char *bytes, size_t n, long line, bool runs);

/* Adds a record that is made here; it stands for a line of what it comes from. */
void unite_add_draft(struct uniting *, struct making *, const struct draft *, long line);
void unite_sign(const struct uniting *, struct draft *);

/* What b's registration says that a does not, dated as it was. */
void unite_take_registration(struct uniting *);

/* Where b's first trajectory stands on its own: what begins it, unless b has that. */
void unite_take_begin(struct uniting *);

/* Finds which trajectories of the two overlap. */
void unite_find_meeting(struct uniting *);

/*
 * Whose phases hold in those: 0 a's, 1 b's; -1 with the reason when that is not known. And takes
 * back those of b or of a there; they are kept.
 */
int unite_choose_phases(struct uniting *);
void unite_take_back_phases(struct uniting *, bool of_b);

/* Whether trajectories that do not overlap all stand in what was made; else says so. */
bool unite_check_apart(struct uniting *);

/* What is remarked on b's registration leads what comes next; once, for a may have it by now. */
void unite_take_remarks(struct uniting *);

/* What they took over, the ids and what is known elsewhere by them, written whole. */
void unite_take_ids(struct uniting *);

#endif
