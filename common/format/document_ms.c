/* SPDX-License-Identifier: ISC */
#include "document_block.h"

#include "troff.h"
#include "utf8.h"

/*
 * What groff -ms does not have: the styles, and a table without a preprocessor. A row's cells are
 * set each in a diversion of its column's width, then put side by side, on the next page when they
 * do not fit; where a row is higher than half a page its cells stand below each other. The names
 * begin with f: so as to be nobody else's.
 */
static const char macros[] =
	".pl 29.7c\n"
	".nr PO 2.3c\n.nr LL 16.4c\n.nr LT 16.4c\n.nr HM 2c\n.nr FM 2.4c\n.nr PS 10\n.nr VS 14\n"
	    ".nr HY 0\n"
	".if t .ds FAM H\n"
	".ds CH\n.ds LF\n"
	".if t .cflags 0 -\n.if n .color 0\n"
	".defcolor f:soft gray 0.35\n.defcolor f:thin gray 0.55\n.defcolor f:faint gray 0.82\n"
	".de BT\n'ps 8\n.tl '\\m[f:soft]\\\\*[LF]''\\\\n%\\m[]'\n'ps\n..\n"
	".de f:end\n.br\n.ps \\\\n[PS]\n.vs \\\\n[VS]p\n.ft R\n.gcolor default\n.fi\n.na\n"
	    ".ss 12 0\n.hy \\\\n[HY]\n.in 0\n.ll \\\\n[LL]u\n..\n"
	".de f:title\n.f:end\n.ps 21\n.vs 26\n..\n"
	".de f:below\n.f:end\n.sp .2v\n.gcolor f:soft\n..\n"
	".de f:h2\n.f:end\n.ne 7v\n.sp 1.2v\n.ps 13\n.vs 17\n.ft B\n..\n"
	".de f:h2-end\n.f:end\n.f:line f:thin\n.sp .25v\n..\n"
	".de f:h3\n.f:end\n.ne 6v\n.sp .8v\n.ps 10.5\n.ft B\n..\n"
	".de f:goal\n.f:end\n.ne 7v\n.sp 1.2v\n.ps 15\n.vs 20\n.ft B\n..\n"
	".de f:p\n.f:end\n.ne 2v\n.sp .4v\n..\n"
	".de f:quote\n.f:p\n.in .6c\n.ft I\n..\n"
	".de f:note\n.f:p\n.ps 8.5\n.vs 12\n.gcolor f:soft\n..\n"
	".de f:item\n.f:end\n.ne 2v\n.sp .15v\n.in .5c\n.ti 0\n.nop \\Z'\\[bu]'\\h'.5c'\\c\n..\n"
	".de f:pair\n.f:end\n.ne 2v\n.sp .1v\n.in 4.6c\n.ti 0\n"
	".ie \\w'\\\\$1'u>4.4c \\{\\\n.nop \\m[f:soft]\\\\$1\\m[]\n.br\n.\\}\n"
	".el .nop \\Z'\\m[f:soft]\\\\$1\\m[]'\\h'4.6c'\\c\n..\n"
	/* A thin line over the whole width, which takes no room. */
	".de f:line\n.br\n.if n .return\n.nf\n.nop \\v'-.7v'\\m[\\\\$1]\\D'l \\\\n[LL]u "
	    "0'\\m[]\\v'.7v'\n.sp -1v\n.fi\n..\n"
	".de f:cell\n.br\n.di f:c\\\\$1\n.in 0\n.ll \\\\n[f:w\\\\$1]u\n.na\n.ps 9\n.vs 12.5p\n"
	    ".if \\\\n[f:r\\\\$1] .rj 999\n..\n"
	".de f:cell-end\n.br\n.rj 0\n.di\n.if \\\\n[dn]>\\\\n[f:max] .nr f:max \\\\n[dn]\n..\n"
	".de f:head\n.f:end\n.nr f:max 0\n.ft B\n..\n"
	".de f:head-end\n.ft R\n.nr f:hmax \\\\n[f:max]\n.nr f:i 0 1\n"
	".while \\\\n+[f:i]<=\\\\n[f:n] .rn f:c\\\\n[f:i] f:t\\\\n[f:i]\n"
	".f:end\n.ne (\\\\n[f:hmax]u+4v)\n.sp .4v\n.f:put f:t \\\\n[f:hmax]\n..\n"
	".de f:row\n.f:end\n.nr f:max 0\n..\n"
	".de f:row-end\n.f:end\n.ie \\\\n[f:max]>(\\\\n[.p]/2) .f:stack\n.el \\{\\\n"
	".if (\\\\n[.t]<(\\\\n[f:max]+.3c)) \\{\\\n.bp\n.f:put f:t \\\\n[f:hmax]\n.\\}\n"
	".f:put f:c \\\\n[f:max]\n.\\}\n..\n"
	".de f:stack\n.nr f:i 0 1\n.while \\\\n+[f:i]<=\\\\n[f:n] \\{\\\n.nf\n.ps 9\n.vs 12.5p\n"
	    ".f:c\\\\n[f:i]\n.\\}\n.f:end\n..\n"
	".de f:put\n.rs\n.if '\\\\$1'f:c' .f:line f:faint\n.sp .15v\n.nr f:top \\\\n[.d]\n.nf\n"
	    ".vs 12.5p\n.nr f:i 0 1\n"
	".while \\\\n+[f:i]<=\\\\n[f:n] \\{\\\n.sp |\\\\n[f:top]u\n.in \\\\n[f:x\\\\n[f:i]]u\n"
	    ".\\\\$1\\\\n[f:i]\n.\\}\n"
	".in 0\n.sp |(\\\\n[f:top]u+\\\\$2u)\n.f:end\n.sp .25v\n..\n"
	".de f:sign\n.f:end\n.ne 5v\n.sp .8v\n..\n"
	".de f:sign-line\n.f:end\n.sp 2.2v\n.nf\n.nop \\D'l 9c 0'\\h'1c'\\D'l 6.4c 0'\n.ps 8\n"
	    ".sp -.15v\n.gcolor f:soft\n"
	".nop \\Z'\\\\$1'\\h'10c'\\\\$2\n.f:end\n..\n";

static void
define(struct document *d, const char *s)
{
	if (troff_define(&d->out, &d->known, s))
		d->boxes = true;
}

static void
write_value(struct document *d, const char *s)
{
	troff_add(&d->out, s);
}

static void
ms_open(struct document *d)
{
	text_adds(&d->out, ".\\\" groff -ms -Tpdf\n");
	text_adds(&d->out, macros);
	text_adds(&d->out, ".LP\n");
}

static void
ms_part(struct document *d, const char *title, const char *below, const char *foot)
{
	define(d, title);
	define(d, below);
	define(d, foot);
	if (d->parts != 0)
		text_adds(&d->out, ".f:end\n.bp 1\n");
	text_adds(&d->out, ".ds LF \"");
	troff_add_word(&d->out, foot);
	text_addc(&d->out, '\n');
	if (d->organisation != NULL) {
		define(d, d->organisation);
		text_adds(&d->out, ".f:note\n");
		write_value(d, d->organisation);
	}
	text_adds(&d->out, ".f:title\n");
	write_value(d, title);
	text_adds(&d->out, ".f:below\n");
	write_value(d, below);
	text_adds(&d->out, ".f:end\n");
}

static void
ms_paragraph(struct document *d, enum document_style how, const char *s)
{
	define(d, s);
	text_adds(&d->out, how == STYLE_QUOTE ? ".f:quote\n" : how == STYLE_NOTE ? ".f:note\n" :
	    ".f:p\n");
	write_value(d, s);
	text_adds(&d->out, ".f:end\n");
}

static void
ms_part_end(struct document *d)
{
	if (d->boxes)
		ms_paragraph(d, STYLE_NOTE,
		    label(d->lang,
		    "A \xE2\x96\xA1 stands for a letter that the printer's font may lack. "
		    "The same document as pdf or html shows it."));
	d->boxes = false;
	document_flush(d);
}

static void
ms_heading(struct document *d, int level, const char *s)
{
	define(d, s);
	text_addf(&d->out, ".f:h%d\n", level);
	write_value(d, s);
	text_adds(&d->out, level == 2 ? ".f:h2-end\n" : ".f:end\n");
}

static void
ms_goal(struct document *d, const char *s)
{
	define(d, s);
	text_adds(&d->out, ".f:goal\n");
	write_value(d, s);
	text_adds(&d->out, ".f:end\n");
}

static void
add_pair(struct document *d, const char *name, const char *value)
{
	text_adds(&d->out, ".f:pair \"");
	troff_add_word(&d->out, name);
	text_adds(&d->out, "\"\n");
	write_value(d, value);
}

static void
ms_pairs(struct document *d)
{
	text_adds(&d->out, ".f:end\n.sp .3v\n");
	for (size_t i = 0; i + 1 < d->ncells; i += 2) {
		define(d, d->cells[i]);
		define(d, d->cells[i + 1]);
		add_pair(d, d->cells[i], d->cells[i + 1]);
	}
	text_adds(&d->out, ".f:end\n");
}

static void
ms_items(struct document *d)
{
	text_adds(&d->out, ".f:end\n.sp .2v\n");
	for (size_t i = 0; i < d->ncells; i++) {
		define(d, d->cells[i]);
		text_adds(&d->out, ".f:item\n");
		write_value(d, d->cells[i]);
	}
	text_adds(&d->out, ".f:end\n");
}

static void
add_cell(struct document *d, size_t column, const char *s)
{
	text_addf(&d->out, ".f:cell %zu\n", column + 1);
	write_value(d, s);
	text_adds(&d->out, ".f:cell-end\n");
}

/*
 * Characters of a table that the whole width holds, about; and how many lines make a row too high
 * to stand side by side.
 */
enum { LINE_CHARACTERS = 100, ROW_LINES = 30 };

/* Writes the row from that cell on: side by side, or a very high one as a list. */
static void
add_row(struct document *d, size_t cell, int all)
{
	bool high = false;

	for (size_t i = 0; i < d->ncolumns; i++) {
		size_t lines = utf8_width(d->cells[cell + i]) *
		    (size_t)all / ((size_t)d->columns[i].weight * LINE_CHARACTERS);

		high = high || lines > ROW_LINES;
	}
	text_adds(&d->out, high ? ".f:end\n.f:line f:faint\n.sp .2v\n" : ".f:row\n");
	for (size_t i = 0; i < d->ncolumns; i++)
		if (!high)
			add_cell(d, i, d->cells[cell + i]);
		else if (*d->cells[cell + i] != '\0')
			add_pair(d, d->columns[i].heading, d->cells[cell + i]);
	text_adds(&d->out, high ? ".f:end\n.sp .3v\n" : ".f:row-end\n");
}

/* Lines that a caption has with the headings and the first row below it. */
enum { CAPTION_LINES = 8 };

static void
ms_table(struct document *d)
{
	int all = 0, before = 0;

	if (*d->caption != '\0') {
		text_addf(&d->out, ".f:end\n.ne %dv\n", CAPTION_LINES);
		ms_paragraph(d, STYLE_NOTE, d->caption);
	}
	for (size_t i = 0; i < d->ncolumns; i++) {
		all += d->columns[i].weight;
		define(d, d->columns[i].heading);
	}
	for (size_t i = 0; i < d->ncells; i++)
		define(d, d->cells[i]);
	text_addf(&d->out, ".nr f:n %zu\n", d->ncolumns);
	for (size_t i = 0; i < d->ncolumns; i++) {
		text_addf(&d->out, ".nr f:x%zu (\\n[LL]*%d/%d)\n", i + 1, before, all);
		text_addf(&d->out, ".nr f:w%zu (\\n[LL]*%d/%d%s)\n", i + 1,
		    d->columns[i].weight, all, i + 1 < d->ncolumns ? "-.35c" : "");
		text_addf(&d->out, ".nr f:r%zu %d\n", i + 1, d->columns[i].right);
		before += d->columns[i].weight;
	}
	text_adds(&d->out, ".f:head\n");
	for (size_t i = 0; i < d->ncolumns; i++)
		add_cell(d, i, d->columns[i].heading);
	text_adds(&d->out, ".f:head-end\n");
	for (size_t i = 0; i + d->ncolumns <= d->ncells; i += d->ncolumns)
		add_row(d, i, all);
}

static void
ms_signs(struct document *d)
{
	struct text line = { 0 };

	text_addf(&d->out, ".f:end\n.ne %zuv\n", d->ncells / SIGN_CELLS * 6);
	for (size_t i = 0; i + SIGN_CELLS <= d->ncells; i += SIGN_CELLS) {
		text_clear(&line);
		text_adds(&line, d->cells[i]);
		if (*d->cells[i + 1] != '\0')
			text_addf(&line, ": %s", d->cells[i + 1]);
		if (*d->cells[i + 2] != '\0')
			text_addf(&line, " \xE2\x80\x94 %s", d->cells[i + 2]);
		define(d, text_string(&line));
		text_adds(&d->out, ".f:sign\n");
		write_value(d, text_string(&line));
		text_adds(&d->out, ".f:sign-line \"");
		troff_add_word(&d->out, label(d->lang, *d->cells[i + 1] != '\0' ? "signature" :
		    "name and signature"));
		text_adds(&d->out, "\" \"");
		troff_add_word(&d->out, label(d->lang, "place and date"));
		text_adds(&d->out, "\"\n");
	}
	text_release(&line);
}

static void
ms_picture(struct document *d, const char *svg, const char *alternative)
{
	(void)svg;
	if (*alternative != '\0')
		ms_paragraph(d, STYLE_PLAIN, alternative);
}

static void
ms_page(struct document *d)
{
	text_adds(&d->out, ".f:end\n.bp\n");
}

static void
ms_keep(struct document *d, bool begin)
{
	text_adds(&d->out, begin ? ".f:end\n.KS\n.f:end\n" : ".f:end\n.KE\n");
}

static void
ms_close(struct document *d)
{
	(void)d;
}

const struct document_backend document_ms = {
	ms_open, ms_part, ms_part_end, ms_heading, ms_goal, ms_paragraph, ms_pairs, ms_items,
	ms_table, ms_signs, NULL, NULL, NULL, NULL, NULL, ms_picture, ms_page, ms_keep, ms_close
};
