/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SUBJECT_H
#define FASEN_SUBJECT_H

#include <stdbool.h>

#include "dossier.h"

/*
 * What a record is about, so that two people who each say something of it may contradict one
 * another: the key of an amending kind, the goal or action of a stand, Wie, Waarop and Met of an
 * akkoord. Notes, kinds that are not ours and what moves the client have no such thing.
 */
bool subject_known(const struct record *);

/* 0: two records about one thing, which each have. */
int subject_compare(const struct record *, const struct record *);

/*
 * The i-th field, from 0, that says what an event of the kind is about; SLOT_OP after the last.
 * Where `subject_first`, the first one alone says it where it is filled: a status that names an
 * action too is the action's, an indication is its number's.
 */
enum slot subject_slot(enum kind, size_t i);
bool subject_first(enum kind);

/* Whether the record enters a phase. With Sinds, only the pace of one changes. */
bool subject_enters(const struct record *);

/* A field that says nothing of it: when and by whom. */
bool subject_aside(const char *name);

/*
 * A field of which one value holds until something else is said; one that measures, and is of its
 * day. What is neither is a remark, and may differ.
 */
bool subject_lasts(const struct record *, const struct field *);
bool subject_of_a_day(const struct record *, const struct field *);

/*
 * A field that denies another one: a domain was looked at or not, an Afspraak is made or ends. The
 * second is the field of b that denies what f says in a, or NULL.
 */
bool subject_opposes(const struct record *, const struct field *);
const struct field *subject_opposite(const struct record *a, const struct field *f,
    const struct record *b);

#endif
