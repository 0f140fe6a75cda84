#include "domains.h"

#include <stdlib.h>
#include <string.h>

#include "filter.h"
#include "memory.h"
#include "message.h"
#include "recording.h"

static bool
filled(const struct draft *d, const char *name)
{
	const char *value = draft_value(d, name);

	return value != NULL && value[0] != '\0';
}

static bool
has_strength(const struct state *s, const char *domain)
{
	const struct entry *e;

	for (size_t i = 0; (e = state_next(s, "kracht", &i)) != NULL; )
		if (strcmp(entry_value(e, "Leefgebied"), domain) == 0)
			return true;
	return false;
}

void
domains_signals(const struct draft *d, const struct state *s, const char *file, long line, struct problems *problems)
{
	if (strcmp(d->kind_name, "leefgebied") != 0)
		return;
	if (filled(d, "Zorg") && !has_strength(s, draft_value(d, "Leefgebied")))
		problems_add(problems, PROBLEM_WARNING, "no-strength", file, line, "Zorg",
		    _("%s has a concern and no strength"), draft_value(d, "Leefgebied"));
}

static int
append(struct recording *r, struct dossier *d)
{
	int answer = recording_append(r, d);

	if (answer == 0) {
		domains_signals(&r->draft, &r->state, d->file, d->line, &r->problems);
		message_problems(&r->problems);
	}
	return answer;
}

static int
act(struct dossier *d, void *context)
{
	return append(context, d);
}

static void
check_domain(const struct draft *d)
{
	if (draft_value(d, "Score") == NULL && draft_value(d, "Situatie") == NULL && draft_value(d, "Wens") == NULL &&
	    draft_value(d, "Zorg") == NULL && draft_value(d, "Nvt") == NULL)
		message_usage(_("--domain asks for at least one of --score, --situatie, --wens, --zorg, --nvt"));
	if (filled(d, "Score") && filled(d, "Nvt"))
		message_usage(_("--nvt has no effect with --score: a domain with a score was looked at"));
	if (filled(d, "Schaal") && !filled(d, "Score"))
		message_usage(_("--schaal has no effect without --score"));
}

static int
record(struct call *c, const struct verb *v, const char *kind, const char *field)
{
	struct recording r;
	int status;

	verb_text(v);
	recording_begin(&r, c, kind);
	draft_set(&r.draft, field, v->value);
	recording_ready(&r, v->option);
	if (v->key == DOMAINS_DOMAIN)
		check_domain(&r.draft);
	status = filter_run(c, act, &r);
	recording_release(&r);
	return status;
}

/* --scores: a record for each domain, all or none. */
struct scores {
	struct call *call;
	struct recording *recordings;
	size_t n, cap;
};

static int
append_scores(struct dossier *d, void *context)
{
	struct scores *s = context;
	struct recording *first = &s->recordings[0];

	if (first->refused || !recording_fold(first, d))
		return FILTER_ATTENTION;
	for (size_t i = 0; i < s->n; i++)
		dossier_append(d, &s->recordings[i].draft);
	return recording_settle(s->call, d, state_closed(&first->state), &first->state);
}

static void
add_score(struct scores *s, char *part)
{
	char *score = strchr(part, '=');
	struct recording *r;

	if (score == NULL || score == part || score[1] == '\0')
		message_usage(_("--scores: expected CODE=N, with a comma between two, such as wonen=2,werk=3"));
	*score++ = '\0';
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(draft_value(&s->recordings[i].draft, "Leefgebied"), part) == 0)
			message_usage(_("--scores: %s stands there twice; expected once"), part);
	s->recordings = memory_room(s->recordings, &s->cap, s->n + 1, sizeof *s->recordings);
	r = &s->recordings[s->n++];
	recording_begin(r, s->call, "leefgebied");
	draft_set(&r->draft, "Leefgebied", part);
	draft_set(&r->draft, "Score", score);
}

/* Options that would give each domain the same are refused: they belong to --domain. */
static void
only_scale(const struct call *c)
{
	for (size_t i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, "Schaal") != 0 && schema_field(schema_kind("leefgebied"), c->fields[i].option) != NULL)
			message_usage(_("--scores takes --schaal only; %s belongs to --domain"), c->fields[i].option);
}

static int
record_scores(struct call *c, const struct verb *v)
{
	struct scores s = { .call = c };
	char *copy, *part, *next;
	int status, refused = 0;

	verb_text(v);
	only_scale(c);
	copy = memory_copy(v->value);
	for (part = copy; part != NULL; part = next) {
		next = strchr(part, ',');
		if (next != NULL)
			*next++ = '\0';
		add_score(&s, part + strspn(part, " "));
	}
	for (size_t i = 0; i < s.n; i++) {
		recording_ready(&s.recordings[i], v->option);
		refused |= s.recordings[i].refused;
	}
	for (size_t i = 0; i < s.n; i++)
		s.recordings[i].refused = refused;
	status = filter_run(c, append_scores, &s);
	for (size_t i = 0; i < s.n; i++)
		recording_release(&s.recordings[i]);
	free(s.recordings);
	free(copy);
	return status;
}

int
domains_record(struct call *c, const struct verb *v)
{
	switch (v->key) {
	case DOMAINS_SCORES: return record_scores(c, v);
	case DOMAINS_STRENGTH: return record(c, v, "kracht", "Tekst");
	case DOMAINS_NETWORK: return record(c, v, "netwerk", "Naam");
	}
	return record(c, v, "leefgebied", "Leefgebied");
}
