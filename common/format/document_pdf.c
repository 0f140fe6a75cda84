/* SPDX-License-Identifier: ISC */
#include "document.h"
#include "document_block.h"

#include <string.h>

#include "scale.h"
#include "utf8.h"

/*
 * What fasen-pdf reads, as its page says: a line a part, a word and its fields with a tab before
 * each. A newline, a tab and a backslash in a field are \n, \t and \\.
 */

static void
add_field(struct document *d, const char *s)
{
	struct text shown = { 0 }, plain = { 0 };

	text_addc(&d->out, '\t');
	if (d->texts != d->lang && strchr(s, OWN_END) != NULL) {
		if (*s == OWN_BEGIN)
			text_adds(&d->out, "\\l");
		for (; *s != '\0'; s++)
			if (*s != OWN_BEGIN && *s != OWN_END)
				text_addc(&plain, *s);
		s = text_string(&plain);
	}
	utf8_show(&shown, s, true);
	for (s = text_string(&shown); *s != '\0'; s++)
		if (*s == '\n' || *s == '\\')
			text_adds(&d->out, *s == '\n' ? "\\n" : "\\\\");
		else
			text_addc(&d->out, *s);
	text_release(&shown);
	text_release(&plain);
}

static void
add_line(struct document *d, const char *word, size_t n, const char *const *fields)
{
	text_adds(&d->out, word);
	for (size_t i = 0; i < n; i++)
		add_field(d, fields[i]);
	text_addc(&d->out, '\n');
}

/* Each `n` cells are a line. */
static void
add_cells(struct document *d, const char *word, size_t n)
{
	for (size_t i = 0; i + n <= d->ncells; i += n)
		add_line(d, word, n, (const char *const *)d->cells + i);
}

static void
pdf_open(struct document *d)
{
	add_line(d, "fasen-pdf-1", 2, (const char *[]){ d->lang == LANG_NL ? "nl" : "en",
	    d->title });
}

static void
pdf_part(struct document *d, const char *title, const char *below, const char *foot)
{
	if (d->parts == 0 && (d->organisation != NULL || d->logo != NULL))
		add_line(d, "letterhead", 2,
		    (const char *[]){ d->organisation != NULL ? d->organisation : "",
		    d->logo != NULL ? d->logo : "" });
	if (d->parts == 0 && d->texts != d->lang)
		add_line(d, "texts", 1, (const char *[]){ d->texts == LANG_NL ? "nl" : "en" });
	add_line(d, "part", 3, (const char *[]){ title, below, foot });
}

static void
pdf_part_end(struct document *d)
{
	document_flush(d);
}

static void
pdf_heading(struct document *d, int level, const char *s)
{
	add_line(d, level == 2 ? "h2" : "h3", 1, &s);
}

static void
pdf_goal(struct document *d, const char *s)
{
	add_line(d, "goal", 1, &s);
}

static void
pdf_paragraph(struct document *d, enum document_style how, const char *s)
{
	add_line(d, how == STYLE_QUOTE ? "quote" : how == STYLE_NOTE ? "note" : "p", 1, &s);
}

static void
pdf_pairs(struct document *d)
{
	add_cells(d, "pair", 2);
}

static void
pdf_items(struct document *d)
{
	add_cells(d, "item", 1);
}

static void
pdf_table(struct document *d)
{
	add_line(d, "table", 1, (const char *[]){ d->caption });
	for (size_t i = 0; i < d->ncolumns; i++) {
		text_addf(&d->out, "column\t%d\t%s", d->columns[i].weight,
		    d->columns[i].right ? "right" : "left");
		add_line(d, "", 1, &d->columns[i].heading);
	}
	add_cells(d, "row", d->ncolumns);
	text_adds(&d->out, "table-end\n");
}

static void
pdf_signs(struct document *d)
{
	const char *below[] = {
		label(d->lang, "signature"), label(d->lang, "name and signature"),
		label(d->lang, "place and date")
	};

	add_line(d, "signs", 3, below);
	add_cells(d, "sign", SIGN_CELLS);
}

static void
pdf_record(struct document *d, const char *kind, const char *client)
{
	(void)d, (void)kind, (void)client;
}

static void
pdf_record_end(struct document *d)
{
	(void)d;
}

static void
pdf_given(struct document *d, const char *field, const char *value)
{
	(void)d, (void)field, (void)value;
}

static void
pdf_blank(struct document *d, const char *field, const char *name, const char *value, int lines,
    bool several)
{
	char count[16], day[LABEL_DATE_SIZE];

	(void)field, (void)several;
	snprintf(count, sizeof count, "%d", lines > 0 ? lines : 1);
	if (lines == 0)
		value = label_date(d->lang, date_parse(value), day);
	add_line(d, "blank", 3, (const char *[]){ name, value, count });
}

/* Each with a ring to tick; it does not break at its own blanks. */
static void
pdf_choose(struct document *d, const char *field, const char *name,
    const struct document_choice *choices, size_t n, enum document_choosing how)
{
	struct text t = { 0 };

	(void)field;
	if (how == CHOOSE_SCALE || how == CHOOSE_SCALE_FACES) {
		add_line(d, "p", 1, &name);
		scale_svg(&t, choices, n, how == CHOOSE_SCALE_FACES);
		add_line(d, "picture", 2, (const char *[]){ text_string(&t), "" });
		text_release(&t);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		text_adds(&t, i > 0 ? "    " : "");
		if (choices[i].chosen)
			text_adds(&t, how == CHOOSE_SEVERAL ? "\xE2\x96\xA0" : "\xE2\x97\x8F");
		else
			text_adds(&t, how == CHOOSE_SEVERAL ? "\xE2\x96\xA1" : "\xE2\x97\x8B");
		text_adds(&t, "\xC2\xA0");
		for (const char *s = choices[i].words; *s != '\0'; s++)
			if (*s == ' ')
				text_adds(&t, "\xC2\xA0");
			else
				text_addc(&t, *s);
	}
	add_line(d, "pair", 2, (const char *[]){ name, text_string(&t) });
	text_release(&t);
}

static void
pdf_picture(struct document *d, const char *svg, const char *alternative)
{
	add_line(d, "picture", 2, (const char *[]){ svg, alternative });
}

static void
pdf_page(struct document *d)
{
	text_adds(&d->out, "page\n");
}

static void
pdf_keep(struct document *d, bool begin)
{
	text_adds(&d->out, begin ? "keep\n" : "keep-end\n");
}

static void
pdf_close(struct document *d)
{
	text_adds(&d->out, "end\n");
}

const struct document_backend document_pdf = {
	pdf_open, pdf_part, pdf_part_end, pdf_heading, pdf_goal, pdf_paragraph, pdf_pairs,
	pdf_items, pdf_table, pdf_signs, pdf_record, pdf_record_end, pdf_given, pdf_blank,
	pdf_choose, pdf_picture, pdf_page, pdf_keep, pdf_close
};
