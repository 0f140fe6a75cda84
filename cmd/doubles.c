#include "doubles.h"

#include <stdlib.h>

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

enum doubles
doubles_of(struct seen *seen, const struct operands *operands, const struct dossier *d)
{
	struct text other = { 0 };
	size_t own = operands_number(operands), file = own;

	if (!operands_outranked(operands, d->id, &other)) {
		if (d->malformed ? !seen_has(seen, d->id, &file) : !seen_before(seen, d->id, &file))
			return DOUBLES_NONE;
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
