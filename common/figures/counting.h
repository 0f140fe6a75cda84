/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COUNTING_H
#define FASEN_COUNTING_H

#include <stdbool.h>

#include "fold.h"
#include "grouping.h"
#include "tally.h"
#include "trait.h"

enum { COUNT_MEMO = 64 };

/* The words that counting needs again and again, as numbers of the tally. */
struct count_words {
	word_id dash, unknown;		/* "-"; what no schema or model knows */
	/* Of the model: a phase's code, a domain's, a reason's Landelijk. */
	word_id *phases, *domains, *nationals;
	word_id *unmet;			/* "phase: Eist", phase by phase */
	word_id stands[STAND_CODES];
	word_id traits[TRAITS], off_scale;
	word_id *principles;
	word_id lacks[KINDS][SLOTS];	/* "kind.Field"; WORD_NONE until it is needed */
	/* By where they stand in the dossier at hand: each period asks for the same words. */
	struct count_memo {
		const char *at[COUNT_MEMO];
		word_id word[COUNT_MEMO];
	} at_value, at_domain;
};

/* Counts that hold for the periods to come too, until a record is folded that may change them. */
struct count_kept {
	struct tally_counted *at;
	size_t n, cap;
	size_t since;			/* the first of the periods for which they hold */
	date until;			/* and the last day */
};

/* What an open trajectory lacks; kept from period to period. */
struct count_lacks {
	uint64_t required[KINDS];	/* slots */
	uint64_t lacking[KINDS];	/* of them: those that an entry of the kind lacks */
	uint32_t kinds;			/* in which one is */
	const struct entry **last;	/* of each phase: its last entry in the trajectory */
	const struct entry **asked;	/* and the one since which its conditions were asked */
	uint32_t *reads;		/* of each condition, phase by phase: requirement_reads */
	bool *unmet;			/* the same: as last asked */
	bool dated;			/* the day alone can change one of them */
};

/* Periods of the report, as places in it, by their T. */
struct count_order {
	date *last;		/* T of each, by place */
	size_t *all;
	size_t *whole;		/* without those that only stand beside another */
	size_t nwhole;
};

/*
 * One trajectory being counted for a period, or for several alike, in its groups; shared by the
 * files of count only.
 */
struct counting {
	struct tally *tally;
	const struct fold *state;
	struct count_words *words;
	size_t trajectory;	/* index */
	date left;		/* the latest outflow of an earlier one, or DATE_NONE */
	const struct grouping_day *groups;
	date from, at;		/* the period up to its T */
	struct counter *counter;
	uint32_t fresh;		/* kinds of records that were folded since it was last counted */
	struct count_kept *keep;	/* what count_add adds to */
	struct count_lacks *lacks;
};

void count_add(const struct counting *, enum measure, word_id row, word_id column, long value);
void count_all(const struct counting *, enum measure, long value);

/* The days from `since` to T. */
void count_days(const struct counting *, enum measure, word_id row, date since);

/* Counts the client, once however often it is called for the same. */
void count_once(const struct counting *, enum measure, word_id row, word_id column);
bool count_within(const struct counting *, date);
bool count_ended(const struct counting *, const struct trajectory *);

/* The word of a value of the dossier or of the model, which stands where it stands. */
word_id count_value(const struct counting *, const char *);

/* The word of a field's value; that of "-" when it has none. */
word_id count_word(const struct counting *, const struct entry *, enum slot);

/* That of the phase of an entry of kind fase, which may be NULL. */
word_id count_phase(const struct counting *, const struct entry *);

/* The word of a code of the model, of one that it does not have, or of none: "" stands for that. */
word_id count_domain(const struct counting *, const char *code);

/* The word of a goal's stand; one that is none of ours counts as open. */
word_id count_stand(const struct counting *, const struct entry *goal);

/*
 * The first entry of a kind in the trajectory, and the one behind another, or NULL. Trajectories
 * are counted in their order; of all kinds but werkpunt entries stand in it too.
 */
const struct entry *count_first(const struct counting *, enum kind);
const struct entry *count_next(const struct counting *, const struct entry *);

/*
 * Scores, domains asked about, goals; of an open trajectory how long it, a wait and the stay take
 * so far, the principles, what is lacking, and who the client is and has. They look at the state
 * and at no other kinds of records than count.c says they read; what also holds until a day only
 * says so (count_until).
 */
void count_so_far(const struct counting *);
void count_stay_so_far(const struct counting *);
void count_scores(const struct counting *);
void count_asked(const struct counting *);
void count_open_goals(const struct counting *);
void count_strengths(const struct counting *);
void count_principles(const struct counting *);
void count_quality(const struct counting *);
void count_present(const struct counting *);
void count_indications(const struct counting *);

/* What is being kept holds for no day behind that one. */
void count_until(const struct counting *, date);

/* What else a trajectory does, by date. */
void count_lead_time(const struct counting *, const struct trajectory *);
void count_stays(const struct counting *, const struct trajectory *);
void count_waits(const struct counting *, const struct trajectory *);
void count_returns(const struct counting *, const struct trajectory *);
void count_outflow(const struct counting *, const struct trajectory *);
void count_evaluations(const struct counting *, const struct trajectory *);
void count_moves(const struct counting *);
void count_switches(const struct counting *, const struct trajectory *);
void count_served(const struct counting *, const struct trajectory *, bool traits);

/* Of a trajectory that ended: its reason when the model has it, or NULL. */
const struct model_reason *count_reason_of(const struct counting *, const struct trajectory *);

struct count_words *count_words_new(struct tally *, const struct model *);
void count_words_free(struct count_words *);

/* Begins with another dossier. */
void count_words_forget(struct count_words *);

struct count_lacks *count_lacks_new(const struct model *);
void count_lacks_free(struct count_lacks *);

#endif
