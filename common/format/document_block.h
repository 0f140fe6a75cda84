/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOCUMENT_BLOCK_H
#define FASEN_DOCUMENT_BLOCK_H

#include <stdio.h>

#include "document_format.h"
#include "label.h"
#include "text.h"

/* What a document is made of: for document.c and its four backends only. */

enum document_style { STYLE_PLAIN, STYLE_QUOTE, STYLE_NOTE };

/* A run that is written as a whole when something else comes. */
enum document_block { BLOCK_NONE, BLOCK_PAIRS, BLOCK_ITEMS, BLOCK_TABLE, BLOCK_SIGNS };

enum { SIGN_CELLS = 3 };	/* who, name, agreed */

struct document;

struct document_backend {
	void (*open)(struct document *);
	void (*part)(struct document *, const char *title, const char *below, const char *foot);
	void (*part_end)(struct document *);
	void (*heading)(struct document *, int level, const char *);
	void (*goal)(struct document *, const char *);
	void (*paragraph)(struct document *, enum document_style, const char *);
	void (*pairs)(struct document *);	/* these four: from the cells */
	void (*items)(struct document *);
	void (*table)(struct document *);
	void (*signs)(struct document *);
	/* These are NULL where there are no forms. */
	void (*record)(struct document *, const char *kind, const char *client);
	void (*record_end)(struct document *);
	void (*given)(struct document *, const char *field, const char *value);
	void (*blank)(struct document *, const char *field, const char *label,
	    const char *value, int lines, bool several);
	void (*choose)(struct document *, const char *field, const char *label,
	    const struct document_choice *, size_t n, enum document_choosing);
	void (*picture)(struct document *, const char *svg, const char *alternative);
	void (*page)(struct document *);
	void (*keep)(struct document *, bool begin);
	void (*close)(struct document *);
};

extern const struct document_backend document_text, document_html, document_ms, document_pdf;

struct document {
	FILE *file;
	enum document_format format;
	enum lang lang, texts;		/* of our words, of what stands in the dossiers */
	size_t width;
	char *title;
	char *organisation, *logo;	/* the letterhead; NULL = none */
	const struct document_backend *backend;
	struct text out;		/* written, not yet in the file */
	bool struck;			/* text and ms: what comes stands between ~~ */
	char **own;			/* texts of the part that are marked */
	size_t nown, own_cap;
	size_t parts;			/* begun */
	int keeping;			/* depth */

	enum document_block block;
	char **cells;
	size_t ncells, cells_cap;
	char *caption;
	const struct document_column *columns;
	size_t ncolumns;

	char *part_title, *part_foot;	/* html: of the first part, until it is known whether it
					   is the only one */
	size_t fields;			/* html: of a form, so far */
	struct text known;		/* ms: characters that are defined */
	bool boxes;			/* ms: the part has characters that may be boxes */
};

/* What stands around a text in the language of the dossiers; see document_own. */
#define OWN_BEGIN '\1'
#define OWN_END '\2'

/* Writes what is in out to the file and empties it. */
static inline void
document_flush(struct document *d)
{
	if (d->out.len != 0)
		fwrite(d->out.at, 1, d->out.len, d->file);
	text_clear(&d->out);
}

#endif
