/* SPDX-License-Identifier: ISC */
#include "questions.h"

void
questions_table(struct document *d, const struct model_texts *questions)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Question"), 2, false }, { label(lang, "Notes"), 3, false },
	};

	if (questions->n == 0)
		return;
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < questions->n; i++) {
		document_cell(d, model_text(&questions->at[i], lang));
		document_cell(d, "\n\n\n");
	}
	document_table_end(d);
}
