/* SPDX-License-Identifier: ISC */
#ifndef FASEN_VIEW_H
#define FASEN_VIEW_H

#include "cmdline.h"
#include "document.h"
#include "fold.h"
#include "handle.h"
#include "table_writer.h"

/*
 * What shows dossiers, each folded as it is today: as rows of a table, as a part of a document, or
 * as text or a picture of its own. All read the operands, write to standard output and return the
 * exit status so far. Order: view_table or view_document, unless it writes neither; view_run;
 * view_end.
 */
struct view {
	const struct cmdline *call;
	struct fold state;		/* of the dossier at hand */
	struct table_writer *table;	/* NULL: none is written */
	struct document *document;	/* NULL: none is written */
	bool words;			/* a table for people: names, where other formats have
					   codes */
	struct handles handles;		/* with --handles: of the dossier at hand */
	struct table_column *columns;	/* of the table */
	bool any, to_come;		/* a client was registered by today, another not yet */
	void *context;			/* of who shows */
	int (*show)(struct view *, void *context);
};

/* Shows what is in view->state. Returns what a filter_act returns. */
typedef int view_show(struct view *, void *context);

/* The column of handles: the last of its table, and only there with --handles. */
#define VIEW_HANDLES "merk"

/* Begins a table; headings are English, NULL = the column's name. */
void view_table(struct view *, const struct cmdline *, enum table_format, const char *name,
    const struct table_column *, size_t n);

/* Begins a document; `title`, in English, names it as a whole. */
void view_document(struct view *, const struct cmdline *, enum document_format, const char *title);

int view_run(struct view *, view_show *, void *context);

/* Ends what was begun. */
int view_end(struct view *, int status);

/* The cell of the column of handles, where it is there; "" for no record. */
void view_handle(const struct view *, const struct record *);

/* Writes one client's part of a document, such as plan_view. */
typedef void view_part(struct document *, const struct fold *);

/* All of it, for a document with a part for each dossier. */
int view_parts(const struct cmdline *, enum document_format, const char *title, view_part *);

/* Adds a picture of one client, such as web_svg; false when there is nothing to show. */
typedef bool view_draw(struct text *to, const struct fold *, enum lang);

/*
 * The picture of one client, for a file holds one: further clients are left out, which is said.
 * `nothing` is said, at that field, of a client of whom there is nothing to show (NULL: there is
 * always something).
 */
int view_picture(const struct cmdline *, view_draw *, const char *field, const char *nothing);

#endif
