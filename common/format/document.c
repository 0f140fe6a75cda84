/* SPDX-License-Identifier: ISC */
#include "document.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "document_block.h"
#include "troff.h"

bool
document_format_parse(const char *word, enum document_format *format)
{
	static const char *const words[] = { "text", "html", "ms", "pdf" };
	static const enum document_format formats[] = { DOCUMENT_TEXT, DOCUMENT_HTML, DOCUMENT_MS,
	    DOCUMENT_PDF };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(word, words[i]) == 0) {
			*format = formats[i];
			return true;
		}
	return false;
}

struct document *
document_open(FILE *file, enum document_format format, enum lang lang, size_t width,
    const char *title)
{
	struct document *d = alloc_new(1, sizeof *d);

	d->file = file;
	d->format = format;
	d->lang = d->texts = lang;
	d->width = width == 0 || (width > 80 && width < DOCUMENT_UNWRAPPED) ? 80 :
	    width < DOCUMENT_NARROWEST ? DOCUMENT_NARROWEST : width;
	d->title = alloc_copy(title != NULL ? title : "");
	d->backend = format == DOCUMENT_HTML ? &document_html :
	    format == DOCUMENT_MS ? &document_ms :
	    format == DOCUMENT_PDF ? &document_pdf : &document_text;
	d->backend->open(d);
	return d;
}

void
document_texts(struct document *d, enum lang lang)
{
	d->texts = lang;
}

void
document_letterhead(struct document *d, const char *organisation, const char *logo)
{
	d->organisation = *organisation != '\0' ? alloc_copy(organisation) : NULL;
	d->logo = *logo != '\0' ? alloc_copy(logo) : NULL;
}

const char *
document_own(struct document *d, const char *s)
{
	struct text marked = { 0 };

	if (d->texts == d->lang || (d->format != DOCUMENT_HTML && d->format != DOCUMENT_PDF) ||
	    s == NULL || *s == '\0')
		return s;
	text_addc(&marked, OWN_BEGIN);
	for (; *s != '\0'; s++)
		if (*s == OWN_BEGIN || *s == OWN_END)
			text_adds(&marked, "\xEF\xBF\xBD");
		else
			text_addc(&marked, *s);
	text_addc(&marked, OWN_END);
	d->own = alloc_room(d->own, &d->own_cap, d->nown + 1, sizeof *d->own);
	return d->own[d->nown++] = text_take(&marked);
}

enum lang
document_lang(const struct document *d)
{
	return d->lang;
}

enum document_format
document_kind(const struct document *d)
{
	return d->format;
}

bool
document_shows(const struct document *d, const char *s)
{
	struct text defined = { 0 }, known = { 0 };
	bool boxes = d->format == DOCUMENT_MS && troff_define(&defined, &known, s);

	text_release(&defined);
	text_release(&known);
	return !boxes;
}

static void
drop_cells(struct document *d)
{
	for (size_t i = 0; i < d->ncells; i++)
		free(d->cells[i]);
	d->ncells = 0;
}

static void
drop_own(struct document *d)
{
	for (size_t i = 0; i < d->nown; i++)
		free(d->own[i]);
	d->nown = 0;
}

/* Writes the run that is open, if any. */
static void
end_block(struct document *d)
{
	enum document_block block = d->block;

	d->block = BLOCK_NONE;
	if (d->ncells != 0) {
		if (block == BLOCK_PAIRS)
			d->backend->pairs(d);
		else if (block == BLOCK_ITEMS)
			d->backend->items(d);
		else if (block == BLOCK_TABLE)
			d->backend->table(d);
		else if (block == BLOCK_SIGNS)
			d->backend->signs(d);
	}
	drop_cells(d);
	free(d->caption);
	d->caption = NULL;
}

/* Opens a run of that kind, or goes on with it. */
static void
begin_block(struct document *d, enum document_block block)
{
	if (d->block != block)
		end_block(d);
	d->block = block;
}

static bool
empty(const char *s)
{
	return s == NULL || *s == '\0';
}

/* The piece as it is shown where it is struck through. The caller frees it. */
static char *
shown(const struct document *d, const char *s)
{
	struct text t = { 0 };
	bool struck = d->struck && !empty(s);

	text_addf(&t, struck ? "~~%s~~" : "%s", s != NULL ? s : "");
	return text_take(&t);
}

static void
add_cell(struct document *d, const char *s)
{
	d->cells = alloc_room(d->cells, &d->cells_cap, d->ncells + 1, sizeof *d->cells);
	d->cells[d->ncells++] = shown(d, s);
}

void
document_part(struct document *d, const char *title, const char *below, const char *foot)
{
	end_block(d);
	if (d->parts != 0)
		d->backend->part_end(d);
	d->backend->part(d, title, below != NULL ? below : "", foot != NULL ? foot : "");
	drop_own(d);
	d->parts++;
}

void
document_heading(struct document *d, int level, const char *s)
{
	end_block(d);
	d->backend->heading(d, level, s);
}

void
document_goal(struct document *d, const char *s)
{
	end_block(d);
	d->backend->goal(d, s);
}

static void
paragraph(struct document *d, enum document_style style, const char *s)
{
	char *piece = shown(d, s);

	end_block(d);
	if (!empty(s))
		d->backend->paragraph(d, style, piece);
	free(piece);
}

void
document_paragraph(struct document *d, const char *s)
{
	paragraph(d, STYLE_PLAIN, s);
}

void
document_quote(struct document *d, const char *s)
{
	paragraph(d, STYLE_QUOTE, s);
}

void
document_note(struct document *d, const char *s)
{
	paragraph(d, STYLE_NOTE, s);
}

void
document_pair(struct document *d, const char *label, const char *value)
{
	if (empty(value))
		return;
	begin_block(d, BLOCK_PAIRS);
	add_cell(d, label);
	add_cell(d, value);
}

void
document_item(struct document *d, const char *s)
{
	if (empty(s))
		return;
	begin_block(d, BLOCK_ITEMS);
	add_cell(d, s);
}

void
document_table(struct document *d, const char *caption, const struct document_column *columns,
    size_t n)
{
	end_block(d);
	begin_block(d, BLOCK_TABLE);
	d->caption = alloc_copy(caption != NULL ? caption : "");
	d->columns = columns;
	d->ncolumns = n;
}

void
document_cell(struct document *d, const char *s)
{
	add_cell(d, s);
}

void
document_table_end(struct document *d)
{
	end_block(d);
}

void
document_sign(struct document *d, const char *who, const char *name, const char *agreed)
{
	begin_block(d, BLOCK_SIGNS);
	add_cell(d, who);
	add_cell(d, name);
	add_cell(d, agreed);
}

void
document_record(struct document *d, const char *kind, const char *client)
{
	end_block(d);
	if (d->format == DOCUMENT_PDF)
		document_keep(d);
	d->backend->record(d, kind, client);
}

void
document_record_end(struct document *d)
{
	end_block(d);
	d->backend->record_end(d);
	if (d->format == DOCUMENT_PDF)
		document_keep_end(d);
}

void
document_given(struct document *d, const char *field, const char *value)
{
	end_block(d);
	d->backend->given(d, field, value);
}

void
document_blank(struct document *d, const char *field, const char *label,
    const char *value, int lines, bool several)
{
	end_block(d);
	d->backend->blank(d, field, label, value != NULL ? value : "", lines, several);
}

void
document_choose(struct document *d, const char *field, const char *label,
    const struct document_choice *choices, size_t n, enum document_choosing how)
{
	end_block(d);
	d->backend->choose(d, field, label, choices, n, how);
}

void
document_picture(struct document *d, const char *svg, const char *alternative)
{
	end_block(d);
	d->backend->picture(d, svg, alternative != NULL ? alternative : "");
}

/* What comes next begins on a new page (text: a line). */
static void
document_page_break(struct document *d)
{
	end_block(d);
	d->backend->page(d);
}

void
document_keep(struct document *d)
{
	end_block(d);
	if (d->keeping++ == 0)
		d->backend->keep(d, true);
}

void
document_keep_end(struct document *d)
{
	end_block(d);
	if (--d->keeping == 0)
		d->backend->keep(d, false);
}

void
document_may_break(struct document *d)
{
	end_block(d);
	if (d->format != DOCUMENT_PDF)
		return;
	d->backend->keep(d, false);
	d->backend->keep(d, true);
}

/* groff would hold all of it back, and put it on no page when no page holds it. */
void
document_annex(struct document *d)
{
	if (d->format == DOCUMENT_MS)
		document_page_break(d);
	else if (d->format != DOCUMENT_TEXT)
		document_keep(d);
}

void
document_annex_end(struct document *d)
{
	if (d->format != DOCUMENT_MS && d->format != DOCUMENT_TEXT)
		document_keep_end(d);
}

static void
strike(struct document *d, bool begin)
{
	end_block(d);
	if (d->format == DOCUMENT_HTML)
		text_adds(&d->out, begin ? "<del>\n" : "</del>\n");
	else if (d->format == DOCUMENT_PDF)
		text_adds(&d->out, begin ? "strike\n" : "strike-end\n");
	else
		d->struck = begin;
}

void
document_strike(struct document *d)
{
	strike(d, true);
}

void
document_strike_end(struct document *d)
{
	strike(d, false);
}

bool
document_close(struct document *d)
{
	bool good;

	end_block(d);
	if (d->parts == 0 && (d->format == DOCUMENT_HTML || d->format == DOCUMENT_PDF)) {
		document_part(d, d->title, "", "");
		document_paragraph(d, label(d->lang, "There is nothing to show."));
	}
	if (d->parts != 0)
		d->backend->part_end(d);
	d->backend->close(d);
	document_flush(d);
	good = fflush(d->file) == 0 && ferror(d->file) == 0;
	text_release(&d->out);
	text_release(&d->known);
	drop_own(d);
	free(d->own);
	free(d->part_title);
	free(d->part_foot);
	free(d->title);
	free(d->organisation);
	free(d->logo);
	free(d->cells);
	free(d);
	return good;
}
