#include "coherence.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"
#include "validity.h"

static void
check_keys(const struct state *s, const struct record *r, struct problems *problems)
{
	struct text why = { 0 };
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		/* What is no id may be text that went astray: said already, and not to be shown. */
		if (f->spec != NULL && valid_value(f->spec, f->value, &why) && !valid_key(f->spec, f->value, s, &why))
			problems_add(problems, PROBLEM_ERROR, "unknown-key", s->dossier->file, f->line, f->name, "%s",
			    text_string(&why));
		text_clear(&why);
	}
	text_release(&why);
}

/* A status that names both counts for the action; then the goal must be the action's. */
static void
check_stand(const struct state *s, const struct record *r, struct problems *problems)
{
	const char *goal = record_value(r, "Doel"), *action = record_value(r, "Werkpunt");
	const struct entry *e = action[0] != '\0' ? state_find(s, "werkpunt", action) : NULL;

	if (goal[0] != '\0' && e != NULL && strcmp(entry_value(e, "Doel"), goal) != 0)
		problems_add(problems, PROBLEM_WARNING, "other-goal", s->dossier->file, record_field(r, "Doel")->line,
		    "Doel", _("action %s belongs to another goal, and the status counts for the action"), action);
}

static void
check_begin(const struct state *s, const struct entry *e, struct problems *problems)
{
	const struct schema_field *f;

	for (f = e->kind->fields; f->name != NULL; f++)
		if (f->flags & FIELD_REQUIRED && strcmp(f->name, "Aangemeld") != 0 && !(f->flags & FIELD_KEY) &&
		    !record_says(e->first, f->name))
			problems_add(problems, PROBLEM_ERROR, "missing", s->dossier->file, e->first->line, f->name,
			    e == s->client ? _("missing; %s asks for it") : _("missing; the first record of a %s, by date, asks for it"),
			    e->kind_name);
}

static bool
says(const struct entry *e, const char *name)
{
	const char *value = entry_value(e, name);

	return value[strspn(value, " \t\n")] != '\0';
}

/* What is filled in again later on is a gap of that time only. */
static void
check_emptied(const struct state *s, const struct entry *e, const struct record *r, struct problems *problems)
{
	size_t i;

	for (i = 2; e != NULL && r != e->first && i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->spec != NULL && f->spec->flags & FIELD_REQUIRED && !record_says(r, f->name) &&
		    strcmp(f->name, "Op") != 0 && strcmp(f->name, "Aangemeld") != 0)
			problems_add(problems, says(e, f->name) ? PROBLEM_WARNING : PROBLEM_ERROR, "emptied",
			    s->dossier->file, f->line, f->name, _("emptied, though %s asks for it"), r->name);
	}
}

static bool
differs(const struct record *a, const struct record *b, const char *name)
{
	return strcmp(record_value(a, name), record_value(b, name)) != 0;
}

/*
 * Two people may have given one id to two goals. An amendment may well hold all the fields, as a
 * filled-in form does; but then not of the day on which the goal began, nor of another domain or goal.
 */
static void
check_double_key(const struct state *s, const struct entry *e, const struct record *r, struct problems *problems)
{
	bool goal = strcmp(r->name, "doel") == 0;
	const char *belongs = goal ? "Leefgebied" : "Doel";
	const struct schema_field *f;

	if ((!goal && strcmp(r->name, "werkpunt") != 0) || e == NULL || e->first == r ||
	    record_value(e->first, "Tekst")[0] == '\0')
		return;
	for (f = r->kind->fields; f->name != NULL; f++)
		if (f->flags & FIELD_REQUIRED && record_value(r, f->name)[0] == '\0')
			return;
	if (differs(r, e->first, "Tekst") && (differs(r, e->first, belongs) || !differs(r, e->first, "Op")))
		problems_add(problems, PROBLEM_WARNING, "double-key", s->dossier->file, r->line,
		    schema_key(r->kind)->name, _("%s begins again with another text, after line %ld; expected an id of its own"),
		    e->key, e->first->line);
}

static const struct entry *
goal_above(const struct state *s, const struct entry *e)
{
	const char *under = entry_text(e, DOEL_ONDER);

	return under[0] == '\0' ? NULL : state_keyed(s, KIND_DOEL, under);
}

/* Each goal that stands under itself, by way of others or not. A walk upwards ends where one has been before. */
static void
check_circles(const struct state *s, struct problems *problems)
{
	size_t *walk = memory_new(s->norder + 1, sizeof *walk), number = 0;
	const struct entry *e, *up, *in;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		number++;
		for (up = e; up != NULL && walk[up->order] == 0; up = goal_above(s, up))
			walk[up->order] = number;
		if (up == NULL || walk[up->order] != number)
			continue;
		in = up;
		do {
			problems_add(problems, PROBLEM_ERROR, "circle", s->dossier->file,
			    entry_at(in, DOEL_ONDER)->line, "Onder",
			    _("%s stands under itself; expected a goal that is not below it"), in->key);
			in = goal_above(s, in);
		} while (in != up);
	}
	free(walk);
}

static int
by_content_then_line(const void *a, const void *b)
{
	const struct record *x = *(const struct record *const *)a, *y = *(const struct record *const *)b;
	int c = record_compare(x, y);

	return c != 0 ? c : x->line < y->line ? -1 : x->line > y->line;
}

static void
check_doubles(const struct state *s, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	const struct record **sorted = memory_new(d->n, sizeof *sorted);
	size_t i;

	for (i = 0; i < d->n; i++)
		sorted[i] = &d->records[i];
	qsort(sorted, d->n, sizeof *sorted, by_content_then_line);
	for (i = 1; i < d->n; i++)
		if (record_compare(sorted[i - 1], sorted[i]) == 0)
			problems_add(problems, PROBLEM_WARNING, "double-record", d->file, sorted[i]->line, NULL,
			    _("the same record as on line %ld"), sorted[i - 1]->line);
	free(sorted);
}

void
coherence_check(const struct state *s, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	size_t i;

	for (i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];
		const struct schema_field *key = r->kind == NULL ? NULL : schema_key(r->kind);
		const struct entry *e = key != NULL ? state_find(s, r->name, record_value(r, key->name)) :
		    strcmp(r->name, "client") == 0 ? s->client : NULL;

		if (r->kind == NULL)
			continue;
		check_keys(s, r, problems);
		if (strcmp(r->name, "stand") == 0)
			check_stand(s, r, problems);
		check_emptied(s, e, r, problems);
		check_double_key(s, e, r, problems);
	}
	for (i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];

		if (e->kind != NULL && e->kind->amends)
			check_begin(s, e, problems);
	}
	check_circles(s, problems);
	check_doubles(s, problems);
}
