/* SPDX-License-Identifier: ISC */
#include "preview.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "encoding.h"
#include "message.h"
#include "operands.h"
#include "preview_column.h"
#include "row.h"
#include "rows.h"
#include "rule.h"
#include "shown.h"
#include "table_out.h"
#include "table_writer.h"
#include "terminal.h"

struct preview {
	const struct cmdline *call;
	const struct import_options *options;
	bool as_map;
	struct row_reader reader;
	struct rows *rows;
	struct preview_column *columns;	/* as many as the reader has names */
	size_t nrows;
	enum date_order dates;		/* given, or guessed */
	bool named;			/* a column is known by its name; else the first row may be
					   no header but a client */
	const char *encoding;		/* given, or guessed; NULL = UTF-8 or UTF-16 by its mark */
	int status;
};

static void
say(struct preview *p, struct problems *problems)
{
	int status = message_problems(problems);

	if (status > p->status)
		p->status = status;
}

/* CP1252, as a Dutch Excel exports, for a file that is not UTF-8; else NULL. */
static const char *
guess_encoding(int fd)
{
	struct encoding *utf8 = encoding_open("UTF-8");
	struct text text = { 0 };
	char block[64 * 1024];
	unsigned char byte;
	bool bad = false, first = true;
	struct stat st;
	ssize_t n;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || lseek(fd, 0, SEEK_CUR) != 0) {
		encoding_close(utf8);
		return NULL;
	}
	while (!bad && ((n = read(fd, block, sizeof block)) > 0 || (n < 0 && errno == EINTR))) {
		if (n < 0)
			continue;
		if (first && n >= 2 && (memcmp(block, "\xFF\xFE", 2) == 0 ||
		    memcmp(block, "\xFE\xFF", 2) == 0))
			break;
		first = false;
		text_clear(&text);
		encoding_read(utf8, block, (size_t)n, false, &text);
		bad = encoding_bad(text_string(&text), text.len, &byte);
	}
	lseek(fd, 0, SEEK_SET);
	encoding_close(utf8);
	text_release(&text);
	return bad ? "CP1252" : NULL;
}

/* Which rule takes a column; NULL when none does. */
static const struct mapping_rule *
rule_of(const struct preview *p, size_t column, size_t *number)
{
	const struct mapping *m = &p->reader.map;

	for (size_t i = 0; i < m->n; i++)
		for (size_t j = 0; j < m->rules[i].ncolumns; j++)
			if (strcmp(m->rules[i].columns[j], p->reader.names[column]) == 0) {
				*number = i;
				return &m->rules[i];
			}
	return NULL;
}

/* Whether a rule takes the row's value. */
static bool
fits(struct preview *p, size_t rule)
{
	struct row row = { 0 };
	struct rule_reading g = { &p->reader, p->rows, &row };
	const struct mapping *m = &p->reader.map;
	struct draft draft;
	bool good;

	draft_begin(&draft, m->groups[m->rules[rule].group].kind);
	rule_fill(&g, rule, &draft);
	good = !problems_error(&row.problems);
	problems_release(&row.problems);
	draft_release(&draft);
	return good;
}

/* Whether an import can read the row; else that is said, as an import does. */
static bool
sound(struct preview *p)
{
	struct problems problems = { 0 };
	bool good = row_shape(&p->reader, p->rows, &problems);

	for (size_t i = 0; i < problems.n && p->named; i++)
		message_problem(&problems.at[i]);
	if (!good && p->status < 1)
		p->status = 1;
	problems_release(&problems);
	return good;
}

static void
take_row(struct preview *p)
{
	size_t rule, n;

	p->nrows++;
	if (!sound(p))
		return;
	for (size_t i = 0; i < p->reader.n && i < rows_cells(p->rows); i++) {
		const char *cell = rows_cell(p->rows, i, &n);
		const struct mapping_rule *r = rule_of(p, i, &rule);
		bool good;

		if (cell[strspn(cell, " \t\n")] == '\0')
			continue;
		good = r == NULL || fits(p, rule);
		preview_column_take(&p->columns[i], cell, r, good);
		if (r != NULL)
			preview_column_parts(&p->columns[i], cell, r, p->reader.call->model);
	}
}

static void
add_target(const struct preview *p, const struct mapping_rule *r, struct text *to)
{
	const struct mapping_group *g = &p->reader.map.groups[r->group];

	if (r->group != 0)
		text_addf(to, "%s%s%s%s.", g->kind, g->label[0] != '\0' ? "[" : "", g->label,
		    g->label[0] != '\0' ? "]" : "");
	text_adds(to, r->field);
}

/* The options that the file is read with. */
static void
add_options(const struct preview *p, struct text *to)
{
	static const char *const orders[] = { NULL, "dmy", "mdy", "ymd" };
	char delimiter = rows_delimiter(p->rows);
	text_addf(to, "--encoding=%s ", rows_encoding(p->rows));
	if (delimiter == '\t')
		text_adds(to, "--delimiter=tab");
	else
		text_addf(to, "--delimiter='%c'", delimiter);
	if (orders[p->dates] != NULL)
		text_addf(to, " --date-format=%s", orders[p->dates]);
}

static void
show_table(struct preview *p)
{
	static const struct table_column columns[] = {
		{ "kolom", NULL, TABLE_WORD, 0 }, { "veld", NULL, TABLE_WORD, 0 },
		{ "gevuld", NULL, TABLE_NUMBER, 1 }, { "past", NULL, TABLE_NUMBER, 0 },
		{ "voorbeelden", NULL, TABLE_WORD, 2 },
	};
	struct table_writer *table;
	struct text text = { 0 };
	size_t rule;

	add_options(p, &text);
	fprintf(terminal_out(), ngettext("%s: %zu row; %s\n", "%s: %zu rows; %s\n", p->nrows),
	    p->reader.file, p->nrows, text_string(&text));
	table = table_out(p->call, TABLE_TEXT);
	table_begin(table, "kolommen", false, NULL, columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < p->reader.n; i++) {
		const struct preview_column *c = &p->columns[i];
		const struct mapping_rule *r = rule_of(p, i, &rule);

		text_clear(&text);
		if (r != NULL)
			add_target(p, r, &text);
		table_cell(table, p->named ? p->reader.names[i] : SHOWN_NOT);
		table_cell(table, r != NULL ? text_string(&text) : "-");
		table_cell_n(table, (long)c->filled);
		if (r != NULL)
			table_cell_n(table, (long)preview_column_fit(c, r, p->dates));
		else
			table_cell(table, "");
		text_clear(&text);
		preview_column_samples(c, r, &text);
		table_cell(table, text_string(&text));
	}
	table_end(table);
	table_close(table);
	text_release(&text);
}

/* The rule as a map has it. */
static void
print_rule(const struct preview *p, const struct mapping_rule *r, FILE *out)
{
	struct text line = { 0 };

	for (size_t i = 0; i < r->ncolumns; i++) {
		text_adds(&line, i > 0 ? "+" : "");
		preview_quote(r->columns[i], &line);
	}
	text_addc(&line, '=');
	add_target(p, r, &line);
	text_addf(&line, "%s%s", r->once ? " eenmalig" : "", r->clears ? " wissen" : "");
	if (r->separator != NULL)
		text_addf(&line, " split %s", strcmp(r->separator, "\n") == 0 ? "newline" :
		    strcmp(r->separator, "\t") == 0 ? "tab" :
		    strcmp(r->separator, " ") == 0 ? "blank" : r->separator);
	if (r->ncolumns == 0)
		text_addf(&line, ": %s", r->fixed);
	fprintf(out, "%s\n", text_string(&line));
	for (size_t i = 0; i < r->ncodes; i++) {
		text_clear(&line);
		preview_quote(r->codes[i].from, &line);
		fprintf(out, "  %s -> %s\n", text_string(&line), r->codes[i].to);
	}
	if (r->other != NULL)
		fprintf(out, "  * -> %s\n", r->other);
	text_release(&line);
}

/* What a column fills, in a map; one that joins columns stands at its first. */
static void
print_column(const struct preview *p, size_t i, FILE *out)
{
	const struct mapping *m = &p->reader.map;
	const char *name = p->reader.names[i];
	struct text line = { 0 };
	bool used = false;

	for (size_t j = 0; j < m->n && p->named; j++) {
		const struct mapping_rule *r = &m->rules[j];

		for (size_t k = 0; k < r->ncolumns; k++)
			used = used || strcmp(r->columns[k], name) == 0;
		if (r->ncolumns == 0 || strcmp(r->columns[0], name) != 0)
			continue;
		print_rule(p, r, out);
		preview_column_codes(&p->columns[i], r, p->reader.call->model, out);
	}
	if (p->named && !used)
		preview_quote(name, &line);
	if (!used)
		fprintf(out, "%s=\n", p->named ? text_string(&line) : "# " SHOWN_NOT);
	text_release(&line);
}

/* A column of rejects, which an import passes over by itself and heeds. */
static bool
added(const struct row_reader *reader, const char *name)
{
	return (strcmp(name, ROW_LINE) == 0 || strcmp(name, ROW_MESSAGE) == 0) &&
	    !mapping_uses(&reader->map, name);
}

static void
print_map(struct preview *p)
{
	FILE *out = terminal_out();
	struct text text = { 0 };
	size_t rule;

	add_options(p, &text);
	fprintf(out, "# fasen-intake --csv %s --map-file=...\n#\n# ", text_string(&text));
	fprintf(out, _("COLUMN=FIELD; without a field it is left out. Fields of client: %s"),
	    MAPPING_ID);
	for (const struct schema_field *f = schema_next(&schema_kinds[KIND_CLIENT], NULL);
	    f != NULL; f = schema_next(&schema_kinds[KIND_CLIENT], f))
		fprintf(out, " %s", f->name);
	fputc('\n', out);
	for (size_t i = 0; i < p->reader.n; i++) {
		const struct preview_column *c = &p->columns[i];
		const struct mapping_rule *r = rule_of(p, i, &rule);

		if (p->reader.names[i][0] == '\0' || added(&p->reader, p->reader.names[i]))
			continue;
		text_clear(&text);
		preview_column_samples(c, r, &text);
		fprintf(out, ngettext("\n# %zu row: %s\n", "\n# %zu rows: %s\n", c->filled),
		    c->filled, text_string(&text));
		print_column(p, i, out);
	}
	for (size_t i = 0; i < p->reader.map.n; i++)
		if (p->reader.map.rules[i].ncolumns == 0)
			print_rule(p, &p->reader.map.rules[i], out);
	text_release(&text);
}

static void
show_file(struct preview *p)
{
	struct problems problems = { 0 };
	bool good = row_header(&p->reader, p->rows, &problems);
	int got = 0;

	if (good)
		problems_clear(&problems);	/* what goes nowhere stands in the table */
	else if (problems.n == 0)
		message("%s: %s", p->reader.file, rows_failure(p->rows));
	say(p, &problems);
	if (!good) {
		p->status = 2;
		return;
	}
	p->named = row_names_known(&p->reader);
	if (!p->named) {
		problems_add(&problems, PROBLEM_WARNING, "header", p->reader.file,
		    rows_line(p->rows), NULL, "%s", row_names_unknown());
		p->status = p->status > 1 ? p->status : 1;
		say(p, &problems);
	}
	p->nrows = 0;
	p->columns = alloc_new(p->reader.n, sizeof *p->columns);
	problems_release(&problems);
	while ((got = rows_next(p->rows)) > 0)
		if (!row_is_header(&p->reader, p->rows))
			take_row(p);
	p->dates = p->options->dates != DATE_ISO ? p->options->dates :
	    preview_date_order(p->columns, p->reader.n);
	if (got < 0) {
		message("%s: %s", p->reader.file, rows_failure(p->rows));
		p->status = 2;
	}
	if (p->as_map)
		print_map(p);
	else
		show_table(p);
	for (size_t i = 0; i < p->reader.n; i++)
		preview_column_release(&p->columns[i]);
	free(p->columns);
}

int
preview_run(const struct cmdline *c, struct mapping *map, const struct import_options *o,
    bool as_map)
{
	static const volatile sig_atomic_t never;
	struct preview p = { .call = c, .options = o, .as_map = as_map };
	struct problems problems = { 0 };
	const char *path;

	operands_files_only(c->input);
	p.reader = (struct row_reader){
		.call = c, .map = *map, .own_rules = map->n, .dates = o->dates,
		.encoding_given = true, .looks = true,
	};
	while ((path = operands_next(c->input, &problems)) != NULL) {
		bool in = strcmp(path, "-") == 0;
		int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);

		if (fd < 0) {
			message("%s: %s", path, problem_errno(errno));
			p.status = 2;
			continue;
		}
		if (in)
			cmdline_say_waiting(c);
		p.reader.file = path;
		p.encoding = o->encoding != NULL ? o->encoding : guess_encoding(fd);
		p.rows = rows_open(fd, path, p.encoding, o->delimiter, &never, &problems);
		say(&p, &problems);
		if (p.rows != NULL)
			show_file(&p);
		rows_close(p.rows);
		row_reader_clear(&p.reader);
		if (!in)
			close(fd);
	}
	say(&p, &problems);
	mapping_release(&p.reader.map);
	problems_release(&problems);
	return p.status;
}
