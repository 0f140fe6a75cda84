/* SPDX-License-Identifier: ISC */
#include "table_layout.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"

/*
 * Columns of the terminal: of a word that is not broken; of words that stay on a line while others
 * can be left out; of longer text, likewise.
 */
enum { WHOLE = 32, PHRASE = 18, TEXT = 15 };

/* The width of the longest word: what is between blanks. */
static size_t
longest_word(const char *s)
{
	size_t longest = 0;

	while (*(s += strspn(s, " ")) != '\0') {
		size_t n = strcspn(s, " "), width = utf8_width_n(s, n);

		longest = width > longest ? width : longest;
		s += n;
	}
	return longest;
}

/* How soon a column is left out: 0 = never; one without a value is the first. */
static int
spare(const struct table_layout *l, size_t column)
{
	int rank = l->columns[column].spare;

	for (size_t j = column + l->n; rank > 0 && j < l->n_cells; j += l->n)
		if (l->cells[j].width > 0)
			return rank;
	return rank > 0 ? TABLE_SPARE_MOST + 1 : 0;
}

static void
measure_column(struct table_layout *l, size_t column)
{
	bool words = l->columns[column].type == TABLE_WORD;
	size_t widest = 0, least = longest_word(l->cells[column].text);

	for (size_t j = column + l->n; j < l->n_cells; j += l->n) {
		size_t width = l->cells[j].width, whole = width;

		widest = width > widest ? width : widest;
		if (words && whole > least)
			whole = longest_word(l->cells[j].text);
		least = whole > least ? whole : least;
	}
	if (words && least > WHOLE)
		least = WHOLE;
	l->least[column] = l->wanted[column] = least > 0 ? least : 1;
	if (words && widest > PHRASE)
		widest = TEXT;
	if (words && widest > l->wanted[column])
		l->wanted[column] = widest;
}

static void
measure(struct table_layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		l->widths[i] = 1;
		for (size_t j = i; j < l->n_cells; j += l->n)
			if (l->cells[j].width > l->widths[i])
				l->widths[i] = l->cells[j].width;
		measure_column(l, i);
	}
}

static size_t
line_width(const struct table_layout *l, const size_t *widths)
{
	size_t line = 0;

	for (size_t i = 0; i < l->n; i++)
		if (!l->out[i])
			line += widths[i] + (line > 0 ? TABLE_GAP : 0);
	return line;
}

/* Leaves out spare columns until the others have what they want, or there are none. */
static void
leave_out(struct table_layout *l)
{
	while (line_width(l, l->wanted) > l->width) {
		size_t found = l->n;
		int most = 0;

		for (size_t i = 0; i < l->n; i++) {
			int rank = l->out[i] ? 0 : spare(l, i);

			found = rank > most ? i : found;
			most = rank > most ? rank : most;
		}
		if (found == l->n)
			return;
		l->out[found] = true;
	}
}

/* Brings back columns up to a rank for which there is room. */
static void
bring_back(struct table_layout *l, const size_t *widths, int most)
{
	for (int rank = 1; rank <= most; rank++)
		for (size_t i = l->n; i-- > 0; ) {
			if (!l->out[i] || spare(l, i) != rank)
				continue;
			l->out[i] = false;
			l->out[i] = line_width(l, widths) > l->width;
		}
}

/* Takes from the widest column of words, or of the others, down to `least`; false: none can. */
static bool
take_one(struct table_layout *l, bool words, const size_t *least)
{
	size_t widest = l->n;

	for (size_t i = 0; i < l->n; i++)
		if (!l->out[i] && (l->columns[i].type == TABLE_WORD) == words &&
		    l->widths[i] > least[i] &&
		    (widest == l->n || l->widths[i] > l->widths[widest]))
			widest = i;
	if (widest == l->n)
		return false;
	l->widths[widest]--;
	return true;
}

/*
 * Fits the columns into the width; false: only below one another they do. What is behind a column
 * that was wider may come back; the most useful one also where it is then narrow.
 */
static bool
fit(struct table_layout *l)
{
	if (l->width == 0 || line_width(l, l->widths) <= l->width)
		return true;
	leave_out(l);
	bring_back(l, l->wanted, TABLE_SPARE_MOST);
	bring_back(l, l->least, 1);
	if (line_width(l, l->least) > l->width)
		return false;
	while (line_width(l, l->widths) > l->width)
		if (!take_one(l, false, l->least) && !take_one(l, true, l->wanted))
			take_one(l, true, l->least);
	return true;
}

bool
table_layout_lacks(const struct table_layout *l, size_t column)
{
	return !l->stacked && l->out[column] && spare(l, column) <= TABLE_SPARE_MOST;
}

void
table_layout_begin(struct table_layout *l)
{
	l->least = alloc_new(3 * l->n, sizeof *l->least);
	l->wanted = l->least + l->n;
	l->widths = l->wanted + l->n;
	l->out = alloc_new(l->n, sizeof *l->out);
	measure(l);
	l->stacked = !fit(l);
}

void
table_layout_release(struct table_layout *l)
{
	free(l->least);
	free(l->out);
}
