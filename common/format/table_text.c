/* SPDX-License-Identifier: ISC */
#include "table_text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"
#include "wrapped.h"

/* columns of the terminal: between two columns; for words that are long; for them at the worst */
enum { GAP = 2, NARROW = 16, NARROWEST = 8 };

void
table_text_keep(struct table_text *table, const char *value)
{
	struct text *text = &table->scratch;
	char *plain = alloc_copy(value);
	struct table_text_cell cell;

	for (char *c = strpbrk(plain, "\t\n"); c != NULL; c = strpbrk(c, "\t\n"))
		*c = ' ';
	text_clear(text);
	utf8_show(text, plain, false);
	free(plain);
	cell.text = arena_copy(&table->arena, text_string(text), text->len);
	cell.width = utf8_width(cell.text);
	cell.attention = table->attention;
	table->attention = false;
	table->cells = alloc_room(table->cells, &table->cap, table->n_cells + 1,
	    sizeof *table->cells);
	table->cells[table->n_cells++] = cell;
}

void
table_text_begin(struct table_text *table, bool behind, const char *title,
    const struct table_column *columns, size_t n)
{
	if (behind)
		putc('\n', table->to);
	if (title != NULL) {
		text_clear(&table->scratch);
		utf8_show(&table->scratch, title, false);
		fprintf(table->to, "%s\n\n", text_string(&table->scratch));
	}
	table->columns = columns;
	table->n = n;
	table->n_cells = 0;
	arena_clear(&table->arena);
	for (size_t i = 0; i < n; i++)
		table_text_keep(table, columns[i].heading != NULL ? columns[i].heading :
		    columns[i].name);
}

/* The width of the longest word: what is between blanks. */
static size_t
longest_word(const char *s)
{
	size_t longest = 0;

	while (*(s += strspn(s, " ")) != '\0') {
		size_t n = strcspn(s, " "), width;
		char *word = alloc_copy_n(s, n);

		width = utf8_width(word);
		longest = width > longest ? width : longest;
		free(word);
		s += n;
	}
	return longest;
}

/* How wide the columns are: as they come, at the least, and in the end; 0 = left out. */
struct layout {
	size_t *natural, *least, *widths;
	size_t n;
};

/* How soon a column is left out: 0 = never; one without a value is the first. */
static int
spare(const struct table_text *table, const struct layout *l, size_t column)
{
	int rank = table->columns[column].spare;

	for (size_t j = column + l->n; rank > 0 && j < table->n_cells; j += l->n)
		if (table->cells[j].width > 0)
			return rank;
	return rank > 0 ? INT_MAX : 0;
}

static void
measure(const struct table_text *table, struct layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		size_t whole = longest_word(table->cells[i].text);

		l->natural[i] = table->cells[i].width;
		for (size_t j = i + l->n; j < table->n_cells; j += l->n) {
			size_t width = table->cells[j].width;

			l->natural[i] = width > l->natural[i] ? width : l->natural[i];
			whole = width > whole ? width : whole;
		}
		if (table->columns[i].type == TABLE_WORD && whole > NARROW)
			whole = NARROW;
		l->least[i] = whole == 0 ? 1 : whole;
		l->natural[i] = l->natural[i] == 0 ? 1 : l->natural[i];
		l->widths[i] = l->natural[i];
	}
}

static size_t
line_width(const size_t *widths, size_t n)
{
	size_t line = 0;

	for (size_t i = 0; i < n; i++)
		if (widths[i] > 0)
			line += widths[i] + (line > 0 ? GAP : 0);
	return line;
}

/* Leaves out spare columns until the others have room at the least. */
static void
leave_out(const struct table_text *table, struct layout *l)
{
	while (line_width(l->least, l->n) > table->width) {
		size_t out = l->n;
		int most = 0;

		for (size_t i = 0; i < l->n; i++) {
			int rank = l->least[i] > 0 ? spare(table, l, i) : 0;

			out = rank > most ? i : out;
			most = rank > most ? rank : most;
		}
		if (out == l->n)
			return;
		l->least[out] = l->widths[out] = 0;
	}
}

/* Takes from the widest column of words, or of the others, down to the least; false: none can. */
static bool
take_one(const struct table_text *table, struct layout *l, bool words)
{
	size_t widest = l->n;

	for (size_t i = 0; i < l->n; i++)
		if ((table->columns[i].type == TABLE_WORD) == words &&
		    l->widths[i] > l->least[i] &&
		    (widest == l->n || l->widths[i] > l->widths[widest]))
			widest = i;
	if (widest == l->n)
		return false;
	l->widths[widest]--;
	return true;
}

static void
fit(const struct table_text *table, struct layout *l)
{
	if (table->width == 0 || line_width(l->widths, l->n) <= table->width)
		return;
	leave_out(table, l);
	while (line_width(l->widths, l->n) > table->width)
		if (!take_one(table, l, false) && !take_one(table, l, true))
			break;
	for (size_t i = 0; i < l->n; i++)
		if (table->columns[i].type == TABLE_WORD && l->least[i] > NARROWEST)
			l->least[i] = NARROWEST;
	while (line_width(l->widths, l->n) > table->width && take_one(table, l, true))
		;
}

/* Adds a piece of a row to a line; no line ends in blanks, so what is due behind it waits. */
static void
add_piece(struct text *line, const char *piece, size_t width, bool right, size_t *blanks)
{
	size_t shown = utf8_width(piece);

	if (right && shown < width)
		*blanks += width - shown;
	if (piece[0] != '\0')
		for (; *blanks != 0; --*blanks)
			text_addc(line, ' ');
	text_adds(line, piece);
	*blanks += GAP + (right || shown > width ? 0 : width - shown);
}

/* A row, in as many lines as its longest cell needs. */
static void
put_row(struct table_text *table, const struct layout *l, const struct table_text_cell *cells)
{
	struct wrapped *pieces = alloc_new(l->n, sizeof *pieces);
	size_t most = 1;

	for (size_t i = 0; i < l->n; i++) {
		if (l->widths[i] > 0)
			wrapped_add(&pieces[i], cells[i].text, l->widths[i]);
		most = pieces[i].n > most ? pieces[i].n : most;
	}
	for (size_t line = 0; line < most; line++) {
		size_t blanks = 0;

		text_clear(&table->scratch);
		for (size_t i = 0; i < l->n; i++)
			if (l->widths[i] > 0)
				add_piece(&table->scratch,
				    line < pieces[i].n ? pieces[i].at[line] : "", l->widths[i],
				    table->columns[i].type == TABLE_NUMBER, &blanks);
		fprintf(table->to, "%s\n", text_string(&table->scratch));
	}
	for (size_t i = 0; i < l->n; i++)
		wrapped_release(&pieces[i]);
	free(pieces);
}

/* Whether the heading is among those of the list, with ", " between two. */
static bool
lists(const char *list, const char *heading)
{
	size_t n = strlen(heading);

	for (const char *at = list; (at = strstr(at, heading)) != NULL && *at != '\0'; at++)
		if ((at == list || (at - list >= 2 && memcmp(at - 2, ", ", 2) == 0)) &&
		    (at[n] == ',' || at[n] == '\0'))
			return true;
	return false;
}

/* Remembers the headings of what is left out, each once. */
static void
note_left_out(struct table_text *table, const struct layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *heading = table->cells[i].text;

		if (l->widths[i] == 0 && !lists(text_string(&table->left_out), heading))
			text_addf(&table->left_out, "%s%s", table->left_out.len == 0 ? "" : ", ",
			    heading);
	}
}

void
table_text_close(struct table_text *table)
{
	struct wrapped lines = { 0 };

	if (table->left_out.len > 0) {
		text_clear(&table->scratch);
		text_addf(&table->scratch, "%s: %s.",
		    label(table->lang, "Not shown, for want of room"),
		    text_string(&table->left_out));
		wrapped_add(&lines, text_string(&table->scratch), table->width);
		putc('\n', table->to);
	}
	for (size_t i = 0; i < lines.n; i++)
		fprintf(table->to, "%s\n", lines.at[i]);
	wrapped_release(&lines);
	text_clear(&table->left_out);
}

static void
paint(struct table_text *table, enum table_paint how)
{
	if (table->paint != NULL)
		table->paint(how);
}

void
table_text_end(struct table_text *table)
{
	struct layout l = { .n = table->n };

	l.natural = alloc_new(3 * l.n, sizeof *l.natural);
	l.least = l.natural + l.n;
	l.widths = l.least + l.n;
	measure(table, &l);
	fit(table, &l);
	for (size_t i = 0; i < table->n_cells; i += l.n) {
		enum table_paint how = i == 0 ? TABLE_HEADING :
		    table->cells[i].attention ? TABLE_ATTENTION : TABLE_PLAIN;

		if (how != TABLE_PLAIN)
			paint(table, how);
		put_row(table, &l, &table->cells[i]);
		if (how != TABLE_PLAIN)
			paint(table, TABLE_PLAIN);
	}
	note_left_out(table, &l);
	free(l.natural);
}

void
table_text_release(struct table_text *table)
{
	text_release(&table->scratch);
	text_release(&table->left_out);
	arena_release(&table->arena);
	free(table->cells);
}
