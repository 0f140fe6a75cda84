/* SPDX-License-Identifier: ISC */
#include "document_block.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"
#include "wrapped.h"

/*
 * On the screen: between two columns; a label before its value, and the value; a word that stays
 * whole; before a line that goes on.
 */
enum { GAP = 2, LABEL_MAX = 28, VALUE_LEAST = 28, WHOLE = 32, INDENT = 2 };

/* Wraps a value at the width, as a terminal may show it. */
static void
wrap(struct wrapped *l, const char *s, size_t width)
{
	struct text shown = { 0 };
	char *all, *line, *end;

	utf8_show(&shown, s, true);
	all = text_take(&shown);
	for (line = all; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		wrapped_add(l, line, width);
	}
	wrapped_add(l, line, width);
	free(all);
}

static void
blanks(struct text *to, size_t n)
{
	while (n-- != 0)
		text_addc(to, ' ');
}

/* Adds s with `first` before its first line and `indent` blanks before the others. */
static void
hang_by(struct document *d, const char *first, size_t indent, const char *s)
{
	struct wrapped l = { 0 };

	wrap(&l, s, d->width - indent);
	for (size_t i = 0; i < l.n; i++) {
		if (i == 0)
			text_adds(&d->out, first);
		else if (*l.at[i] != '\0')
			blanks(&d->out, indent);
		text_adds(&d->out, l.at[i]);
		text_addc(&d->out, '\n');
	}
	wrapped_release(&l);
}

/* Adds s with `first` before its first line and blanks of the same width before the others. */
static void
hang(struct document *d, const char *first, const char *s)
{
	hang_by(d, first, utf8_width(first), s);
}

/* "name: value", where there is no room for the one beside the other. */
static void
add_pair(struct document *d, const char *name, const char *value)
{
	struct text pair = { 0 };
	bool asks = *name != '\0' && name[strlen(name) - 1] == '?';

	text_addf(&pair, asks ? "%s %s" : "%s: %s", name, value);
	hang_by(d, "", INDENT, text_string(&pair));
	text_release(&pair);
}

static void
underlined(struct document *d, const char *s, char with)
{
	struct wrapped l = { 0 };
	size_t widest = 0;

	wrap(&l, s, d->width);
	for (size_t i = 0; i < l.n; i++) {
		size_t width = utf8_width(l.at[i]);

		text_addf(&d->out, "%s\n", l.at[i]);
		widest = width > widest ? width : widest;
	}
	while (widest-- != 0)
		text_addc(&d->out, with);
	text_addc(&d->out, '\n');
	wrapped_release(&l);
}

static void
plain_nothing(struct document *d)
{
	(void)d;
}

static void
plain_part(struct document *d, const char *title, const char *below, const char *foot)
{
	(void)foot;
	if (d->parts != 0)
		text_adds(&d->out, "\n\n\n");
	if (d->organisation != NULL) {
		hang(d, "", d->organisation);
		text_addc(&d->out, '\n');
	}
	underlined(d, title, '=');
	if (*below != '\0')
		hang(d, "", below);
}

static void
plain_part_end(struct document *d)
{
	document_flush(d);
}

static void
plain_heading(struct document *d, int level, const char *s)
{
	text_adds(&d->out, level == 2 ? "\n\n" : "\n");
	if (level == 2)
		underlined(d, s, '-');
	else
		hang(d, "", s);
}

static void
plain_goal(struct document *d, const char *s)
{
	plain_heading(d, 2, s);
}

static void
plain_paragraph(struct document *d, enum document_style how, const char *s)
{
	text_addc(&d->out, '\n');
	hang(d, how == STYLE_QUOTE ? "    " : "", s);
}

static void
plain_pairs(struct document *d)
{
	size_t widest = 0;
	struct text first = { 0 }, name = { 0 };

	for (size_t i = 0; i < d->ncells; i += 2) {
		size_t width = utf8_width(d->cells[i]) + GAP;

		widest = width > widest ? width : widest;
	}
	widest = widest > LABEL_MAX ? LABEL_MAX : widest;
	text_addc(&d->out, '\n');
	for (size_t i = 0; i + 1 < d->ncells; i += 2) {
		if (widest + VALUE_LEAST > d->width) {
			add_pair(d, d->cells[i], d->cells[i + 1]);
			continue;
		}
		text_clear(&first);
		text_clear(&name);
		utf8_show(&name, d->cells[i], false);
		if (utf8_width(text_string(&name)) + GAP > widest)
			hang(d, "", text_string(&name));
		else
			text_adds(&first, text_string(&name));
		blanks(&first, widest - utf8_width(text_string(&first)));
		hang(d, text_string(&first), d->cells[i + 1]);
	}
	text_release(&first);
	text_release(&name);
}

static void
plain_items(struct document *d)
{
	text_addc(&d->out, '\n');
	for (size_t i = 0; i < d->ncells; i++)
		hang(d, "- ", d->cells[i]);
}

/* The widest line of a value. */
static size_t
natural_width(const char *s)
{
	struct wrapped l = { 0 };
	size_t widest = 0;

	wrap(&l, s, (size_t)-1);
	for (size_t i = 0; i < l.n; i++) {
		size_t width = utf8_width(l.at[i]);

		widest = width > widest ? width : widest;
	}
	wrapped_release(&l);
	return widest;
}

/* The widest word of a value. */
static size_t
word_width(const char *s)
{
	size_t widest = 0;

	while (*s != '\0') {
		size_t n = strcspn(s, " \n");
		char *word = alloc_copy_n(s, n);
		size_t width = natural_width(word);

		widest = width > widest ? width : widest;
		s += n + strspn(s + n, " \n");
		free(word);
	}
	return widest;
}

/* The column that is widest for its weight of those wider than the least that is given; or -1. */
static size_t
widest_column(const struct document *d, const size_t *widths, const size_t *least)
{
	size_t widest = (size_t)-1;

	for (size_t i = 0; i < d->ncolumns; i++)
		if (widths[i] > least[i] && (widest == (size_t)-1 ||
		    widths[i] / (size_t)d->columns[i].weight >
		    widths[widest] / (size_t)d->columns[widest].weight))
			widest = i;
	return widest;
}

/*
 * Gives each column its natural width, or less where all together are too wide: then the widest
 * lose first, down to their longest word, or to WHOLE. False where that is too wide.
 */
static bool
fit_columns(const struct document *d, size_t *widths)
{
	size_t gaps = GAP * (d->ncolumns - 1), all = gaps, most = gaps, widest;
	size_t *words = alloc_new(d->ncolumns, sizeof *words);

	for (size_t i = 0; i < d->ncolumns; i++) {
		widths[i] = natural_width(d->columns[i].heading);
		words[i] = word_width(d->columns[i].heading);
	}
	for (size_t i = 0; i < d->ncells; i++) {
		size_t width = natural_width(d->cells[i]), *column = &widths[i % d->ncolumns];
		size_t word = word_width(d->cells[i]), *least = &words[i % d->ncolumns];

		*column = width > *column ? width : *column;
		*least = word > *least ? word : *least;
	}
	for (size_t i = 0; i < d->ncolumns; i++) {
		words[i] = words[i] > WHOLE ? WHOLE : words[i];
		most += words[i];
		all += widths[i];
	}
	for (; most <= d->width && all > d->width; all--) {
		widest = widest_column(d, widths, words);
		widths[widest]--;
	}
	free(words);
	return all <= d->width;
}

/* Adds a row; returns how many lines it takes. */
static size_t
add_row(struct document *d, const size_t *widths, const char *const *cells)
{
	struct wrapped *l = alloc_new(d->ncolumns, sizeof *l);
	size_t height = 0;

	for (size_t i = 0; i < d->ncolumns; i++) {
		wrap(&l[i], cells[i], widths[i]);
		height = l[i].n > height ? l[i].n : height;
	}
	for (size_t k = 0; k < height; k++) {
		size_t owed = 0;

		for (size_t i = 0; i < d->ncolumns; i++) {
			const char *s = k < l[i].n ? l[i].at[k] : "";
			size_t width = utf8_width(s), pad = widths[i] > width ? widths[i] - width :
			    0;

			if (*s != '\0') {
				blanks(&d->out, owed + (d->columns[i].right ? pad : 0));
				owed = 0;
				text_adds(&d->out, s);
				owed = d->columns[i].right ? 0 : pad;
			} else
				owed += widths[i];
			owed += GAP;
		}
		text_addc(&d->out, '\n');
	}
	for (size_t i = 0; i < d->ncolumns; i++)
		wrapped_release(&l[i]);
	free(l);
	return height;
}

/* Each row as lines of "heading: value", for want of room. */
static void
add_stacked(struct document *d)
{
	for (size_t i = 0; i + d->ncolumns <= d->ncells; i += d->ncolumns) {
		if (i > 0)
			text_addc(&d->out, '\n');
		for (size_t k = 0; k < d->ncolumns; k++) {
			const char *value = d->cells[i + k];

			if (*value != '\0' && *d->columns[k].heading != '\0')
				add_pair(d, d->columns[k].heading, value);
			else if (*value != '\0')
				hang_by(d, "", INDENT, value);
		}
	}
}

static void
add_columns(struct document *d, const size_t *widths)
{
	const char **headings = alloc_new(d->ncolumns, sizeof *headings);

	for (size_t i = 0; i < d->ncolumns; i++)
		headings[i] = d->columns[i].heading;
	add_row(d, widths, headings);
	for (size_t i = 0; i < d->ncolumns; i++) {
		blanks(&d->out, i == 0 ? 0 : GAP);
		for (size_t k = 0; k < widths[i]; k++)
			text_addc(&d->out, '-');
	}
	text_addc(&d->out, '\n');
	for (size_t i = 0; i + d->ncolumns <= d->ncells; i += d->ncolumns)
		if (add_row(d, widths, (const char *const *)d->cells + i) > 1 &&
		    i + d->ncolumns < d->ncells)
			text_addc(&d->out, '\n');
	free(headings);
}

static void
plain_table(struct document *d)
{
	size_t *widths = alloc_new(d->ncolumns, sizeof *widths);

	text_addc(&d->out, '\n');
	if (*d->caption != '\0') {
		hang(d, "", d->caption);
		text_addc(&d->out, '\n');
	}
	if (fit_columns(d, widths))
		add_columns(d, widths);
	else
		add_stacked(d);
	free(widths);
}

/* Two texts on a line, or on two where there is no room. */
static void
add_beside(struct document *d, const char *one, const char *other)
{
	if (utf8_width(one) + GAP + utf8_width(other) <= d->width) {
		text_addf(&d->out, "%s%*s%s\n", one, GAP, "", other);
		return;
	}
	hang_by(d, "", INDENT, one);
	hang_by(d, "", INDENT, other);
}

static void
plain_signs(struct document *d)
{
	struct text line = { 0 }, where = { 0 };

	for (size_t i = 0; i + SIGN_CELLS <= d->ncells; i += SIGN_CELLS) {
		text_clear(&line);
		text_adds(&line, d->cells[i]);
		if (*d->cells[i + 1] != '\0')
			text_addf(&line, ": %s", d->cells[i + 1]);
		if (*d->cells[i + 2] != '\0')
			text_addf(&line, " (%s)", d->cells[i + 2]);
		text_addc(&d->out, '\n');
		hang(d, "", text_string(&line));
		text_clear(&line);
		text_addf(&line, "%s: ____________________",
		    label(d->lang, *d->cells[i + 1] != '\0' ? "signature" : "name and signature"));
		text_clear(&where);
		text_addf(&where, "%s: ______________", label(d->lang, "place and date"));
		text_addc(&d->out, '\n');
		add_beside(d, text_string(&line), text_string(&where));
	}
	text_release(&line);
	text_release(&where);
}

static void
plain_picture(struct document *d, const char *svg, const char *alternative)
{
	(void)svg;
	if (*alternative != '\0')
		plain_paragraph(d, STYLE_PLAIN, alternative);
}

static void
plain_page(struct document *d)
{
	text_addc(&d->out, '\n');
	for (size_t i = 0; i < d->width; i++)
		text_addc(&d->out, '-');
	text_addc(&d->out, '\n');
}

static void
plain_keep(struct document *d, bool begin)
{
	(void)d, (void)begin;
}

const struct document_backend document_text = {
	plain_nothing, plain_part, plain_part_end, plain_heading, plain_goal, plain_paragraph,
	plain_pairs, plain_items, plain_table, plain_signs, NULL, NULL, NULL, NULL, NULL,
	plain_picture, plain_page, plain_keep,
	plain_nothing
};
