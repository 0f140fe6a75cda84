/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SHARING_H
#define FASEN_SHARING_H

#include <stdbool.h>
#include <stddef.h>

#include "fold.h"

/*
 * With whom what may be shared: for each other party (Met) the latest akkoord on delen of the
 * client or the representative, of whatever trajectory (fasen-show(1), "toestemming").
 */
enum sharing { SHARING_YES, SHARING_EXPIRED, SHARING_NO };

/* ja, verlopen, nee; and all of them, as a person expects them. */
extern const char *const sharing_words[];
#define SHARING_CODES "ja nee verlopen"

/*
 * The latest for a party, by its name as somebody types it: capitals aside, a blank or - as _; or
 * NULL.
 */
const struct entry *sharing_with(const struct fold *, const char *name);

/* Whether the record is an akkoord on delen with that party, whoever said what. */
bool sharing_about(const struct record *, const char *name);

/* What it says on the day of the state. */
enum sharing sharing_now(const struct fold *, const struct entry *);

/* All of them, a party each, in the order in which they were recorded. To be freed. */
size_t sharing_all(const struct fold *, const struct entry ***);

#endif
