/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOCUMENT_FORMAT_H
#define FASEN_DOCUMENT_FORMAT_H

#include <stdbool.h>

/* What a document is told of itself: see document.h. */

enum document_format { DOCUMENT_TEXT, DOCUMENT_HTML, DOCUMENT_MS, DOCUMENT_PDF };

struct document_column {
	const char *heading;
	int weight;		/* share of the width: 1, 2, 3 … */
	bool right;		/* numbers: to the right */
};

struct document_choice {
	const char *value, *words;
	bool chosen;		/* known already */
};

/* One to tick, or several, or a place on a scale: numbers in a row, the last the best. */
enum document_choosing { CHOOSE_ONE, CHOOSE_SEVERAL, CHOOSE_SCALE, CHOOSE_SCALE_FACES };

#endif
