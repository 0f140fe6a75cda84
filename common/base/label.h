#ifndef FASEN_LABEL_H
#define FASEN_LABEL_H

#include <stdbool.h>

#include "date.h"

/*
 * The words of documents: reports, plans, forms. They follow the model's Taal
 * or --lang, not the reader's locale, for the document is the organisation's.
 */
enum lang { LANG_NL, LANG_EN };

/* The text in that language, looked up by its English; English itself when it has no Dutch. */
const char *label(enum lang, const char *english);

/* A code of the dossier, such as bezig, as a word of the document: itself in Dutch, and where it has no English. */
const char *label_code(enum lang, const char *code);

/* nl or en; false for another. */
bool lang_parse(const char *word, enum lang *);

#endif
