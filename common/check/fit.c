#include "fit.h"

#include <string.h>

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

void
fit_check(const struct fold *s, const struct record *r, struct problems *problems)
{
	const char *file = s->dossier->file;
	bool first = r == s->client->first;
	int weeks = entry_code(s->client, CLIENT_VERWACHTE_WEKEN);
	long domains = count_domains(s->client);

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
