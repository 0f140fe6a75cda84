/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOCUMENT_H
#define FASEN_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "document_format.h"
#include "label.h"

/*
 * The one writer of documents: what is printed, read aloud and signed. Open one, write
 * parts from top to bottom, close. Consecutive pairs form one list, and so do items; whatever comes
 * next ends it.
 *
 *	text	plain, wrapped at the width; nothing that a terminal would obey
 *	html	one self-contained file: XHTML syntax served as HTML5, no scripts, prints on A4
 *	ms	for groff -ms -Tpdf, in ASCII: needs neither preconv nor tbl
 *	pdf	for fasen-pdf(1), which draws it
 *
 * All texts are UTF-8 from a dossier or labels; a newline in a value is a line break, nothing in a
 * value can become markup. NULL reads as "".
 *
 * Of ms: letters with accents are built from the base letter where the printer's font lacks
 * them; a script that troff cannot set (right to left, or without a glyph) is shown as boxes, and
 * the part ends with a line that says so and points to html.
 */
struct document;

/*
 * `width` is for text, in columns: DOCUMENT_NARROWEST to 80, for longer lines are hard to read; 0 =
 * 80; from
 * DOCUMENT_UNWRAPPED on nothing is wrapped. `title` names the file as a whole (html <title>).
 */
enum { DOCUMENT_NARROWEST = 24, DOCUMENT_UNWRAPPED = 10000 };
struct document *document_open(FILE *, enum document_format, enum lang, size_t width,
    const char *title);

/* The format of a word: text, html, ms, pdf; false for another. */
bool document_format_parse(const char *word, enum document_format *);

/* The language that dossiers are written in, where it is not that of the document. */
void document_texts(struct document *, enum lang);

/*
 * What stands above the title of each part: the name of the organisation and its logo, a PNG in
 * base 64; "" = none. The logo is in html and pdf alone.
 */
void document_letterhead(struct document *, const char *organisation, const char *logo);

/*
 * A text of a dossier, to be written by itself or within one of ours: in html and pdf it carries
 * the dossiers' language where that is not the document's. It lives until the next part.
 */
const char *document_own(struct document *, const char *);

enum lang document_lang(const struct document *);
enum document_format document_kind(const struct document *);

/* Whether the format can show every letter of it: always, save in ms, as said above. */
bool document_shows(const struct document *, const char *);

/*
 * Begins a part, such as the plan of one client: on a new page, numbered from 1, with its title on
 * top and below it, unless "", a line in small type. `foot` stands at the foot of each of its
 * pages, so that a loose page can be put back: the document's name and the client's id.
 */
void document_part(struct document *, const char *title, const char *below, const char *foot);

/* A heading; level 2 under the title, 3 under 2. It stays with what follows. */
void document_heading(struct document *, int level, const char *);

/* A heading of level 2 in the client's own words, in large letters. */
void document_goal(struct document *, const char *);

/* A paragraph of free text, line breaks kept. Nothing for an empty one. */
void document_paragraph(struct document *, const char *);

/* The same in the client's own words: set apart. */
void document_quote(struct document *, const char *);

/* The same in small type: an explanation or a source. */
void document_note(struct document *, const char *);

/* A label with its value, part of a list of such pairs. Nothing for an empty value. */
void document_pair(struct document *, const char *label, const char *value);

/* An item of a bulleted list. */
void document_item(struct document *, const char *);

/*
 * A table. The columns must live until its end; a caption ("" = none) names it for a screen reader
 * and stands above it. Fill it cell by cell, from left to right; the row is complete after the last
 * column. A row stays on one page, the headings are repeated on the next.
 */
void document_table(struct document *, const char *caption, const struct document_column *,
    size_t n);
void document_cell(struct document *, const char *);
void document_table_end(struct document *);

/*
 * Lines to sign on: for whom ("Client"), the name ("" = a line to write it on), and what was agreed
 * already ("agreed on 9 April 2024"; "" = nothing). Consecutive ones stand side by side where there
 * is room, on one page with what comes before them.
 */
void document_sign(struct document *, const char *who, const char *name, const char *agreed);

/*
 * A form on paper, in pdf and html alone: records of a kind, with what is to be written in them. In
 * html it can be filled in as well, and what was filled in is saved as the text of a form
 * (form_read.h) of the client ("" = not known).
 */
void document_record(struct document *, const char *kind, const char *client);
void document_record_end(struct document *);

/* A field of the record that is there already and is not asked for, such as Wie: client. */
void document_given(struct document *, const char *field, const char *value);

/*
 * Room to write in: so many lines below what is known already; 0 = a day (`value` YYYY-MM-DD).
 * `several`: each line of it is a value of its own.
 */
void document_blank(struct document *, const char *field, const char *label,
    const char *value, int lines, bool several);

/* One to tick of n, or several, or a place on a scale. */
void document_choose(struct document *, const char *field, const char *label,
    const struct document_choice *, size_t n, enum document_choosing);

/*
 * A picture: SVG of ours, put in as it is in html; text and ms show the alternative, a paragraph.
 */
void document_picture(struct document *, const char *svg, const char *alternative);

/*
 * What is written between the two is not part of what is signed: it begins on the same page where
 * all of it fits there, else on the next. Nothing is kept together within it.
 */
void document_annex(struct document *);
void document_annex_end(struct document *);

/* Keeps what is written between the two on one page where a page holds it; the outermost does. */
void document_keep(struct document *);
void document_keep_end(struct document *);

/* Within what is kept a page of a form on paper may end here. */
void document_may_break(struct document *);

/*
 * What is written between the two is struck through. In text and ms, where nothing can be, each
 * piece of it stands between ~~. They do not nest, and stand within a part.
 */
void document_strike(struct document *);
void document_strike_end(struct document *);

/*
 * Ends the file; html and pdf without a part say that there is nothing, for they are no empty file.
 * Returns false when the stream has an error. Frees the document.
 */
bool document_close(struct document *);

#endif
