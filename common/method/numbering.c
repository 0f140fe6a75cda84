/* SPDX-License-Identifier: ISC */
#include "numbering.h"

#include <stdlib.h>
#include <string.h>

/* Whether the field holds the id of a goal or an action. */
static bool
names_id(const struct field *f)
{
	return f->spec != NULL && (f->spec->ref == REF_DOEL || f->spec->ref == REF_WERKPUNT ||
	    (f->spec->flags & FIELD_KEY && f->spec->type == FIELD_ID));
}

/*
 * The number behind the prefix in the id, up to its end or a full stop; -1 when it is of another
 * make.
 */
static long
number_behind(const char *id, const char *prefix)
{
	size_t n = strlen(prefix), digits;

	if (strncmp(id, prefix, n) != 0)
		return -1;
	id += n;
	digits = strspn(id, "0123456789");
	if (digits == 0 || digits > 9 || (id[digits] != '\0' && id[digits] != '.'))
		return -1;
	return strtol(id, NULL, 10);
}

static void
number_next(const struct dossier *d, const char *prefix, struct text *to)
{
	struct text id = { 0 };
	long highest = 0;

	for (size_t i = 0; i < d->n; i++)
		for (size_t j = 0; j < d->records[i].n; j++) {
			const struct field *f = &d->records[i].fields[j];
			long number = names_id(f) ? number_behind(f->value, prefix) : -1;

			if (number > highest)
				highest = number;
		}
	text_addf(&id, "%s%ld", prefix, highest + 1);
	while (number_taken(d, text_string(&id)))	/* a number too long to count */
		number_raise(&id);
	text_adds(to, text_string(&id));
	text_release(&id);
}

void
number_goal(const struct dossier *d, struct text *to)
{
	number_next(d, "d", to);
}

void
number_action(const struct dossier *d, const char *goal, struct text *to)
{
	struct text prefix = { 0 };

	text_addf(&prefix, "%s.", goal);
	number_next(d, text_string(&prefix), to);
	text_release(&prefix);
}

void
number_raise(struct text *id)
{
	size_t end = id->len;
	long number;

	while (end > 0 && strchr("0123456789", id->at[end - 1]) != NULL)
		end--;
	number = strtol(text_string(id) + end, NULL, 10);
	text_cut(id, end);
	text_addf(id, "%ld", number + 1);
}

bool
number_taken(const struct dossier *d, const char *id)
{
	for (size_t i = 0; i < d->n; i++)
		for (size_t j = 0; j < d->records[i].n; j++)
			if (names_id(&d->records[i].fields[j]) &&
			    strcmp(d->records[i].fields[j].value, id) == 0)
				return true;
	return false;
}
