#include "table_writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arena.h"
#include "utf8.h"

enum { GAP = 2, NARROWEST = 8 };	/* columns of the terminal: between two columns, and left
					   of a shortened one */

struct cell {
	const char *text;
	size_t width;
};

struct table_writer {
	FILE *to;
	enum table_format format;
	size_t terminal;
	size_t tables, rows;	/* of the run, of the table at hand */
	const char *view;
	bool view_column;
	const struct table_column *columns;
	size_t n, column;	/* how many, and which is next */
	struct cell *cells;	/* text only: headings, then the rows */
	size_t n_cells, cap;
	struct arena arena;
	struct text scratch;
	struct text numbers;	/* that stand before the tables of json */
};

bool
table_format_parse(const char *word, enum table_format *format)
{
	static const char *const words[] = { "text", "tsv", "csv", "json" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(word, words[i]) == 0) {
			*format = (enum table_format)i;
			return true;
		}
	return false;
}

struct table_writer *
table_open(FILE *to, enum table_format format, size_t width)
{
	struct table_writer *table = alloc_new(1, sizeof *table);

	table->to = to;
	table->format = format;
	table->terminal = width;
	return table;
}

static void
add_tsv(struct text *to, const char *value)
{
	static const char special[] = "\t\n\r\\", names[] = "tnr\\";
	size_t n;

	for (;; value += n + 1) {
		n = strcspn(value, special);
		text_add(to, value, n);
		if (value[n] == '\0')
			return;
		text_addc(to, '\\');
		text_addc(to, names[strchr(special, value[n]) - special]);
	}
}

/*
 * Full-width forms of the signs (U+FF1D, FF0B, FF0D, FF20) are taken for the signs where people
 * type them.
 */
static bool
sign(const char *value)
{
	static const char *const wide[] = { "\357\274\235", "\357\274\213", "\357\274\215",
	    "\357\274\240" };
	size_t i;

	for (i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(value, wide[i], 3) == 0)
			return true;
	return value[0] != '\0' && strchr("=+-@", value[0]) != NULL;
}

static bool
formula(const char *value)
{
	return (sign(value) && strcmp(value, "-") != 0) ||
	    (value[0] != '\0' && strchr("\t\r\n", value[0]) != NULL);
}

/*
 * Whether a cell begins behind this character, and with a formula, where a semicolon separates: the
 * quotes of ours are then none, and those in the value may be.
 */
static bool
formula_behind(const char *at)
{
	return strchr(";\r\n", *at) != NULL && sign(at + 1 + strspn(at + 1, "\""));
}

static void
add_csv(struct text *to, enum table_type type, const char *value)
{
	size_t len = strlen(value);
	bool quoted = len != 0 && (strpbrk(value, ",;\"\t\r\n") != NULL || value[0] == ' ' ||
	    value[len - 1] == ' ');

	if (quoted)
		text_addc(to, '"');
	if (type == TABLE_WORD && formula(value))
		text_addc(to, '\'');
	for (; *value != '\0'; value++) {
		if (*value == '"')
			text_addc(to, '"');
		text_addc(to, *value);
		if (type == TABLE_WORD && formula_behind(value))
			text_addc(to, '\'');
	}
	if (quoted)
		text_addc(to, '"');
}

/*
 * Characters that do something where they are shown need no escape in JSON, but a terminal or a
 * page would obey them.
 */
static void
put_json(FILE *to, const char *value)
{
	static const char named[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";

	putc('"', to);
	for (struct utf8_walk w = utf8_walk(value, strlen(value)); utf8_next(&w);) {
		const char *name = strchr(named, *w.at);

		if (name != NULL)
			fprintf(to, "\\%c", names[name - named]);
		else if (w.acts && w.c > 0xFFFF)
			fprintf(to, "\\u%04x\\u%04x", 0xD800 + ((w.c - 0x10000) >> 10),
			    0xDC00 + (w.c & 0x3FF));
		else if (w.acts)
			fprintf(to, "\\u%04x", w.c);
		else
			fwrite(w.at, 1, w.len, to);
	}
	putc('"', to);
}

/* Passes over the digits at s; NULL when there are none. */
static const char *
digits(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n != 0 ? s + n : NULL;
}

/* RFC 8259, section 6, without exponents. */
static bool
json_number(const char *s)
{
	if (*s == '-')
		s++;
	if (s[0] == '0' && digits(s + 1) != NULL)
		return false;
	s = digits(s);
	if (s != NULL && *s == '.')
		s = digits(s + 1);
	return s != NULL && *s == '\0';
}

static void
put_json_cell(struct table_writer *table, const struct table_column *column, const char *value)
{
	put_json(table->to, column->name);
	putc(':', table->to);
	if (value[0] == '\0')
		fputs("null", table->to);
	else if (column->type == TABLE_NUMBER && json_number(value))
		fputs(value, table->to);
	else
		put_json(table->to, value);
}

/* Keeps a cell for when the table ends. */
static void
keep(struct table_writer *table, const char *value)
{
	struct text *text = &table->scratch;
	char *plain = alloc_copy(value);
	struct cell cell;

	for (char *c = strpbrk(plain, "\t\n"); c != NULL; c = strpbrk(c, "\t\n"))
		*c = ' ';
	text_clear(text);
	utf8_show(text, plain, false);
	free(plain);
	cell.text = arena_copy(&table->arena, text_string(text), text->len);
	cell.width = utf8_width(cell.text);
	table->cells = alloc_room(table->cells, &table->cap, table->n_cells + 1,
	    sizeof *table->cells);
	table->cells[table->n_cells++] = cell;
}

/* One value of a tsv or csv line, with what separates it from the one before. */
static void
put_field(struct table_writer *table, bool first, enum table_type type, const char *value)
{
	struct text *field = &table->scratch;

	if (!first)
		putc(table->format == TABLE_TSV ? '\t' : ',', table->to);
	text_clear(field);
	if (table->format == TABLE_TSV)
		add_tsv(field, value);
	else
		add_csv(field, type, value);
	fputs(text_string(field), table->to);
}

static void
end_line(struct table_writer *table)
{
	fputs(table->format == TABLE_CSV ? "\r\n" : "\n", table->to);
}

static void
put_header(struct table_writer *table)
{
	if (table->tables != 0)
		end_line(table);
	if (table->view_column)
		put_field(table, true, TABLE_WORD, "view");
	for (size_t i = 0; i < table->n; i++)
		put_field(table, i == 0 && !table->view_column, TABLE_WORD, table->columns[i].name);
	end_line(table);
}

static void
put_json_start(struct table_writer *table)
{
	fprintf(table->to, "{\"fasen\":1,%s\"tables\":[", text_string(&table->numbers));
}

static void
put_json_head(struct table_writer *table)
{
	if (table->tables == 0)
		put_json_start(table);
	fputs(table->tables == 0 ? "\n{\"view\":" : ",\n{\"view\":", table->to);
	put_json(table->to, table->view);
	fputs(",\"columns\":[", table->to);
	for (size_t i = 0; i < table->n; i++) {
		if (i != 0)
			putc(',', table->to);
		put_json(table->to, table->columns[i].name);
	}
	fputs("],\"rows\":[", table->to);
}

static void
begin_text(struct table_writer *table, const char *title)
{
	if (table->tables != 0)
		putc('\n', table->to);
	if (title != NULL) {
		text_clear(&table->scratch);
		utf8_show(&table->scratch, title, false);
		fprintf(table->to, "%s\n\n", text_string(&table->scratch));
	}
	table->n_cells = 0;
	arena_clear(&table->arena);
	for (size_t i = 0; i < table->n; i++) {
		const struct table_column *column = &table->columns[i];
		keep(table, column->heading != NULL ? column->heading : column->name);
	}
}

void
table_numbers(struct table_writer *table, const char *name, const char *const *names,
    const char *const *values, size_t n)
{
	text_addf(&table->numbers, "\"%s\":{", name);
	for (size_t i = 0; i < n; i++)
		text_addf(&table->numbers, json_number(values[i]) ? "%s\"%s\":%s" :
		    "%s\"%s\":\"%s\"", i > 0 ? "," : "", names[i], values[i]);
	text_adds(&table->numbers, "},");
}

void
table_begin(struct table_writer *table, const char *view, bool view_column, const char *title,
    const struct table_column *columns, size_t n)
{
	table->view = view;
	table->view_column = view_column;
	table->columns = columns;
	table->n = n;
	table->rows = table->column = 0;
	if (table->format == TABLE_TEXT)
		begin_text(table, title);
	else if (table->format == TABLE_JSON)
		put_json_head(table);
	else
		put_header(table);
	table->tables++;
}

void
table_cell(struct table_writer *table, const char *value)
{
	const struct table_column *column = &table->columns[table->column];
	bool first = table->column == 0, last = table->column + 1 == table->n;

	assert(table->n != 0);
	if (value == NULL)
		value = "";
	if (table->format == TABLE_TEXT) {
		keep(table, value);
	} else if (table->format == TABLE_JSON) {
		fputs(!first ? "," : table->rows == 0 ? "\n{" : ",\n{", table->to);
		put_json_cell(table, column, value);
		if (last)
			putc('}', table->to);
	} else {
		if (first && table->view_column)
			put_field(table, true, TABLE_WORD, table->view);
		put_field(table, first && !table->view_column, column->type, value);
		if (last)
			end_line(table);
	}
	table->column = last ? 0 : table->column + 1;
	table->rows += last;
}

void
table_cell_n(struct table_writer *table, long value)
{
	char digits[3 * sizeof value + 2];

	snprintf(digits, sizeof digits, "%ld", value);
	table_cell(table, digits);
}

void
table_cell_date(struct table_writer *table, date d)
{
	char day[DATE_SIZE];

	table_cell(table, date_format(d, day));
}

/* Takes columns off the widest words until the line fits or none can give more. */
static void
fit(const struct table_writer *table, size_t *widths)
{
	size_t line = (table->n - 1) * GAP;

	for (size_t i = 0; i < table->n; i++)
		line += widths[i];
	while (table->terminal != 0 && line > table->terminal) {
		size_t widest = table->n;

		for (size_t i = 0; i < table->n; i++)
			if (table->columns[i].type == TABLE_WORD && widths[i] > NARROWEST &&
			    (widest == table->n || widths[i] > widths[widest]))
				widest = i;
		if (widest == table->n)
			return;
		widths[widest]--;
		line--;
	}
}

/*
 * Adds a cell to the line, after the blanks that are due; what is due behind it is for the next, so
 * that no line ends in them.
 */
static void
add_cell(struct text *line, struct cell cell, size_t width, bool right, size_t *blanks)
{
	size_t start, shown = cell.width;

	if (right)
		*blanks += width - shown;
	if (cell.text[0] != '\0')
		for (; *blanks != 0; --*blanks)
			text_addc(line, ' ');
	start = line->len;
	text_adds(line, cell.text);
	if (shown > width) {
		text_cut(line, start + utf8_fit(cell.text, width - 1));
		shown = utf8_width(text_string(line) + start) + 1;
		text_adds(line, "…");
	}
	*blanks += GAP + (right ? 0 : width - shown);
}

static void
put_text(struct table_writer *table)
{
	size_t *widths = alloc_new(table->n, sizeof *widths);

	for (size_t i = 0; i < table->n_cells; i++)
		if (table->cells[i].width > widths[i % table->n])
			widths[i % table->n] = table->cells[i].width;
	fit(table, widths);
	for (size_t i = 0; i < table->n_cells; i += table->n) {
		size_t blanks = 0;

		text_clear(&table->scratch);
		for (size_t j = 0; j < table->n; j++)
			add_cell(&table->scratch, table->cells[i + j], widths[j],
			    table->columns[j].type == TABLE_NUMBER, &blanks);
		fprintf(table->to, "%s\n", text_string(&table->scratch));
	}
	free(widths);
}

void
table_end(struct table_writer *table)
{
	assert(table->column == 0);
	if (table->format == TABLE_TEXT && table->n != 0)
		put_text(table);
	else if (table->format == TABLE_JSON)
		fputs(table->rows != 0 ? "\n]}" : "]}", table->to);
}

bool
table_close(struct table_writer *table)
{
	bool good;

	if (table->format == TABLE_JSON) {
		if (table->tables == 0)
			put_json_start(table);
		fputs(table->tables == 0 ? "]}\n" : "\n]}\n", table->to);
	}
	good = fflush(table->to) == 0 && !ferror(table->to);
	text_release(&table->scratch);
	text_release(&table->numbers);
	arena_release(&table->arena);
	free(table->cells);
	free(table);
	return good;
}
