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

#endif
