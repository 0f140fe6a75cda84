/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNITE_STATE_H
#define FASEN_UNITE_STATE_H

#include "fold.h"
#include "identity.h"
#include "unite.h"
#include "version.h"

/*
 * Two dossiers that become one: for unite_records.c, unite_mark.c, which tells whose records are
 * whose, unite_client.c, their registrations, and unite_phases.c, their trajectories.
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
	const char *mark;	/* whose b's records are; NULL: a is b under another id */
	struct turns turns;	/* days on which a's trajectory ended and b's began */
	bool *meets[2];		/* of each trajectory of a and of b: the other's one overlaps it */
	size_t *where[2];	/* of each record about a phase: its trajectory */
	struct problems *problems;
};

void unite_add(struct making *, const char *bytes, size_t n, long line, bool runs);

/*
 * Whose the records are. Each of b's keeps in Uit_dossier the first id that b had, so that it is
 * never taken for one of a's that says the same: not when it is taken back, nor when what was added
 * to a copy of either dossier comes later. Finds the mark, and whether a took b over before. False
 * with the reason when it was the other way round.
 */
bool unite_find_mark(struct uniting *);

/* Makes b's records those of a's client, each with its mark. False with the reason. */
bool unite_mark_records(struct uniting *);

/* The mark of a record, or "". */
const char *unite_mark_of(const struct record *);

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
 * Whose phases hold in those. And takes back those of b or of a there; they are kept. Where it was
 * the other way round before, those that hold now are taken back no longer.
 */
enum unite_phases {
	UNITE_A, UNITE_B,
	UNITE_ASIS,		/* of two that became one before: nothing new */
	UNITE_REFUSED		/* not known; with the reason */
};
enum unite_phases unite_choose_phases(struct uniting *);
void unite_take_back_phases(struct uniting *, bool of_b);

/* Whether trajectories that do not overlap all stand in what was made; else says so. */
bool unite_check_apart(struct uniting *);

/* What is remarked on b's registration leads what comes next; once, for a may have it by now. */
void unite_take_remarks(struct uniting *);

/* What they took over, the ids and what is known elsewhere by them, written whole. */
void unite_take_ids(struct uniting *);

#endif
