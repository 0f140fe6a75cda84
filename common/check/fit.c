/* SPDX-License-Identifier: ISC */
#include "fit.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

enum { WEEKS_MIN = 6, DOMAINS_MIN = 2 };

/* How many different domains are asked about, up to as many as the method is for. */
static long
count_domains(const struct entry *client)
{
	const struct field *first = entry_at(client, CLIENT_VRAAG), *f = first;

	while (f != NULL && strcmp(f->value, first->value) == 0)
		f = field_next(f);
	return first == NULL ? 0 : f == NULL ? 1 : DOMAINS_MIN;
}

static long
line_of(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->line : r->line;
}

static bool
same_name(const char *a, const char *b)
{
	char *x = utf8_fold_name(a), *y = utf8_fold_name(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

/* Who gets another name and another date of birth at once is likely another person. */
static void
check_person(const struct fold *s, const struct record *r, struct problems *problems)
{
	const struct field *name = record_at(r, CLIENT_NAAM), *born = record_at(r, CLIENT_GEBOREN);
	struct dossier then = *s->dossier;
	struct fold before = { 0 };
	const char *named, *was_born;

	then.n = then.read;
	if (name == NULL || born == NULL || name->n == 0 || born->n == 0 || then.n == 0)
		return;
	if (fold_day(&before, &then, s->model, DATE_LAST, DATE_LAST)) {
		named = entry_text(before.client, CLIENT_NAAM);
		was_born = entry_text(before.client, CLIENT_GEBOREN);
		if (named[0] != '\0' && was_born[0] != '\0' &&
		    strcmp(born->value, was_born) != 0 && !same_name(name->value, named))
			problems_add(problems, PROBLEM_WARNING, "person", then.file, name->line,
			    name->name, _("changes together with %s; is this the same person?"),
			    schema_name(KIND_CLIENT, CLIENT_GEBOREN));
	}
	fold_release(&before);
}

void
fit_check(const struct fold *s, const struct record *r, struct problems *problems)
{
	const char *file = s->dossier->file;
	bool first = r == s->client->first;
	int weeks = entry_code(s->client, CLIENT_VERWACHTE_WEKEN);
	long domains = count_domains(s->client);

	check_person(s, r, problems);
	if ((first || record_has(r, CLIENT_VRAAG)) && domains < DOMAINS_MIN)
		problems_add(problems, PROBLEM_WARNING, "fit", file, line_of(r, CLIENT_VRAAG),
		    schema_name(KIND_CLIENT, CLIENT_VRAAG),
		    _("the method is for questions on several life domains; %ld asked about"),
		    domains);
	if (record_has(r, CLIENT_VERWACHTE_WEKEN) && weeks != FIELD_UNTYPED && weeks < WEEKS_MIN)
		problems_add(problems, PROBLEM_WARNING, "fit", file,
		    line_of(r, CLIENT_VERWACHTE_WEKEN),
		    schema_name(KIND_CLIENT, CLIENT_VERWACHTE_WEKEN),
		    _("the method is for guidance of at least %d weeks; expected are %d"),
		    WEEKS_MIN, weeks);
}
