/* SPDX-License-Identifier: ISC */
#include "domains.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "filter.h"
#include "message.h"
#include "nearest.h"
#include "record_one.h"
#include "shown.h"

static bool
filled(const struct draft *d, enum slot slot)
{
	const char *value = draft_text(d, slot);

	return value != NULL && value[0] != '\0';
}

void
domains_signals(const struct draft *d, const struct fold *s, const char *file, long line,
    struct problems *problems)
{
	if (d->kind != KIND_LEEFGEBIED)
		return;
	if (filled(d, LEEFGEBIED_ZORG) &&
	    !fold_strength_on(s, draft_text(d, LEEFGEBIED_LEEFGEBIED)))
		problems_add(problems, PROBLEM_WARNING, "no-strength", file, line,
		    schema_name(KIND_LEEFGEBIED, LEEFGEBIED_ZORG),
		    _("%s has a concern and no strength"), draft_text(d, LEEFGEBIED_LEEFGEBIED));
}

/* The line of the strength that was likely meant, in other words; 0 when none is near. */
static long
nearest_strength(const struct draft *d, const struct fold *s)
{
	struct nearest near;

	nearest_begin(&near, draft_text(d, KRACHT_TEKST));
	for (const struct entry *e = s->first[KIND_KRACHT]; e != NULL; e = e->next)
		nearest_offer(&near, entry_text(e, KRACHT_TEKST));
	for (const struct entry *e = s->first[KIND_KRACHT]; e != NULL; e = e->next)
		if (near.best == entry_text(e, KRACHT_TEKST))
			return e->first->line;
	return 0;
}

static bool
same_strength(const struct draft *d, const struct entry *e)
{
	static const enum slot slots[] = { KRACHT_LEEFGEBIED, KRACHT_SOORT, KRACHT_TEKST };

	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		const char *value = draft_text(d, slots[i]);

		if (value == NULL || strcmp(value, entry_text(e, slots[i])) != 0)
			return false;
	}
	return true;
}

bool
domains_allow(const struct draft *d, const struct fold *s, struct problems *problems)
{
	date on = draft_text(d, SLOT_OP) == NULL ? DATE_LAST : date_parse(draft_text(d, SLOT_OP));
	struct text why = { 0 };
	long line;

	if (d->kind != KIND_KRACHT || !filled(d, KRACHT_TOT) || !filled(d, KRACHT_TEKST))
		return true;
	for (const struct entry *e = s->first[KIND_KRACHT]; e != NULL; e = e->next)
		if (e->op <= on && same_strength(d, e))
			return true;
	text_adds(&why, _("no strength to end was recorded in these words, of this life domain and "
	    "kind, by that day"));
	line = nearest_strength(d, s);
	if (line > 0)
		text_addf(&why, _("; the nearest is on line %ld"), line);
	else
		text_adds(&why, _("; a new one is recorded without Tot first"));
	problems_add(problems, PROBLEM_ERROR, "no-strength", s->dossier->file, s->dossier->line,
	    schema_name(KIND_KRACHT, KRACHT_TEKST), "%s", text_string(&why));
	text_release(&why);
	return false;
}

static int
append(struct record_one *r, struct dossier *d)
{
	int answer = record_one_append(r, d);

	if (answer == 0) {
		domains_signals(&r->draft, &r->state, d->file, d->line, &r->problems);
		message_problems(&r->problems);
	}
	return answer;
}

static int
act(struct dossier *d, void *context)
{
	struct record_one *r = context;

	if (!r->refused && r->draft.kind == KIND_KRACHT && filled(&r->draft, KRACHT_TOT) &&
	    record_one_fold(r, d) && !domains_allow(&r->draft, &r->state, &r->problems)) {
		message_problems(&r->problems);
		return FILTER_ATTENTION;
	}
	return append(r, d);
}

static void
check_domain(const struct draft *d)
{
	if (draft_text(d, LEEFGEBIED_SCORE) == NULL && draft_text(d, LEEFGEBIED_SITUATIE) == NULL &&
	    draft_text(d, LEEFGEBIED_WENS) == NULL && draft_text(d, LEEFGEBIED_ZORG) == NULL &&
	    draft_text(d, LEEFGEBIED_NVT) == NULL)
		message_usage(_("--domain asks for at least one of --score, "
		    "--situatie, --wens, --zorg, --nvt"));
	if (filled(d, LEEFGEBIED_SCORE) && filled(d, LEEFGEBIED_NVT))
		message_usage(_("--nvt has no effect with --score: a domain "
		    "with a score was looked at"));
	if (filled(d, LEEFGEBIED_SCHAAL) && !filled(d, LEEFGEBIED_SCORE))
		message_usage(_("--schaal has no effect without --score"));
}

static int
record(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	struct record_one r;
	int status;

	cmdline_text(v->option, v->value);
	record_one_begin(&r, c, v->row->kind);
	draft_put(&r.draft, v->row->slot, v->value);
	record_one_ready(&r, v->option);
	if (v->key == DOMAINS_DOMAIN)
		check_domain(&r.draft);
	status = filter_run(FILTER_PASS, c, act, &r, NULL);
	record_one_release(&r);
	return status;
}

/* --scores: a record for each domain, all or none. */
struct scores {
	struct cmdline *call;
	struct record_one *recordings;
	size_t n, cap;
};

static int
append_scores(struct dossier *d, void *context)
{
	struct scores *s = context;
	struct record_one *first = &s->recordings[0];

	if (first->refused || !record_one_fold(first, d))
		return FILTER_ATTENTION;
	for (size_t i = 0; i < s->n; i++)
		dossier_append(d, &s->recordings[i].draft);
	return record_one_settle(s->call, d, fold_closed(&first->state), &first->state);
}

static void
add_score(struct scores *s, char *part)
{
	char *score = strchr(part, '=');
	struct record_one *r;

	if (score == NULL || score == part || score[1] == '\0')
		message_usage(_("--scores: expected CODE=N, with a comma between two, "
		    "such as wonen=2,werk=3"));
	*score++ = '\0';
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(draft_text(&s->recordings[i].draft, LEEFGEBIED_LEEFGEBIED), part) == 0)
			message_usage(_("--scores: %s stands there twice; expected once"),
			    shown_or_dots(part));
	s->recordings = alloc_room(s->recordings, &s->cap, s->n + 1, sizeof *s->recordings);
	r = &s->recordings[s->n++];
	record_one_begin(r, s->call, KIND_LEEFGEBIED);
	draft_put(&r->draft, LEEFGEBIED_LEEFGEBIED, part);
	draft_put(&r->draft, LEEFGEBIED_SCORE, score);
}

/*
 * Options that would give each domain the same are refused, for they belong to --domain, unless no
 * first record can do without.
 */
static void
only_scale(const struct cmdline *c)
{
	for (size_t i = 0; i < c->nfields; i++) {
		const struct schema_field *f = schema_field_named(&schema_kinds[KIND_LEEFGEBIED],
		    c->fields[i].option);

		if (f != NULL && f->slot != LEEFGEBIED_SCHAAL &&
		    (f->slot == LEEFGEBIED_LEEFGEBIED || !(f->flags & FIELD_REQUIRED)))
			message_usage(_("--scores takes --schaal and what the model requires; "
			    "%s belongs to --domain"), c->fields[i].option);
	}
}

static int
record_scores(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	struct scores s = { .call = c };
	char *copy, *part, *next;
	int status, refused = 0;

	cmdline_text(v->option, v->value);
	only_scale(c);
	copy = alloc_copy(v->value);
	for (part = copy; part != NULL; part = next) {
		next = strchr(part, ',');
		if (next != NULL)
			*next++ = '\0';
		add_score(&s, part + strspn(part, " "));
	}
	for (size_t i = 0; i < s.n; i++) {
		record_one_ready(&s.recordings[i], v->option);
		refused |= s.recordings[i].refused;
	}
	for (size_t i = 0; i < s.n; i++)
		s.recordings[i].refused = refused;
	status = filter_run(FILTER_PASS, c, append_scores, &s, NULL);
	for (size_t i = 0; i < s.n; i++)
		record_one_release(&s.recordings[i]);
	free(s.recordings);
	free(copy);
	return status;
}

int
domains_record(struct cmdline *c)
{
	return c->verb.key == DOMAINS_SCORES ? record_scores(c) : record(c);
}
