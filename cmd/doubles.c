/* SPDX-License-Identifier: ISC */
#include "doubles.h"

#include <stdlib.h>
#include <string.h>

#include "finding.h"
#include "message.h"
#include "retraction.h"

static void
say(const struct dossier *d, const char *other)
{
	struct problems problems = { 0 };

	problems_add(&problems, PROBLEM_WARNING, "double-client", d->file, d->records[0].line,
	    SCHEMA_CLIENT, _("%s has a dossier in %s; this one is passed over"), d->id, other);
	message_problems(&problems);
	problems_release(&problems);
}

const struct field *
doubles_replaced(const struct dossier *d)
{
	const struct field *f = NULL;
	bool *taken = NULL;

	for (size_t i = d->n; i-- > 0 && f == NULL; ) {
		if (d->records[i].kind == KIND_CLIENT)
			f = record_at(&d->records[i], CLIENT_VERVANGT);
		if (f != NULL && taken == NULL)
			taken = retraction_marks(d, DATE_LAST);
		if (taken != NULL && taken[i])
			f = NULL;
	}
	free(taken);
	return f;
}

/* Under which an id that was taken over is kept among the seen: no id begins so. */
static const char *
taken_key(struct text *key, const char *id)
{
	text_clear(key);
	text_addf(key, "+%s", id);
	return text_string(key);
}

static void
say_taken(const struct dossier *d, const struct operands *operands, size_t file,
    const struct field *replaced)
{
	struct problems problems = { 0 };
	struct text other = { 0 };

	operands_path(operands, file, &other);
	if (replaced == NULL)
		problems_add(&problems, PROBLEM_WARNING, "double-client", d->file,
		    d->records[0].line, SCHEMA_CLIENT, _("%s was taken over in %s; this one is "
		    "passed over; fasen-check --unite adds what it has more, then it can go"),
		    d->id, text_string(&other));
	else
		problems_add(&problems, PROBLEM_WARNING, "double-client", d->file, replaced->line,
		    replaced->name, _("%s still has a dossier in %s, which came first; this one is "
		    "passed over; fasen-check --unite adds what that one has more, then it can go"),
		    replaced->value, text_string(&other));
	message_problems(&problems);
	problems_release(&problems);
	text_release(&other);
}

/* Whether one that came took over this one, or this one took over one that came. */
static bool
taken_over(struct seen *seen, const struct operands *operands, const struct dossier *d)
{
	const struct field *replaced = doubles_replaced(d), *f;
	size_t file = operands_number(operands);
	struct text key = { 0 };
	bool over = seen_has(seen, taken_key(&key, d->id), &file);

	if (over)
		say_taken(d, operands, file, NULL);
	for (f = replaced; f != NULL && !over; f = field_next(f))
		if (strcmp(f->value, d->id) != 0 && seen_has(seen, f->value, &file)) {
			over = true;
			say_taken(d, operands, file, f);
		}
	for (f = replaced; f != NULL; f = field_next(f)) {
		file = operands_number(operands);
		if (strcmp(f->value, d->id) != 0)
			seen_before(seen, taken_key(&key, f->value), &file);
	}
	text_release(&key);
	return over;
}

enum doubles
doubles_of(struct seen *seen, const struct operands *operands, const struct dossier *d)
{
	struct text other = { 0 };
	size_t own = operands_number(operands), file = own;

	if (!operands_outranked(operands, d->id, &other)) {
		if (d->malformed ? !seen_has(seen, d->id, &file) : !seen_before(seen, d->id, &file))
			return !d->malformed && taken_over(seen, operands, d) ?
			    DOUBLES_TAKEN_OVER : DOUBLES_NONE;
		operands_path(operands, file, &other);
	} else
		file = own + 1;
	say(d, text_string(&other));
	text_release(&other);
	return file == own ? DOUBLES_IN_FILE : DOUBLES_ELSEWHERE;
}

size_t
doubles_within(const struct dossier *d)
{
	struct problems problems = { 0 };
	bool *taken = retraction_marks(d, DATE_LAST);
	size_t n;

	finding_registered(d, 1, taken, &problems);
	free(taken);
	n = problems.n;
	message_problems(&problems);
	problems_release(&problems);
	return n;
}
