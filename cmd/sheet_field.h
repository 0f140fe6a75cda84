/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SHEET_FIELD_H
#define FASEN_SHEET_FIELD_H

#include "cmdline.h"
#include "document.h"
#include "fold.h"

/*
 * Forms as papers with lines to write on, to be filled in by client and worker together: what is
 * known is filled in (`state` NULL: nothing is). They ask for less than the text of form.h, in the
 * words of the client.
 */
struct sheet {
	const struct cmdline *call;
	struct document *document;
	const struct fold *state;
	const char *client;		/* id; "" when it is not known */
};

/* What they are made of, for form_sheet.c. Questions are in English, as label_say has them. */

/* A text of ours that speaks to the client; the caller frees it. */
char *sheet_say(const struct sheet *, const char *english);

void sheet_heading(const struct sheet *, const char *english);

/*
 * Begins a record of the kind; `known` is the entry that it shows, NULL for a new one. End it with
 * sheet_end.
 */
void sheet_begin(const struct sheet *, enum kind, const struct entry *known);

void sheet_given(const struct sheet *, enum kind, enum slot, const char *value);

/*
 * Lines to write on below what the entry (NULL = none) has of the field; 0 = a day. Of a field that
 * the model gives values, those to choose from.
 */
void sheet_blank(const struct sheet *, enum kind, enum slot, const char *english,
    const struct entry *, int lines);

/* What the model asks of that kind, in its own words, and the end of the record. */
void sheet_end(const struct sheet *, enum kind, const struct entry *);

/* The codes of a field of ours, to choose from. */
void sheet_choose_code(const struct sheet *, enum kind, enum slot, const char *english);

/* Who does an action. */
void sheet_choose_who(const struct sheet *, const char *english);

/* The domains; those that the entry (NULL = none) has are chosen. */
void sheet_choose_domain(const struct sheet *, enum kind, enum slot, const char *english,
    const struct entry *, bool several);

/* A number from min to max; `asked` is in the language of the form. */
void sheet_choose_number(const struct sheet *, enum kind, enum slot, const char *asked, long min,
    long max, bool faces);

void sheet_questions(const struct sheet *, const struct model_texts *);

#endif
