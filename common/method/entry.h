/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ENTRY_H
#define FASEN_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "model.h"
#include "rec.h"
#include "schema.h"

/*
 * What a folded dossier is made of: an event, or all records of one key of an
 * amending kind taken together. The state makes them; see fold.h.
 */
struct entry {
	const struct schema_kind *spec;	/* NULL for a kind that is not ours */
	const struct entry *next;	/* of its kind, in folding order of their first record;
					   or NULL */
	const char *key;		/* of an amending kind; "" otherwise */
	enum kind kind;			/* of the kind; KIND_OTHER */
	date op, last;			/* Op of its first and of its latest record; DATE_NONE
					   without */
	uint32_t order;			/* place of its latest record in the folding order */
	uint32_t trajectory;		/* index; of its first record */
	uint32_t own;			/* that of its first record, where `trajectory` is its
					   goal's */
	const struct record *first, *latest;
	uint64_t full;			/* the set of slots that are not empty */
	const struct field **at;	/* by slot, as folded; NULL while all of it stands in
					   `first` */
	struct loose {
		const struct field *field;	/* NULL once it was replaced */
		size_t before;			/* from 1: the value before it of the same name;
						   0 = none */
	} *loose;			/* what fields that are not ours hold; NULL while all of
					   it stands in `first` */
	uint32_t room;			/* how many slots `at` has */
	uint32_t nloose, loose_cap;
	uint32_t word;			/* of an akkoord: one number for each Wie, Waarop and Met */
	struct entry *same;		/* of a kracht: the one before it of the same words, once
					   one has ended */
	const struct entry *stand;	/* of a doel or werkpunt: its latest stand, or NULL */
	const struct entry *scored;	/* of a doel: its own latest stand with a Score from -2 to
					   2, or NULL */
	bool brings;			/* of a doel: an action of it has Inzet */
	const struct model_phase *phase;	/* of a fase: NULL when the model has none of
						   that code */
	bool superseded;		/* an akkoord after which a later one of the same Wie,
					   Waarop and Met comes */
};

/*
 * All zeroes, to begin one with. A copy from elsewhere is a few moves; for zeroes that it sees the
 * compiler has a loop of the processor, which takes as long as the rest of a fold's record.
 */
extern const struct entry entry_none;

/* The next value of a field that is not ours after *i (begin with 0), or NULL. */
const struct field *entry_loose(const struct entry *, size_t *i);

/* The first value of the field that is not empty, or NULL; field_next() gives the others. */
static inline const struct field *
entry_at(const struct entry *e, enum slot slot)
{
	if (!(e->full >> slot & 1))
		return NULL;
	return e->at != NULL ? e->at[slot] : record_at(e->first, slot);
}

/* That value as text (""), day (DATE_NONE), number or code (FIELD_UNTYPED) when it has none. */
static inline const char *
entry_text(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->value : "";
}

static inline date
entry_day(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->is.day : DATE_NONE;
}

static inline int
entry_code(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->is.code : FIELD_UNTYPED;
}

/* Whether a strength or somebody of the network is no longer there on the day: after its Tot. */
static inline bool
entry_gone(const struct entry *e, date on)
{
	date until = entry_day(e, e->kind == KIND_KRACHT ? KRACHT_TOT : NETWERK_TOT);

	return until != DATE_NONE && until < on;
}

/* The first of the strengths, or of the network, from this one on that is there; or NULL. */
static inline const struct entry *
entry_there(const struct entry *e, date on)
{
	while (e != NULL && entry_gone(e, on))
		e = e->next;
	return e;
}

/*
 * The next value of a field after `before` (NULL: the first), or NULL. A field that is not ours has
 * SLOT_NONE and is found by its name, after *i (begin with 0).
 */
const struct field *entry_next(const struct entry *, enum slot, const char *name,
    const struct field *before, size_t *i);

/*
 * Of a doel or werkpunt: its latest stand, open without one, as text and as a code (FIELD_UNTYPED
 * for one that there is not); finished is behaald, deels or gestopt.
 */
const char *entry_stand(const struct entry *);

static inline int
entry_stand_code(const struct entry *e)
{
	return e->stand == NULL ? STAND_OPEN : entry_code(e->stand, STAND_STAND);
}

static inline bool
entry_finished(const struct entry *e)
{
	return entry_stand_code(e) >= STAND_BEHAALD;
}

#endif
