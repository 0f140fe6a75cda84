/* SPDX-License-Identifier: ISC */
#include "mapping_read.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lines.h"
#include "mapping_check.h"
#include "text.h"
#include "utf8.h"

static const char blanks[] = " \t";

static char *
trimmed(const char *s, size_t n)
{
	while (n > 0 && strchr(blanks, *s) != NULL) {
		s++;
		n--;
	}
	while (n > 0 && strchr(blanks, s[n - 1]) != NULL)
		n--;
	return alloc_copy_n(s, n);
}

/* How many bytes of blanks, also hard ones, and line breaks stand there. */
static size_t
blanks_at(const char *s)
{
	static const char all[] = " \t\n\r", hard[] = "\u00A0";
	size_t n = 0, more;

	do {
		more = strspn(s + n, all);
		if (strncmp(s + n + more, hard, sizeof hard - 1) == 0)
			more += sizeof hard - 1;
		n += more;
	} while (more > 0);
	return n;
}

char *
mapping_column(const char *name, size_t n)
{
	char *to = alloc_copy_n(name, n);
	const char *s = to + blanks_at(to);
	size_t done = 0, blank;

	while (*s != '\0') {
		blank = blanks_at(s);
		if (blank > 0 && s[blank] == '\0')
			break;
		to[done++] = blank > 0 ? ' ' : *s;
		s += blank > 0 ? blank : 1;
	}
	to[done] = '\0';
	return to;
}

bool
mapping_column_is(const char *cell, const char *name)
{
	size_t blank;

	for (cell += blanks_at(cell); *name != '\0'; name++) {
		blank = blanks_at(cell);
		if (*name != (blank > 0 ? ' ' : *cell))
			return false;
		cell += blank > 0 ? blank : 1;
	}
	return cell[blanks_at(cell)] == '\0';
}

/*
 * Reads a word that may stand in double quotes (a quote inside is doubled), up to one of `stops`.
 * Moves *s to the stop or the end. NULL when a quote is not closed.
 */
static char *
read_word(const char **s, const char *stops)
{
	struct text word = { 0 };
	const char *at = *s + strspn(*s, blanks), *end;
	char *plain;

	if (*at != '"') {
		end = at + strcspn(at, stops);
		*s = end;
		return trimmed(at, (size_t)(end - at));
	}
	for (at++; *at != '\0' && (*at != '"' || at[1] == '"'); at++) {
		at += *at == '"';
		text_addc(&word, *at);
	}
	if (*at != '"') {
		text_release(&word);
		return NULL;
	}
	at++;
	*s = at + strspn(at, blanks);
	plain = text_take(&word);
	return plain;
}

static char *
read_separator(const char *s)
{
	static const struct {
		const char *word, *is;
	} words[] = { { "newline", "\n" }, { "tab", "\t" }, { "blank", " " } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(s, words[i].word) == 0)
			return alloc_copy(words[i].is);
	return alloc_copy(s);
}

/*
 * Takes the words behind the field off the target: eenmalig or wissen, and split with what comes
 * behind it.
 */
static bool
take_words(struct mapping_rule *r, char *target, const struct mapping_place *p)
{
	char *field = target + strcspn(target, blanks), *s = field;

	while (*(s += strspn(s, blanks)) != '\0') {
		size_t n = strcspn(s, blanks);

		if (n == 5 && strncmp(s, "split", n) == 0 && s[n] != '\0') {
			r->separator = read_separator(s + n + strspn(s + n, blanks));
			break;
		}
		if (n == 8 && strncmp(s, "eenmalig", n) == 0 && !r->clears)
			r->once = true;
		else if (n == 6 && strncmp(s, "wissen", n) == 0 && r->ncolumns > 0 && !r->once)
			r->clears = true;
		else
			return mapping_wrong(p, "map", NULL,
			    _("expected nothing behind the field but \"eenmalig\", \"wissen\", or "
			    "\"split\" and a separator"));
		s += n;
	}
	*field = '\0';
	return true;
}

/* Reads the columns in front of =, and moves *s behind it. */
static bool
read_columns(struct mapping_rule *r, const char **s, const struct mapping_place *p)
{
	size_t cap = 0;

	for (;;) {
		char *said = read_word(s, "+="), *word = NULL;

		if (said != NULL)
			word = mapping_column(said, strlen(said));
		free(said);
		if (word == NULL)
			return mapping_wrong(p, "map", NULL, _("a quote is not closed"));
		if (**s != '+' && **s != '=') {
			free(word);
			return mapping_wrong(p, "map", NULL,
			    _("expected COLUMN=FIELD, =FIELD: value or, "
			    "below one, \"  old -> new\""));
		}
		if (word[0] == '\0' && (r->ncolumns > 0 || **s == '+')) {
			free(word);
			return mapping_wrong(p, "map", NULL,
			    _("a column without name; expected COLUMN+COLUMN=FIELD"));
		}
		if (word[0] == '\0')
			free(word);
		else {
			r->columns = alloc_room(r->columns, &cap, r->ncolumns + 1,
			    sizeof *r->columns);
			r->columns[r->ncolumns++] = word;
		}
		if (*(*s)++ == '=')
			return true;
	}
}

static bool
read_pair(struct mapping *m, const char *s, const struct mapping_place *p)
{
	struct mapping_rule r = { 0 };
	char *target = NULL, *colon;
	bool good = read_columns(&r, &s, p);

	if (good && r.ncolumns == 0) {
		target = alloc_copy(s);
		colon = strchr(target, ':');
		if (colon == NULL)
			good = mapping_wrong(p, "map", NULL, _("expected =FIELD: value"));
		else {
			*colon = '\0';
			r.fixed = trimmed(colon + 1, strlen(colon + 1));
		}
	} else if (good)
		target = trimmed(s, strlen(s));
	if (good)
		good = take_words(&r, target, p);
	if (good && r.ncolumns > 0 && target[0] == '\0')
		mapping_leave_out(m, &r);
	else if (good)
		good = mapping_add(m, &r, target, p) &&
		    (r.fixed == NULL || mapping_value_fits(&m->rules[m->n - 1], r.fixed, p));
	else
		mapping_rule_release(&r);
	free(target);
	return good;
}

bool
mapping_pair(struct mapping *m, const char *pair, const struct model *model,
    struct problems *problems)
{
	struct mapping_place p = { NULL, 0, model, problems };
	size_t n = strcspn(pair, "=");

	if (!utf8_valid(pair, strlen(pair), NULL))
		return mapping_wrong(&p, "utf8", "--map", _("not UTF-8"));
	if (!read_pair(m, pair, &p)) {
		n += strcspn(pair + n, ":");	/* a fixed value is not shown */
		problems_add(problems, PROBLEM_ERROR, "map", NULL, 0, "--map",
		    _("\"%.*s\" is not taken"), (int)n, pair);
		return false;
	}
	return true;
}

/*
 * The arrow of a code table, as it is typed or as it is printed; *n becomes its length. NULL =
 * none.
 */
static const char *
find_arrow(const char *s, size_t *n)
{
	static const char typed[] = "->", printed[] = "\xE2\x86\x92";
	const char *a = strstr(s, typed), *b = strstr(s, printed);
	bool first = a != NULL && (b == NULL || a < b);

	*n = first ? sizeof typed - 1 : sizeof printed - 1;
	return first ? a : b;
}

static bool
in_table(const struct mapping_rule *r, const char *from)
{
	for (size_t i = 0; i < r->ncodes; i++)
		if (strcmp(r->codes[i].from, from) == 0)
			return true;
	return false;
}

/* A line of a code table, for the last rule. */
static bool
read_code(struct mapping *m, const char *s, const struct mapping_place *p)
{
	const char *at = s + strspn(s, blanks), *arrow;
	struct mapping_rule *r = &m->rules[m->n - 1];
	bool quoted = *at == '"', all_else;
	char *from, *to;
	size_t n;

	if (r->ncolumns == 0)
		return mapping_wrong(p, "map", NULL, _("a code table without a column above it"));
	from = quoted ? read_word(&at, "") : NULL;
	arrow = find_arrow(at, &n);
	if (!quoted && arrow != NULL)
		from = trimmed(at, (size_t)(arrow - at));
	if (from == NULL || arrow == NULL || (quoted && arrow != at)) {
		free(from);
		return mapping_wrong(p, "map", NULL,
		    _("expected \"what the table says -> what the dossier says\""));
	}
	to = trimmed(arrow + n, strlen(arrow + n));
	if (!mapping_value_fits(r, to, p)) {
		free(from);
		free(to);
		return false;
	}
	all_else = !quoted && strcmp(from, "*") == 0;
	if (all_else ? r->other != NULL : in_table(r, from)) {
		free(from);
		free(to);
		return mapping_wrong(p, "twice", NULL, _("stands in the code table already"));
	}
	if (all_else) {
		r->other = to;
		free(from);
		return true;
	}
	r->codes = alloc_room(r->codes, &r->codes_cap, r->ncodes + 1, sizeof *r->codes);
	r->codes[r->ncodes++] = (struct mapping_code){ from, to };
	return true;
}

bool
mapping_read(struct mapping *m, const char *s, size_t n, const char *file,
    const struct model *model, struct problems *problems)
{
	struct mapping_place p = { file, 0, model, problems };
	struct lines lines = { .at = s, .end = s + n - (n > 0 && s[n - 1] == '\r') };
	bool good = true, skipping = false;
	size_t before = m->n;
	struct line at;
	char *line;

	if (n >= 3 && memcmp(s, "\xEF\xBB\xBF", 3) == 0)
		lines.at += 3;
	while (lines_next(&lines, &at)) {
		p.line = lines.number;
		line = alloc_copy_n(at.at, at.n);
		if (strlen(line) != at.n || !utf8_valid(at.at, at.n, NULL))
			good = mapping_wrong(&p, "utf8", NULL,
			    _("no text; expected UTF-8, UTF-16 or CP1252"));
		else if (line[strspn(line, blanks)] == '\0' || line[0] == '#')
			;
		else if (strncmp(line, "  ", 2) == 0 || line[0] == '\t') {
			if (!skipping && m->n == before)
				good = mapping_wrong(&p, "map", NULL,
				    _("a code table without a column above it"));
			else if (!skipping && !read_code(m, line, &p))
				good = false;
		} else {
			before = m->n;
			skipping = !read_pair(m, line, &p);
			if (skipping)
				good = false;
		}
		free(line);
	}
	return good;
}
