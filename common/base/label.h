/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LABEL_H
#define FASEN_LABEL_H

#include <stdbool.h>

#include "date.h"
#include "text.h"

/*
 * The words of documents: reports, plans, forms. They follow the model's Taal
 * or --lang, not the reader's locale, for the document is the organisation's.
 */
enum lang { LANG_NL, LANG_EN };

/* The text in that language, looked up by its English; English itself when it has no Dutch. */
const char *label(enum lang, const char *english);

/*
 * A code of the dossier, such as bezig, as a word of the document: itself in Dutch, and where it
 * has no English.
 */
const char *label_code(enum lang, const char *code);

/* The same towards the client: a plainer word where there is one than the method's own. */
const char *label_plain(enum lang, const char *code);

/*
 * Adds the text as it speaks to the client: of {u|je} in the Dutch the first word where `formal`,
 * else the second.
 */
void label_say(struct text *to, enum lang, bool formal, const char *english);

enum { LABEL_DATE_SIZE = 24 };

/*
 * Writes "31 december 2026", which does not break at its blanks ("" for DATE_NONE), and returns to.
 */
char *label_date(enum lang, date, char to[LABEL_DATE_SIZE]);

/* nl or en; false for another. */
bool lang_parse(const char *word, enum lang *);

#endif
