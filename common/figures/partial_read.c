/* SPDX-License-Identifier: ISC */
#include "partial.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "group.h"
#include "utf8.h"

enum { PLACE_MOST = 300 };	/* bytes of where one stands that cannot be read */

/* The lines of one or more parts. */
struct reading {
	const char *at, *end, *file;
	char *line;		/* the one at hand, without its end */
	char **words;
	size_t nwords, words_cap;
	long number;
	struct report *report;
	struct tally *tally;
	struct value_count *counts;
	size_t counts_cap;
	struct problems *problems;
	struct arena arena;
};

static bool
wrong(struct reading *g, const char *what)
{
	problems_add(g->problems, PROBLEM_ERROR, "partial", g->file, g->number, NULL, "%s", what);
	return false;
}

/*
 * Takes the next line apart at its tabs. False at the end, or with a problem when it has no line
 * end.
 */
static bool
next_line(struct reading *g)
{
	const char *stop;
	char *tab;

	if (g->at == g->end)
		return false;
	stop = memchr(g->at, '\n', (size_t)(g->end - g->at));
	g->number++;
	if (stop == NULL)
		return wrong(g, _("the last line is cut short; expected a whole partial report"));
	free(g->line);
	g->line = alloc_copy_n(g->at, (size_t)(stop - g->at));
	g->at = stop + 1;
	g->nwords = 0;
	for (tab = g->line; tab != NULL; ) {
		g->words = alloc_room(g->words, &g->words_cap, g->nwords + 1, sizeof *g->words);
		g->words[g->nwords++] = tab;
		tab = strchr(tab, '\t');
		if (tab != NULL)
			*tab++ = '\0';
	}
	return true;
}

static bool
number(const char *s, long least, long *n)
{
	char *end;

	errno = 0;
	*n = strtol(s, &end, 10);
	return end != s && *end == '\0' && errno == 0 && *n >= least;
}

static size_t
find_period(const struct report *r, const char *name)
{
	size_t i;

	for (i = 0; i < r->nperiods && strcmp(r->periods[i].period.name, name) != 0; i++)
		continue;
	return i < r->nperiods ? i : (size_t)-1;
}

static bool
read_period(struct reading *g, const char **before)
{
	struct report *r = g->report;
	struct report_period *p;

	if (g->nwords != 7 || strlen(g->words[1]) >= sizeof p->period.name)
		return false;
	r->periods = alloc_room(r->periods, &r->periods_cap, r->nperiods + 1, sizeof *r->periods);
	p = &r->periods[r->nperiods++];
	memset(p, 0, sizeof *p);
	strcpy(p->period.name, g->words[1]);
	p->period.from = date_parse(g->words[2]);
	p->period.to = date_parse(g->words[3]);
	p->at = date_parse(g->words[4]);
	p->asked = strcmp(g->words[5], schema_yes(true)) == 0;
	p->before = (size_t)-1;
	*before = arena_copy(&g->arena, g->words[6], strlen(g->words[6]));
	return true;
}

static bool
head_line(const struct reading *g)
{
	static const char *const words[] = { "fasen-partial", "model", "bekend", "groep",
	    "periode" };
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(g->words[0], words[i]) == 0)
			return true;
	return false;
}

/*
 * Takes what the first part is of as what is asked of the report. The line at hand is the part's
 * first.
 */
static bool
take_head(struct reading *g)
{
	struct report *r = g->report;
	const char **before = NULL;
	size_t cap = 0, i;
	bool good = true;

	do {
		if (strcmp(g->words[0], "bekend") == 0 && g->nwords == 2)
			r->known = strcmp(g->words[1], "-") == 0 ? DATE_LAST :
			    date_parse(g->words[1]);
		else if (strcmp(g->words[0], "groep") == 0)
			for (i = 1; i < g->nwords; i++)
				report_add_group_named(r, g->words[i]);
		else if (strcmp(g->words[0], "periode") == 0) {
			before = alloc_room(before, &cap, r->nperiods + 1, sizeof *before);
			good = good && read_period(g, &before[r->nperiods]);
		}
	} while (next_line(g) && head_line(g));
	for (i = 0; good && i < r->nperiods; i++)
		r->periods[i].before = find_period(r, before[i]);
	free(before);
	return good;
}

/* The word of the first line in which two heads differ. */
static void
say_difference(struct reading *g, const char *a, const char *b)
{
	const char *line = a;
	size_t n;

	for (; *a != '\0' && *a == *b; a++, b++)
		if (*a == '\n')
			line = a + 1;
	n = strcspn(line, "\t\n");
	problems_add(g->problems, PROBLEM_ERROR, "partial", g->file, 1, NULL,
	    _("another report: %.*s differs; expected parts of one report, by one model"),
	    (int)n, line);
}

static bool
wrong_version(struct reading *g)
{
	long version;

	if (g->nwords != 2 || !number(g->words[1], 1, &version))
		return wrong(g, _("no partial report; expected what --partial writes"));
	problems_add(g->problems, PROBLEM_ERROR, "partial", g->file, g->number, NULL,
	    _("made by another version of fasen-report: the part is of version %ld; "
	    "expected %s, so make it with this program"), version, PARTIAL_VERSION);
	return false;
}

/*
 * Reads the head of a part and holds it against what it must be. The line at hand is then the first
 * behind it.
 */
static bool
read_head(struct reading *g, struct text *head)
{
	const char *start = g->at, *end = g->at;
	struct text found = { 0 };
	bool first = head->len == 0, good = true;

	if (!next_line(g))
		return false;
	if (strcmp(g->words[0], "fasen-partial") != 0)
		return wrong(g, _("no partial report; expected what --partial writes"));
	if (g->nwords != 2 || strcmp(g->words[1], PARTIAL_VERSION) != 0)
		return wrong_version(g);
	if (first) {
		good = take_head(g);
		partial_write_head(head, g->report);
	} else
		while (next_line(g) && head_line(g))
			continue;
	for (end = start; end < g->end && (size_t)(end - start) < head->len; end++)
		continue;
	text_add(&found, start, (size_t)(end - start));
	if (!good || strcmp(text_string(&found), text_string(head)) != 0) {
		say_difference(g, text_string(head), text_string(&found));
		good = false;
	}
	text_release(&found);
	return good;
}

/* The name of a row or column, in the arena; "" and true in *over for the sum over all. */
static const char *
read_name(struct reading *g, const char *word, unsigned sum, unsigned *over)
{
	if (strcmp(word, PARTIAL_SUM) != 0)
		return group_value(word, 0, &g->arena);
	*over |= sum;
	return "";
}

/* The pairs of value and number from that word on. */
static bool
read_values(struct reading *g, size_t at, struct tally_entry *e)
{
	for (; at + 1 < g->nwords; at += 2) {
		struct value_count *c;

		g->counts = alloc_room(g->counts, &g->counts_cap, e->ncounts + 1,
		    sizeof *g->counts);
		c = &g->counts[e->ncounts++];
		if (!number(g->words[at], -999999999, &c->value) ||
		    !number(g->words[at + 1], 1, &c->n) || c->value > 999999999)
			return false;
	}
	e->counts = g->counts;
	return at == g->nwords;
}

static bool
read_count(struct reading *g)
{
	size_t n = g->report->ngroups, i;
	struct text group = { 0 };
	struct tally_entry e = { .key.measure = measure_named(g->words[0]) };
	bool good;

	if (g->nwords < n + 6 || e.key.measure == MEASURE_NONE ||
	    !number(g->words[n + 4], 0, &e.persons) || !number(g->words[n + 5], 0, &e.alone) ||
	    e.alone > e.persons || !read_values(g, n + 6, &e))
		return wrong(g,
		    _("no line of a count; expected a measure, a period, the groups, row, column, "
		    "persons, those alone, values and numbers"));
	e.key.period = find_period(g->report, g->words[1]);
	if (e.key.period == (size_t)-1)
		return wrong(g, _("a count of a period that the report does not have"));
	for (i = 0; i < n; i++)
		text_addf(&group, "%s%s", i == 0 ? "" : "\t", g->words[2 + i]);
	e.key.group = text_string(&group);
	e.key.row = read_name(g, g->words[n + 2], OVER_ROWS, &e.key.over);
	e.key.column = read_name(g, g->words[n + 3], OVER_COLUMNS, &e.key.over);
	good = tally_merge(g->tally, &e);
	text_release(&group);
	arena_clear(&g->arena);
	return good ||
	    wrong(g, _("counts more than there can be; expected a whole partial report"));
}

static bool
read_sight(struct reading *g)
{
	struct text why = { 0 };
	struct group_by *by;
	size_t i;

	for (i = 0; i < g->report->ngroups && g->nwords == 3; i++)
		if (strcmp(g->report->groups[i].name, g->words[1]) == 0)
			break;
	if (g->nwords != 3 || i == g->report->ngroups)
		return wrong(g, _("a field that the report is not divided by"));
	by = &g->report->groups[i];
	if (by->attribute.name != NULL || attribute_find(&by->attribute, by->name, g->report->model,
	    &g->report->arena, &why)) {
		by->sight.looked = by->sight.looked || strcmp(g->words[2], "-") != 0;
		by->sight.met = by->sight.met || strcmp(g->words[2], schema_yes(true)) == 0;
	}
	text_release(&why);
	return true;
}

static bool
read_dossiers(struct reading *g)
{
	struct report_dossiers *d = &g->report->dossiers;
	long *const to[] = { &d->read, &d->counted, &d->unreadable, &d->doubles };
	long n[4], status;
	bool good = g->nwords == 6 && strcmp(g->words[0], "dossiers") == 0 &&
	    number(g->words[5], 0, &status) && status <= 2;

	for (size_t i = 0; good && i < 4; i++)
		good = number(g->words[i + 1], 0, &n[i]) && n[i] <= TALLY_MOST - *to[i];
	if (!good || n[0] < n[1] || n[0] - n[1] < n[2] || n[0] - n[1] - n[2] != n[3])
		return wrong(g,
		    _("no line of the dossiers; expected read, counted, unreadable and double "
		    "ones, and the exit status"));
	for (size_t i = 0; i < 4; i++)
		*to[i] += n[i];
	d->status = status > d->status ? (int)status : d->status;
	return true;
}

/* Of which dossiers the part is. */
static bool
read_part_name(struct reading *g)
{
	if (g->nwords != 2 || strlen(g->words[1]) != REPORT_PART - 1 ||
	    strspn(g->words[1], "0123456789abcdef") != REPORT_PART - 1)
		return wrong(g, _("no line of a part; expected the SHA-256 of its ids"));
	return report_add_part(g->report, g->words[1]) ||
	    wrong(g, _("a part of dossiers that are counted already; expected each part once"));
}

/* Where one stands that the part could not read. */
static bool
read_place(struct reading *g)
{
	struct text place = { 0 };
	bool good = g->nwords == 2 && strlen(g->words[1]) <= PLACE_MOST;

	if (good)
		utf8_show(&place, g->words[1], false);
	if (good)
		report_add_unreadable(g->report, text_string(&place), place.len);
	text_release(&place);
	return good || wrong(g, _("no place of a dossier; expected a file, and a line"));
}

static bool
read_line(struct reading *g, bool first)
{
	if (first)
		return read_dossiers(g);
	if (strcmp(g->words[0], "deel") == 0)
		return read_part_name(g);
	if (strcmp(g->words[0], "onleesbaar") == 0)
		return read_place(g);
	return strcmp(g->words[0], "veld") == 0 ? read_sight(g) : read_count(g);
}

static bool
read_part(struct reading *g, struct text *head)
{
	long counted = 0, said;

	if (!read_head(g, head))
		return false;
	while (strcmp(g->words[0], "einde") != 0) {
		if (!read_line(g, counted == 0))
			return false;
		counted++;
		if (g->at == g->end)
			return wrong(g, _("the end is missing; expected a whole partial report"));
		if (!next_line(g))
			return false;
	}
	if (g->nwords != 2 || !number(g->words[1], 0, &said) || said != counted)
		return wrong(g, _("lines are missing; expected a whole partial report"));
	return true;
}

bool
partial_read(const char *bytes, size_t n, const char *file, struct text *head, struct report *r,
    struct tally *tally, struct problems *problems)
{
	struct reading g = { .at = bytes, .end = bytes + n, .file = file, .report = r,
	    .tally = tally, .problems = problems };
	bool good = true;

	if (n == 0)
		good = wrong(&g, _("empty; expected a partial report"));
	else if (!utf8_valid(bytes, n, NULL))
		good = wrong(&g, _("not UTF-8; expected a partial report"));
	while (good && g.at < g.end)
		good = read_part(&g, head);
	free(g.line);
	free(g.words);
	free(g.counts);
	arena_release(&g.arena);
	return good;
}
