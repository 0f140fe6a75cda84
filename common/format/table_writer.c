/* SPDX-License-Identifier: ISC */
#include "table_writer.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "table_text.h"
#include "utf8.h"

struct table_writer {
	FILE *to;
	enum table_format format;
	size_t tables, rows;	/* of the run, of the table at hand */
	const char *view;
	bool view_column;
	const struct table_column *columns;
	size_t n, column;	/* how many, and which is next */
	struct table_text text;	/* of a table as text */
	struct text scratch;
	struct text numbers;	/* that stand before the tables of json; and words: lines */
	const char *words_name, *words;
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
	table->text = (struct table_text){ .to = to, .lang = lang, .width = width };
	return table;
}

void
table_paint(struct table_writer *table, void (*paint)(enum table_paint))
{
	table->text.paint = paint;
}

void
table_attention(struct table_writer *table)
{
	table->text.attention = true;
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
put_json_part(FILE *to, const char *value, size_t n)
{
	static const char named[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";

	putc('"', to);
	for (struct utf8_walk w = utf8_walk(value, n); utf8_next(&w);) {
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

static void
put_json(FILE *to, const char *value)
{
	put_json_part(to, value, strlen(value));
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
	fprintf(table->to, "{\"fasen\":1,%s", text_string(&table->numbers));
	if (table->words != NULL) {
		fprintf(table->to, "\"%s\":[", table->words_name);
		for (const char *at = table->words; *at != '\0'; at += strcspn(at, "\n")) {
			if (at != table->words) {
				putc(',', table->to);
				at++;
			}
			put_json_part(table->to, at, strcspn(at, "\n"));
		}
		fputs("],", table->to);
	}
	fputs("\"tables\":[", table->to);
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
table_words(struct table_writer *table, const char *name, const char *lines)
{
	table->words_name = name;
	table->words = lines;
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
		table_text_begin(&table->text, table->tables > 0, title, columns, n);
	else if (table->format == TABLE_JSON)
		put_json_head(table);
	else
		put_header(table);
	table->tables++;
}

void
table_part(struct table_writer *table, const char *title)
{
	if (table->format == TABLE_TEXT)
		table_text_part(&table->text, title);
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
		table_text_keep(&table->text, value);
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

void
table_end(struct table_writer *table)
{
	assert(table->column == 0);
	if (table->format == TABLE_TEXT && table->n != 0)
		table_text_end(&table->text);
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
	if (table->format == TABLE_TEXT)
		table_text_close(&table->text);
	good = fflush(table->to) == 0 && !ferror(table->to);
	text_release(&table->scratch);
	text_release(&table->numbers);
	table_text_release(&table->text);
	free(table);
	return good;
}
