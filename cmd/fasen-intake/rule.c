/* SPDX-License-Identifier: ISC */
#include "rule.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "nearest.h"
#include "shown.h"
#include "text.h"
#include "validity.h"

static const char blanks[] = " \t\n";

const char *
rule_column(const struct mapping *map, const struct mapping_rule *r, struct text *room)
{
	if (r->ncolumns == 1)
		return r->columns[0];
	for (size_t i = 0; i < r->ncolumns; i++)
		text_addf(room, "%s%s", i > 0 ? "+" : "", r->columns[i]);
	if (r->ncolumns == 0)
		text_addf(room, "%s%s%s", r->group == 0 ? "" : map->groups[r->group].kind,
		    r->group == 0 ? "" : ".", r->field);
	return text_string(room);
}

void
rule_wrong(const struct rule_reading *g, const struct mapping_rule *r, const char *code,
    const char *why)
{
	struct text name = { 0 };

	problems_add(&g->row->problems, PROBLEM_ERROR, code, g->reader->file, rows_line(g->rows),
	    rule_column(&g->reader->map, r, &name), "%s", why);
	text_release(&name);
}

static bool
private(const struct mapping_rule *r)
{
	return r->spec != NULL && r->spec->flags & FIELD_PRIVATE;
}

/* Whether the bytes of a cell can be read; NUL and bytes of another encoding cannot. */
static bool
readable(const struct rule_reading *g, const struct mapping_rule *r, const char *value, size_t n)
{
	struct text why = { 0 };
	unsigned char byte;
	bool bad = encoding_bad(value, n, &byte);

	if (!bad && memchr(value, '\0', n) == NULL)
		return true;
	if (!bad)
		text_adds(&why, _("holds a NUL byte; expected text"));
	else {
		text_addf(&why, _("byte 0x%02X does not fit %s"), byte, rows_encoding(g->rows));
		if (!g->reader->encoding_given && !g->reader->hinted)
			text_adds(&why,
			    _("; expected UTF-8, or for a Dutch Excel export --encoding=CP1252"));
		g->reader->hinted = true;
	}
	rule_wrong(g, r, bad ? "encoding" : "nul", text_string(&why));
	text_release(&why);
	return false;
}

/*
 * The cells of a rule's columns with a space between, the empty ones left out. Returns false when
 * one cannot be read.
 */
static bool
join(const struct rule_reading *g, const struct mapping_rule *r, const size_t *places,
    struct text *to)
{
	size_t i, n;

	for (i = 0; i < r->ncolumns; i++) {
		const char *cell;

		if (places[i] >= rows_cells(g->rows))
			continue;
		cell = rows_cell(g->rows, places[i], &n);
		if (!readable(g, r, cell, n))
			return false;
		if (cell[strspn(cell, blanks)] == '\0')
			continue;
		if (to->len > 0)
			text_addc(to, ' ');
		text_add(to, cell, n);
	}
	return true;
}

bool
rule_empty(const struct rule_reading *g, size_t rule)
{
	const struct mapping_rule *r = &g->reader->map.rules[rule];

	for (size_t i = 0; i < r->ncolumns; i++) {
		size_t place = g->reader->places[rule][i], n;
		const char *cell = place < rows_cells(g->rows) ? rows_cell(g->rows, place, &n) :
		    NULL;

		if (cell == NULL || cell[strspn(cell, blanks)] != '\0')
			return false;
	}
	return true;
}

static bool
read_date(const struct rule_reading *g, const struct mapping_rule *r, const char *value,
    char to[DATE_SIZE])
{
	static const char *const forms[] = { N_("YYYY-MM-DD"), N_("DD-MM-YYYY"), N_("MM-DD-YYYY"),
	    "YYYY-MM-DD" };
	enum date_order order = r->ncolumns > 0 ? g->reader->dates : DATE_ISO;
	enum date_fault fault;
	date d;
	struct text why = { 0 };

	if (order == DATE_ISO && date_parse(value) != DATE_NONE) {	/* as it is to stand */
		strcpy(to, value);
		return true;
	}
	d = date_read(value, order, &fault);
	if (d != DATE_NONE) {
		date_format(d, to);
		return true;
	}
	if (valid_shown(r->spec, value))
		text_addf(&why, "\"%s\": ", value);
	if (fault == DATE_SHORT_YEAR)
		text_addf(&why, _("a year without its century; expected %s with four digits"),
		    _(forms[order]));
	else if (fault == DATE_IMPOSSIBLE)
		text_addf(&why,
		    _("a day that does not exist or lies outside 1900 to 2199; expected %s"),
		    _(forms[order]));
	else {
		text_addf(&why, _("not a date; expected %s"), _(forms[order]));
		if (order == DATE_ISO)
			text_adds(&why, _(" (another order by --date-format)"));
	}
	rule_wrong(g, r, "date", text_string(&why));
	text_release(&why);
	return false;
}

static bool
translates(const struct mapping_rule *r)
{
	return r->ncodes > 0 || r->other != NULL;
}

/* Whether what the table has not may be shown: it could be a code, or else what the field holds. */
static bool
may_show(const struct mapping_rule *r, const char *value)
{
	return r->spec != NULL && r->spec->type != FIELD_TEXT ? valid_shown(r->spec, value) :
	    !private(r) && shown_value(value);
}

/* What the table says for the value; NULL, with a problem, when it has it not. */
static const char *
translate(const struct rule_reading *g, const struct mapping_rule *r, const char *value)
{
	const char *to = mapping_code(r, value);
	struct text why = { 0 };
	struct nearest near;
	size_t i;

	if (to != NULL)
		return to;
	nearest_begin(&near, value);
	for (i = 0; i < r->ncodes; i++)
		nearest_offer(&near, r->codes[i].from);
	if (!may_show(r, value))
		text_adds(&why, _("not in the map's code table; expected one of"));
	else
		text_addf(&why, _("\"%s\" is not in the map's code table; expected one of"),
		    value);
	for (i = 0; i < r->ncodes; i++)
		text_addf(&why, "%s \"%s\"", i > 0 ? "," : "", r->codes[i].from);
	if (!private(r))
		nearest_say(&why, near.best);
	rule_wrong(g, r, "code", text_string(&why));
	text_release(&why);
	return NULL;
}

/* One value of a repeated field stands once, as where two columns name the same domain. */
static void
add_once(struct draft *draft, const struct mapping_rule *r, const char *value)
{
	size_t i = 0;

	if (r->spec != NULL && draft_text(draft, r->spec->slot) == NULL)
		i = draft->n;
	for (; i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];

		if ((r->spec != NULL ? f->slot == r->spec->slot :
		    f->slot == SLOT_NONE && strcmp(f->name, r->field) == 0) &&
		    strcmp(f->value, value) == 0)
			return;
	}
	if (r->spec != NULL)
		draft_more(draft, r->spec->slot, value);
	else
		draft_add(draft, r->field, value);
}

/*
 * Holds a value against schema and model and adds it to the draft. Returns whether it fills
 * something.
 */
static bool
add_value(const struct rule_reading *g, const struct mapping_rule *r, const char *value,
    struct draft *draft)
{
	const struct schema_field *f = r->spec;
	struct text why = { 0 };
	char day[DATE_SIZE];

	if (f != NULL && f->type == FIELD_DATE) {
		if (read_date(g, r, value, day))
			add_once(draft, r, day);
	} else if (!rec_writable(value, strlen(value)))
		rule_wrong(g, r, "cr", _("a line of it ends in CR; expected LF or CRLF"));
	else if (f != NULL && (!valid_value(f, value, &why) ||
	    !valid_reference(f, value, g->reader->call->model, &why)))
		rule_wrong(g, r, "value", text_string(&why));
	else if (f != NULL && f->ref == REF_FASE)
		add_once(draft, r, model_phase(g->reader->call->model, value)->code);
	else
		add_once(draft, r, value);
	text_release(&why);
	return true;
}

static bool
trims(const struct mapping_rule *r)
{
	return translates(r) || r->separator != NULL ||
	    (r->spec != NULL && r->spec->type != FIELD_TEXT) ||
	    strcmp(r->field, MAPPING_ID) == 0;
}

/* What one value says, by the code table if there is one. */
static bool
add_whole(const struct rule_reading *g, const struct mapping_rule *r, const char *value,
    struct draft *draft)
{
	if (translates(r))
		value = translate(g, r, value);
	return value != NULL && value[0] != '\0' && add_value(g, r, value, draft);
}

static bool
add_part(const struct rule_reading *g, const struct mapping_rule *r, const char *s, size_t n,
    struct draft *draft)
{
	struct text *part = &g->reader->part;
	size_t lead = strspn(s, blanks);

	if (lead >= n)
		return false;
	if (trims(r)) {
		s += lead;
		n -= lead;
		while (strchr(blanks, s[n - 1]) != NULL)
			n--;
	}
	text_clear(part);
	text_add(part, s, n);
	return add_whole(g, r, part->at, draft);
}

static bool
of_word(char c)
{
	unsigned char u = (unsigned char)c;

	return u >= 0x80 || (u >= '0' && u <= '9') || ((u | 0x20) >= 'a' && (u | 0x20) <= 'z');
}

/* The separator from s on, or NULL. One that is a word stands by itself: "en" is not in "wonen". */
static const char *
find_separator(const char *s, const char *separator)
{
	size_t n = strlen(separator);
	const char *at = s;

	for (; (at = strstr(at, separator)) != NULL; at++)
		if ((at == s || !of_word(at[-1]) || !of_word(separator[0]) ||
		    (unsigned char)separator[0] >= 0x80) &&
		    (!of_word(at[n]) || !of_word(separator[n - 1]) ||
		    (unsigned char)separator[n - 1] >= 0x80))
			return at;
	return NULL;
}

/* Whether the code table has the cell as it is. */
static bool
in_table(const struct mapping_rule *r, const char *s)
{
	size_t n;

	s += strspn(s, blanks);
	for (n = strlen(s); n > 0 && strchr(blanks, s[n - 1]) != NULL; n--)
		;
	for (size_t i = 0; i < r->ncodes; i++)
		if (strlen(r->codes[i].from) == n && memcmp(r->codes[i].from, s, n) == 0)
			return true;
	return false;
}

size_t
rule_part(const struct mapping_rule *r, const char *s, size_t *mark)
{
	const char *at = r->separator != NULL ? find_separator(s, r->separator) : NULL;
	size_t n = strlen(s);

	if (at != NULL)
		n = (size_t)(at - s);
	else if (r->separator == NULL && r->spec != NULL && r->spec->flags & FIELD_REPEATS &&
	    r->spec->ref != REF_NONE && !in_table(r, s))
		n = strcspn(s, ",;|\n");
	*mark = at != NULL ? strlen(r->separator) : s[n] != '\0';
	return n;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/*
 * The cell of a rule that has one, where it is one value as it stands, as most are; else NULL. It
 * holds no NUL.
 */
static const char *
one_value(const struct rule_reading *g, const struct mapping_rule *r, size_t place)
{
	const char *s;
	size_t n, mark;

	if (place >= rows_cells(g->rows))
		return NULL;
	s = rows_cell(g->rows, place, &n);
	return n > 0 && !blank(s[0]) && !blank(s[n - 1]) && rule_part(r, s, &mark) == n ? s : NULL;
}

/* Adds what a rule says to the draft. Returns whether that is anything. */
bool
rule_fill(const struct rule_reading *g, size_t rule, struct draft *draft)
{
	const struct mapping_rule *r = &g->reader->map.rules[rule];
	struct text *joined = &g->reader->joined;
	const char *s;
	size_t n, mark;
	bool filled = false;

	s = r->ncolumns == 1 ? one_value(g, r, g->reader->places[rule][0]) : NULL;
	if (s != NULL)
		return !readable(g, r, s, strlen(s)) || add_whole(g, r, s, draft);
	text_clear(joined);
	if (r->ncolumns == 0)
		text_adds(joined, r->fixed);
	else if (!join(g, r, g->reader->places[rule], joined))
		return true;
	s = text_string(joined);
	do {
		n = rule_part(r, s, &mark);
		filled = add_part(g, r, s, n, draft) || filled;
		s += n + mark;
	} while (mark > 0);
	return filled;
}
