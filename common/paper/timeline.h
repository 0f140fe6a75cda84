/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TIMELINE_H
#define FASEN_TIMELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "document.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/* What happened, record by record in folding order: history and notes, with who. */

struct timeline_event {
	const struct record *record;
	date day;		/* Op; of the first record, and of one without Op, the day of
				   registration */
	size_t trajectory;
	bool back, onward;	/* of a fase; see journey.h */
	bool opening;		/* the first record */
};

struct timeline {
	const struct fold *state;
	struct timeline_event *events;
	size_t n;
	struct document *document;	/* that it is told in; NULL at first: none */
};

/* Takes the records that the state folded; the state and its dossier must outlive it. */
void timeline_begin(struct timeline *, const struct fold *);
void timeline_release(struct timeline *);

/* Whether it happened or was recorded on that day or later; DATE_NONE: always. */
bool timeline_since(const struct timeline_event *, date);

/*
 * The same facts as a row of codes: what the record is about (a domain, goal, phase), the code,
 * number or name it gives to that, who is meant, and its main text; each the exact value of one
 * field, "" when it has none.
 */
struct timeline_facts {
	const char *subject, *value, *who, *text;
};

struct timeline_facts timeline_facts(const struct timeline_event *);

/*
 * What happened, in one sentence: "Housing: 2, does not manage yet (was 1)". May hold the text of a
 * note.
 */
void timeline_sentence(struct text *to, const struct timeline *, const struct timeline_event *,
    enum lang);

/*
 * Adds what the sentence leaves out, a line each: "Reason: …". Who the client is and how to reach
 * them stays out.
 */
void timeline_details(struct text *to, const struct timeline *, const struct timeline_event *,
    enum lang);

#endif
