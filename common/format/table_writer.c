#include "table_writer.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arena.h"
#include "utf8.h"
#include "wrapped.h"

/* columns of the terminal: between two columns; for words that are long; for them at the worst */
enum { GAP = 2, NARROW = 16, NARROWEST = 8 };

struct cell {
	const char *text;
	size_t width;
	bool attention;		/* of the first of a row */
};

struct table_writer {
	FILE *to;
	enum table_format format;
	enum lang lang;
	size_t terminal;
	void (*paint)(enum table_paint);
	bool attention;		/* of the row that begins */
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
table_open(FILE *to, enum table_format format, enum lang lang, size_t width)
{
	struct table_writer *table = alloc_new(1, sizeof *table);

	table->to = to;
	table->format = format;
	table->lang = lang;
	table->terminal = width;
	return table;
}

void
table_paint(struct table_writer *table, void (*paint)(enum table_paint))
{
	table->paint = paint;
}

void
table_attention(struct table_writer *table)
{
	table->attention = true;
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
	if (type <= TABLE_CODE && formula(value))
		text_addc(to, '\'');
	for (; *value != '\0'; value++) {
		if (*value == '"')
			text_addc(to, '"');
		text_addc(to, *value);
		if (type <= TABLE_CODE && formula_behind(value))
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
	cell.attention = table->attention;
	table->attention = false;
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
spare(const struct table_writer *table, const struct layout *l, size_t column)
{
	int rank = table->columns[column].spare;

	for (size_t j = column + l->n; rank > 0 && j < table->n_cells; j += l->n)
		if (table->cells[j].width > 0)
			return rank;
	return rank > 0 ? INT_MAX : 0;
}

static void
measure(const struct table_writer *table, struct layout *l)
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
leave_out(const struct table_writer *table, struct layout *l)
{
	while (line_width(l->least, l->n) > table->terminal) {
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
take_one(const struct table_writer *table, struct layout *l, bool words)
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
fit(const struct table_writer *table, struct layout *l)
{
	if (table->terminal == 0 || line_width(l->widths, l->n) <= table->terminal)
		return;
	leave_out(table, l);
	while (line_width(l->widths, l->n) > table->terminal)
		if (!take_one(table, l, false) && !take_one(table, l, true))
			break;
	for (size_t i = 0; i < l->n; i++)
		if (table->columns[i].type == TABLE_WORD && l->least[i] > NARROWEST)
			l->least[i] = NARROWEST;
	while (line_width(l->widths, l->n) > table->terminal && take_one(table, l, true))
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
put_row(struct table_writer *table, const struct layout *l, const struct cell *cells)
{
	struct lines *pieces = alloc_new(l->n, sizeof *pieces);
	size_t most = 1;

	for (size_t i = 0; i < l->n; i++) {
		if (l->widths[i] > 0)
			lines_wrap(&pieces[i], cells[i].text, l->widths[i]);
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
		lines_release(&pieces[i]);
	free(pieces);
}

/* "Not shown, for want of room: Begin, End." */
static void
say_left_out(struct table_writer *table, const struct layout *l)
{
	struct text said = { 0 };
	struct lines lines = { 0 };

	for (size_t i = 0; i < l->n; i++)
		if (l->widths[i] == 0)
			text_addf(&said, "%s%s", said.len == 0 ? "" : ", ", table->cells[i].text);
	if (said.len > 0) {
		text_clear(&table->scratch);
		text_addf(&table->scratch, "%s: %s.",
		    label(table->lang, "Not shown, for want of room"), text_string(&said));
		lines_wrap(&lines, text_string(&table->scratch), table->terminal);
		putc('\n', table->to);
	}
	for (size_t i = 0; i < lines.n; i++)
		fprintf(table->to, "%s\n", lines.at[i]);
	lines_release(&lines);
	text_release(&said);
}

static void
paint(struct table_writer *table, enum table_paint how)
{
	if (table->paint != NULL)
		table->paint(how);
}

static void
put_text(struct table_writer *table)
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
	say_left_out(table, &l);
	free(l.natural);
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
