/* SPDX-License-Identifier: ISC */
#include "attribute_table.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "due.h"
#include "sharing.h"
#include "signals.h"

void
attribute_give(struct attribute_values *v, const char *value)
{
	if (value[0] == '\0')
		return;
	v->at = alloc_room(v->at, &v->cap, v->n + 1, sizeof *v->at);
	v->at[v->n++] = value;
}

void
attribute_values_release(struct attribute_values *v)
{
	struct attribute_values empty = { 0 };

	free(v->at);
	arena_release(&v->arena);
	*v = empty;
}

/* Each computes one or more rows. */

static void
give_number(struct attribute_values *v, long number)
{
	struct text t = { 0 };

	text_addf(&t, "%ld", number);
	attribute_give(v, arena_copy(&v->arena, t.at, t.len));
	text_release(&t);
}

static void
give_date(struct attribute_values *v, date d)
{
	char to[DATE_SIZE];

	date_format(d, to);
	attribute_give(v, arena_copy(&v->arena, to, strlen(to)));
}

static void
client(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	attribute_give(v, s->dossier->id);
}

/* A field of the record with which the phase was entered. */
static void
phase_field(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	if (s->phase != NULL)
		attribute_give(v, entry_text(s->phase, about->slot));
}

static void
days_in_phase(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	if (s->phase != NULL && !fold_closed(s))
		give_number(v, s->at - s->phase->op);
}

static void
trajectories(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_number(v, (long)s->ntrajectories);
}

static void
begin(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, fold_trajectory(s)->begin);
}

static void
end(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, fold_trajectory(s)->end);
}

static void
closed(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	attribute_give(v, schema_yes(fold_closed(s)));
}

static void
goals(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	long n = 0;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		n += fold_current(s, e) &&
		    (about->stand == ANY_STAND || entry_stand_code(e) == about->stand);
	give_number(v, n);
}

static void
unfinished(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	long n = 0;

	for (e = s->first[about->kind]; e != NULL; e = e->next)
		n += fold_current(s, e) && !entry_finished(e);
	give_number(v, n);
}

static void
all(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	long n = 0;

	for (const struct entry *e = s->first[about->kind]; e != NULL; e = e->next)
		n += !((about->kind == KIND_KRACHT || about->kind == KIND_NETWERK) &&
		    entry_gone(e, s->at));
	give_number(v, n);
}

static void
score(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e = fold_keyed(s, KIND_LEEFGEBIED, about->domain);
	const struct score *latest = fold_latest_score(s, about->domain);
	const struct model_scale *scale;
	int now;

	if (e == NULL || entry_at(e, LEEFGEBIED_SCORE) == NULL)
		return;
	scale = model_scale(s->model, entry_text(e, LEEFGEBIED_SCHAAL));
	now = entry_code(e, LEEFGEBIED_SCORE);
	if (now != FIELD_UNTYPED && (scale == NULL || (now >= scale->min && now <= scale->max)))
		attribute_give(v, entry_text(e, LEEFGEBIED_SCORE));
	else if (latest != NULL)	/* the one before what is off its scale */
		attribute_give(v, record_text(latest->record, LEEFGEBIED_SCORE));
}

/* The first score of the trajectory on the scale of the latest, which goes to *latest. */
static const struct score *
find_first(const struct fold *s, const char *domain, const struct score **latest)
{
	size_t current = s->ntrajectories - 1;

	*latest = fold_latest_score(s, domain);
	if (*latest == NULL || (*latest)->trajectory != current)
		return NULL;
	return fold_score(s, domain, (*latest)->scale, current, 0);
}

static void
first_score(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct score *latest, *first = find_first(s, about->domain, &latest);

	if (first != NULL)
		give_number(v, first->value);
}

static void
score_change(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct score *latest, *first = find_first(s, about->domain, &latest);

	if (first != NULL && first != latest)
		give_number(v, latest->value - first->value);
}

static void
latest_day(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e = fold_last(s, about->kind, true);

	if (e != NULL)
		give_date(v, e->op);
}

static void
latest_decision(const struct fold *s, const struct attribute_about *about,
    struct attribute_values *v)
{
	const struct entry *e = fold_last(s, about->kind, true);

	if (e != NULL)
		attribute_give(v, entry_text(e, about->kind == KIND_INTAKE ? INTAKE_BESLUIT :
		    EVALUATIE_BESLUIT));
}

static void
next_evaluation(const struct fold *s, const struct attribute_about *about,
    struct attribute_values *v)
{
	(void)about;
	give_date(v, due_evaluation(s));
}

static void
deviations(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	const struct field *f;
	long n = 0;

	(void)about;
	for (e = s->first[KIND_FASE]; e != NULL; e = e->next)
		for (f = fold_current(s, e) ? entry_at(e, FASE_AFWIJKING) : NULL; f != NULL;
		    f = field_next(f))
			n++;
	give_number(v, n);
}

static void
age(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	date born = entry_day(s->client, CLIENT_GEBOREN);

	(void)about;
	if (born != DATE_NONE)
		give_number(v, date_years(born, s->at));
}

static void
age_group(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const char *group = model_age_group(s->model, entry_day(s->client, CLIENT_GEBOREN), s->at);

	(void)about;
	if (strcmp(group, "-") != 0)
		attribute_give(v, group);
}

/* Each code once, in the order of the signals. */
static void
signals(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	struct signals found = { 0 };

	(void)about;
	signals_find(&found, s);
	for (size_t i = 0; i < found.n; i++)
		if (i == 0 || found.at[i].code != found.at[i - 1].code)
			attribute_give(v, SIGNAAL_words[found.at[i].code]);
	signals_release(&found);
}

static void
retention(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, due_retention(s));
}

const struct schema_field attribute_signals = {
	.name = "signalen",
	.type = FIELD_CODE,
	.codes = &SIGNAAL_text[1],
};

const struct schema_field attribute_sharing = {
	.name = "toestemming",
	.type = FIELD_CODE,
	.codes = SHARING_CODES,
};

const struct schema_field attribute_ages = {
	.name = "leeftijdsgroep",
	.type = FIELD_CODE,
	.ref = REF_LEEFTIJDSGROEP,
};

static void
sharing(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e = sharing_with(s, about->domain);

	if (e != NULL)
		attribute_give(v, sharing_words[sharing_now(s, e)]);
}

#define ABOUT(...) { __VA_ARGS__ }
#define ATTRIBUTE(name, type, like, compute, about, help) \
	{ name, TABLE_##type, like, compute, about, help },
const struct attribute_row attribute_rows[] = {
#include "attributes.def"
};

const size_t attribute_nrows = sizeof attribute_rows / sizeof *attribute_rows;
