/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SHOWN_H
#define FASEN_SHOWN_H

#include <stdbool.h>

/*
 * Whether a message may show a value that somebody typed: only what could be a code or a date, one
 * word of letters, digits and - _ . of at most SHOWN_MAX bytes. A sentence, an e-mail address, a
 * BSN or a telephone number that stands in the wrong place is none. Private fields are never shown,
 * whatever they hold.
 */
bool shown_value(const char *value);

/*
 * The same of a value that should be a day, a number or an id: one without a digit, or of another
 * shape, is a word that went astray, and may be a name.
 */
bool shown_day(const char *value);
bool shown_number(const char *value);
bool shown_id(const char *value);

#define SHOWN_NOT "\xE2\x80\xA6"

/* The value where it may be shown or is empty, else SHOWN_NOT, an ellipsis. */
const char *shown_or_dots(const char *value);

enum { SHOWN_MAX = 24 };

#endif
