#include "recording.h"

#include <stdlib.h>
#include <string.h>

#include "validity.h"
#include "filter.h"
#include "memory.h"
#include "message.h"
#include "nearest.h"

void
recording_begin(struct recording *r, struct call *c, const char *kind)
{
	memset(r, 0, sizeof *r);
	r->call = c;
	draft_begin(&r->draft, kind);
}

void
recording_sign(const struct call *c, struct draft *d)
{
	char to[DATE_SIZE];
	date op = call_op(c);

	if (draft_value(d, "Op") == NULL)
		draft_set(d, "Op", date_format(op, to));
	else
		op = date_parse(draft_value(d, "Op"));
	if (draft_value(d, "Door") == NULL)
		draft_set(d, "Door", c->by);
	if (op != c->today && draft_value(d, "Vastgelegd") == NULL)
		draft_set(d, "Vastgelegd", date_format(c->today, to));
}

void
recording_scale(const struct call *c, struct draft *d)
{
	const char *score = draft_value(d, "Score");

	if (strcmp(d->kind_name, "leefgebied") == 0 && score != NULL && score[0] != '\0' &&
	    draft_value(d, "Schaal") == NULL && c->model->nscales > 0)
		draft_set(d, "Schaal", c->model->scales[0].code);
}

void
recording_words(const struct draft *d, const char *file, long line, struct problems *problems)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct schema_field *f = d->kind == NULL ? NULL : schema_field(d->kind, d->fields[i].name);
		const char *code, *best = NULL;
		size_t length, nearest = 0;

		if (f == NULL || f->type != FIELD_WORD || f->codes == NULL || schema_code(f, d->fields[i].value))
			continue;
		for (size_t j = 0; (code = schema_code_n(f->codes, j, &length)) != NULL; j++) {
			char *word = memory_copy_n(code, length);
			struct nearest near;

			nearest_begin(&near, d->fields[i].value);
			nearest_offer(&near, word);
			if (near.best != NULL && (best == NULL || near.distance < nearest)) {
				best = code;
				nearest = near.distance;
			}
			free(word);
		}
		if (best != NULL)
			problems_add(problems, PROBLEM_WARNING, "word", file, line, f->name,
			    _("taken as a name; did you mean \"%.*s\"?"), (int)strcspn(best, " "), best);
	}
}

/* Whether the verb itself gave the field, before any option did. */
static bool
of_verb(const struct recording *r, size_t nverb, const char *name)
{
	for (size_t i = 0; i < nverb; i++)
		if (strcmp(r->draft.fields[i].name, name) == 0)
			return true;
	return false;
}

/* The last of a field that is given twice counts, as getopt users expect; a repeated field takes all. */
static void
take_fields(struct recording *r, const char *verb)
{
	struct call *c = r->call;
	size_t i, nverb = r->draft.n;

	for (i = 0; i < c->nfields; i++) {
		const struct schema_field *f = schema_field(r->draft.kind, c->fields[i].option);

		if (f == NULL)
			continue;
		if (of_verb(r, nverb, f->name))
			message_usage(_("%s gives %s already; expected it once"), verb, f->name);
		c->fields[i].used = true;
		if (f->flags & FIELD_REPEATS)
			draft_add(&r->draft, f->name, c->fields[i].value);
		else
			draft_set(&r->draft, f->name, c->fields[i].value);
	}
}

void
recording_ready(struct recording *r, const char *verb)
{
	char to[DATE_SIZE];

	take_fields(r, verb);
	call_all_used(r->call, verb);
	recording_sign(r->call, &r->draft);
	recording_scale(r->call, &r->draft);
	if (!valid_draft_types(&r->draft, NULL, 0, &r->problems)) {
		message_problems(&r->problems);
		message_usage(_("%s: nothing was read or recorded"), verb);
	}
	if (call_op(r->call) > r->call->today)
		problems_add(&r->problems, PROBLEM_WARNING, "future", NULL, 0, "Op",
		    _("%s is after today"), date_format(call_op(r->call), to));
	recording_words(&r->draft, NULL, 0, &r->problems);
	r->refused = !valid_draft_model(&r->draft, r->call->model, NULL, 0, &r->problems);
	message_problems(&r->problems);
}

bool
recording_fold(struct recording *r, const struct dossier *d)
{
	return state_fold(&r->state, d, r->call->model, DATE_LAST, DATE_LAST);
}

int
recording_append(struct recording *r, struct dossier *d)
{
	if (r->refused)
		return FILTER_ATTENTION;
	if (!recording_fold(r, d))
		return FILTER_ATTENTION;
	if (!valid_draft_dossier(&r->draft, &r->state, d->file, d->line, &r->problems)) {
		message_problems(&r->problems);
		return FILTER_ATTENTION;
	}
	if (state_closed(&r->state)) {
		problems_add(&r->problems, PROBLEM_WARNING, "closed", d->file, d->line, NULL,
		    _("the dossier of %s is closed; recorded all the same"), d->id);
		message_problems(&r->problems);
	}
	dossier_append(d, &r->draft);
	return 0;
}

void
recording_release(struct recording *r)
{
	draft_release(&r->draft);
	state_release(&r->state);
	problems_release(&r->problems);
}
