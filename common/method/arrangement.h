/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ARRANGEMENT_H
#define FASEN_ARRANGEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "arrangement_table.h"
#include "fold.h"

/*
 * What each may expect of the other: each Afspraak of an akkoord ja stands until an akkoord of the
 * same Wie, Waarop and Met is nee or has a Vervalt of the same text, its Tot is past or its
 * trajectory ends (fasen-dossier(5), "Folding"). Texts are the same whatever blanks they begin or
 * end with.
 */

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

#endif
