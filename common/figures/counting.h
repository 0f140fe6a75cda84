#ifndef FASEN_COUNTING_H
#define FASEN_COUNTING_H

#include <stdbool.h>

#include "count.h"

/* The words that counting needs again and again, as numbers of the tally. */
struct count_words {
	word_id dash;			/* "-" */
	word_id *phases, *nationals;	/* of the model: a phase's code, a reason's Landelijk */
	word_id *unmet;			/* "phase: Eist", phase by phase */
	word_id stands[STAND_CODES];
	word_id *principles;
	word_id lacks[KINDS][SLOTS];	/* "kind.Field"; WORD_NONE until it is needed */
};

/* One trajectory being counted for one period and group; shared by the files of figures only. */
struct counting {
	struct tally *tally;
	const struct fold *state;
	struct count_words *words;
	size_t trajectory;	/* index */
	size_t period;
	word_id group;
	date from, at;		/* the period up to its T */
};

void count_add(const struct counting *, enum measure, word_id row, word_id column, long value);
bool count_within(const struct counting *, date);
bool count_ended(const struct counting *, const struct trajectory *);

/* The word of a field's value; that of "-" when it has none. */
word_id count_word(const struct counting *, const struct entry *, enum slot);

/* This entry, or the first behind it of its kind, in the trajectory; or NULL. */
const struct entry *count_here(const struct counting *, const struct entry *);

/* Scores, domains asked about, goals; of an open trajectory the principles and what is lacking. */
void count_goals(const struct counting *);
void count_principles(const struct counting *);
void count_quality(const struct counting *);

#endif
