/* SPDX-License-Identifier: ISC */
#include "table_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"
#include "wrapped.h"

enum { INDENT = 2 };		/* before a line that goes on */

void
table_text_keep(struct table_text *table, const char *value)
{
	struct text *text = &table->scratch;
	char *plain = strpbrk(value, "\t\n") != NULL ? alloc_copy(value) : NULL;
	struct table_text_cell cell;

	if (plain != NULL)
		for (char *c = plain; (c = strpbrk(c, "\t\n")) != NULL; )
			*c = ' ';
	text_clear(text);
	utf8_show(text, plain != NULL ? plain : value, false);
	free(plain);
	cell.text = arena_copy(&table->arena, text_string(text), text->len);
	cell.width = utf8_width(cell.text);
	cell.attention = table->attention;
	table->attention = false;
	table->cells = alloc_room(table->cells, &table->cap, table->n_cells + 1,
	    sizeof *table->cells);
	table->cells[table->n_cells++] = cell;
}

/* Words in lines that fit, those behind the first indented. */
static void
put_hanging(struct table_text *table, const char *words, size_t indent)
{
	struct wrapped lines = { 0 };

	wrapped_add(&lines, words, table->width == 0 ? SIZE_MAX : table->width > 2 * indent ?
	    table->width - indent : 1);
	for (size_t i = 0; i < lines.n; i++)
		fprintf(table->to, "%*s%s\n", i > 0 ? (int)indent : 0, "", lines.at[i]);
	wrapped_release(&lines);
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
		put_hanging(table, text_string(&table->scratch), 0);
		putc('\n', table->to);
	}
	table->columns = columns;
	table->n = n;
	table->n_cells = table->n_parts = 0;
	arena_clear(&table->arena);
	for (size_t i = 0; i < n; i++)
		table_text_keep(table, columns[i].heading != NULL ? columns[i].heading :
		    columns[i].name);
}

void
table_text_part(struct table_text *table, const char *title)
{
	struct table_text_part *part;

	table->parts = alloc_room(table->parts, &table->parts_cap, table->n_parts + 1,
	    sizeof *table->parts);
	part = &table->parts[table->n_parts++];
	text_clear(&table->scratch);
	utf8_show(&table->scratch, title, false);
	part->title = arena_copy(&table->arena, text_string(&table->scratch), table->scratch.len);
	part->cell = table->n_cells;
}

/* Adds a piece of a row to a line; no line ends in blanks, so what is due behind it waits. */
static void
add_piece(struct text *line, const char *piece, size_t shown, size_t width, bool right,
    size_t *blanks)
{
	if (right && shown < width)
		*blanks += width - shown;
	if (piece[0] != '\0') {
		memset(text_room(line, *blanks), ' ', *blanks);
		text_took(line, *blanks);
		*blanks = 0;
	}
	text_adds(line, piece);
	*blanks += TABLE_GAP + (right || shown > width ? 0 : width - shown);
}

/* Whether the cell is one line of its column as it stands. */
static bool
fits(const struct table_text_cell *cell, size_t width)
{
	size_t n = strlen(cell->text);

	return cell->width <= width && (n == 0 || cell->text[n - 1] != ' ') &&
	    memchr(cell->text, 0xC2, n) == NULL;
}

/* A row of one line, as most are. Returns false, and puts nothing, for another. */
static bool
put_line(struct table_text *table, const struct table_layout *l,
    const struct table_text_cell *cells)
{
	size_t blanks = 0;

	for (size_t i = 0; i < l->n; i++)
		if (!l->out[i] && !fits(&cells[i], l->widths[i]))
			return false;
	text_clear(&table->scratch);
	for (size_t i = 0; i < l->n; i++)
		if (!l->out[i])
			add_piece(&table->scratch, cells[i].text, cells[i].width, l->widths[i],
			    table->columns[i].type == TABLE_NUMBER, &blanks);
	text_addc(&table->scratch, '\n');
	fputs(text_string(&table->scratch), table->to);
	return true;
}

/* A row, in as many lines as its longest cell needs. */
static void
put_row(struct table_text *table, const struct table_layout *l, const struct table_text_cell *cells)
{
	struct wrapped *pieces;
	size_t most = 1;

	if (put_line(table, l, cells))
		return;
	pieces = alloc_new(l->n, sizeof *pieces);
	for (size_t i = 0; i < l->n; i++) {
		if (!l->out[i])
			wrapped_add(&pieces[i], cells[i].text, l->widths[i]);
		most = pieces[i].n > most ? pieces[i].n : most;
	}
	for (size_t line = 0; line < most; line++) {
		size_t blanks = 0;

		text_clear(&table->scratch);
		for (size_t i = 0; i < l->n; i++) {
			const char *piece = line < pieces[i].n ? pieces[i].at[line] : "";

			if (!l->out[i])
				add_piece(&table->scratch, piece, utf8_width(piece), l->widths[i],
				    table->columns[i].type == TABLE_NUMBER, &blanks);
		}
		fprintf(table->to, "%s\n", text_string(&table->scratch));
	}
	for (size_t i = 0; i < l->n; i++)
		wrapped_release(&pieces[i]);
	free(pieces);
}

/* A cell behind its heading; what is no text is never broken, and has a line of its own. */
static void
put_pair(struct table_text *table, const char *heading, const struct table_text_cell *cell,
    bool words)
{
	struct text *line = &table->scratch;

	text_clear(line);
	text_addf(line, "%s: ", heading);
	if (words || utf8_width(text_string(line)) + cell->width + INDENT <= table->width) {
		text_adds(line, cell->text);
		put_hanging(table, text_string(line), INDENT);
		return;
	}
	put_hanging(table, text_string(line), INDENT);
	fprintf(table->to, "%*s%s\n", cell->width + INDENT <= table->width ? INDENT : 0, "",
	    cell->text);
}

/* Where there is not a row to say them in. */
static void
put_headings(struct table_text *table)
{
	struct text *line = &table->scratch;

	text_clear(line);
	for (size_t i = 0; i < table->n; i++)
		text_addf(line, "%s%s", i > 0 ? ", " : "", table->cells[i].text);
	put_hanging(table, text_string(line), INDENT);
}

/* A row where there is no room for columns: all that it has, below one another. */
static void
put_stacked(struct table_text *table, const struct table_text_cell *cells)
{
	for (size_t i = 0; i < table->n; i++)
		if (cells[i].width > 0)
			put_pair(table, table->cells[i].text, &cells[i],
			    table->columns[i].type == TABLE_WORD);
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
note_left_out(struct table_text *table, const struct table_layout *l)
{
	for (size_t i = 0; i < l->n; i++) {
		const char *heading = table->cells[i].text;

		if (table_layout_lacks(l, i) &&
		    !lists(text_string(&table->left_out), heading))
			text_addf(&table->left_out, "%s%s", table->left_out.len == 0 ? "" : ", ",
			    heading);
	}
}

void
table_text_close(struct table_text *table)
{
	if (table->left_out.len > 0) {
		text_clear(&table->scratch);
		text_addf(&table->scratch, "%s: %s.",
		    label(table->lang, "Not shown, for want of room"),
		    text_string(&table->left_out));
		putc('\n', table->to);
		put_hanging(table, text_string(&table->scratch), 0);
	}
	text_clear(&table->left_out);
}

static void
paint(struct table_text *table, enum table_paint how)
{
	if (table->paint != NULL)
		table->paint(how);
}

static void
put_painted(struct table_text *table, const struct table_layout *l,
    const struct table_text_cell *cells, enum table_paint how)
{
	if (how != TABLE_PLAIN)
		paint(table, how);
	if (l->stacked && cells == table->cells)
		put_headings(table);
	else if (l->stacked)
		put_stacked(table, cells);
	else
		put_row(table, l, cells);
	if (how != TABLE_PLAIN)
		paint(table, TABLE_PLAIN);
}

/* The rows up to a cell, below their headings; rows that are stacked have an empty line between. */
static void
put_rows(struct table_text *table, const struct table_layout *l, size_t from, size_t to)
{
	if (!l->stacked || from == to)
		put_painted(table, l, table->cells, TABLE_HEADING);
	for (size_t i = from; i < to; i += l->n) {
		if (l->stacked && i > from)
			putc('\n', table->to);
		put_painted(table, l, &table->cells[i],
		    table->cells[i].attention ? TABLE_ATTENTION : TABLE_PLAIN);
	}
}

void
table_text_end(struct table_text *table)
{
	struct table_layout l = { table->columns, table->n, table->cells, table->n_cells,
	    .width = table->width };

	table_layout_begin(&l);
	if (table->n_parts == 0)
		put_rows(table, &l, l.n, table->n_cells);
	for (size_t i = 0; i < table->n_parts; i++) {
		if (i > 0)
			putc('\n', table->to);
		put_hanging(table, table->parts[i].title, 0);
		putc('\n', table->to);
		put_rows(table, &l, table->parts[i].cell, i + 1 < table->n_parts ?
		    table->parts[i + 1].cell : table->n_cells);
	}
	note_left_out(table, &l);
	table_layout_release(&l);
}

void
table_text_release(struct table_text *table)
{
	text_release(&table->scratch);
	text_release(&table->left_out);
	arena_release(&table->arena);
	free(table->cells);
	free(table->parts);
}
