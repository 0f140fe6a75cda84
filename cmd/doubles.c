/* SPDX-License-Identifier: ISC */
#include "doubles.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "finding.h"
#include "message.h"
#include "replaced.h"
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
	size_t file = operands_number(operands), n;
	const struct field **replaced = replaced_values(d, CLIENT_VERVANGT, &n);
	struct text key = { 0 };
	bool over = seen_has(seen, taken_key(&key, d->id), &file);

	if (over)
		say_taken(d, operands, file, NULL);
	for (size_t i = 0; i < n && !over; i++)
		if (seen_has(seen, replaced[i]->value, &file)) {
			over = true;
			say_taken(d, operands, file, replaced[i]);
		}
	for (size_t i = 0; i < n; i++) {
		file = operands_number(operands);
		seen_before(seen, taken_key(&key, replaced[i]->value), &file);
	}
	free(replaced);
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

/* The path of ID.rec beside the dossier's file; "" for one that came by standard input. */
static void
path_beside(const struct dossier *d, const char *id, struct text *to)
{
	const char *slash = strrchr(d->file, '/');

	text_clear(to);
	if (strcmp(d->file, "-") == 0 || !schema_client_id(id))
		return;
	text_add(to, d->file, slash == NULL ? 0 : (size_t)(slash - d->file) + 1);
	text_addf(to, "%s.rec", id);
}

/* Where the dossier that is said to be taken over stands; "" when it is not there. */
static void
find_taken(const struct seen *seen, const struct operands *operands, const struct dossier *d,
    const char *id, struct text *to)
{
	size_t file;

	path_beside(d, id, to);
	if (to->len > 0 && strcmp(text_string(to), d->file) != 0 &&
	    access(text_string(to), F_OK) == 0)
		return;
	text_clear(to);
	if (seen_has(seen, id, &file))
		operands_path(operands, file, to);
}

bool
doubles_revived(const struct seen *seen, const struct operands *operands, const struct dossier *d)
{
	struct problems problems = { 0 };
	struct text other = { 0 };
	bool any;

	for (size_t i = d->read; i < d->n; i++) {
		const struct field *f = d->records[i].kind != KIND_CLIENT ? NULL :
		    record_at(&d->records[i], CLIENT_VERVANGT);

		for (; f != NULL; f = field_next(f)) {
			if (strcmp(f->value, d->id) == 0)
				continue;
			find_taken(seen, operands, d, f->value, &other);
			if (other.len > 0)
				problems_add(&problems, PROBLEM_ERROR, "double-client", d->file,
				    d->line, f->name, _("%s still has a dossier, in %s; nothing is "
				    "recorded; fasen-check --unite makes one of the two"), f->value,
				    text_string(&other));
		}
	}
	any = problems.n > 0;
	message_problems(&problems);
	problems_release(&problems);
	text_release(&other);
	return any;
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
