#ifndef FASEN_ARRANGEMENT_H
#define FASEN_ARRANGEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "entry.h"
#include "fold.h"

/*
 * What each may expect of the other: each Afspraak of an akkoord ja stands until an akkoord of the
 * same Wie, Waarop and Met is nee or has a Vervalt of the same text, its Tot is past or its
 * trajectory ends (fasen-dossier(5), "Folding"). Texts are the same whatever blanks they begin or
 * end with.
 */

/* Whose word it is: that of a record (an akkoord) or of one to come. */
struct arrangement_key {
	const char *wie, *waarop, *met;
};

struct arrangement_key arrangement_key(const struct entry *akkoord);

/* For the fold: takes the akkoord, the latest so far, with what it arranges and ends. */
void arrangement_take(struct fold *, struct entry *akkoord);

/*
 * Whether the Afspraak of that akkoord stands on the day; of two that say the same the one that
 * lasts longer does, else the later.
 */
bool arrangement_stands(const struct fold *, const struct entry *akkoord, const char *text,
    date on);

/* Whether any of that key and text stands on the day, at the end of the fold. */
bool arrangement_there(const struct fold *, const struct arrangement_key *, const char *text,
    date on);

/* Whether it was ever said before that akkoord, by the same about the same. */
bool arrangement_said(const struct fold *, const struct entry *akkoord, const char *text);

/* The text without blanks around it, as texts are compared: where it begins, and its length. */
const char *arrangement_text(const char *text, size_t *length);

#endif
