/* SPDX-License-Identifier: ISC */
#include "row_whose.h"

#include <stdlib.h>
#include <string.h>

#include "replaced.h"

/* Whether the dossier is, or took over, the one of an id that ends at a blank. */
static bool
holds(const struct dossier *d, const struct field *const *replaced, size_t n, const char *id)
{
	size_t length = strcspn(id, " ");

	for (size_t i = 0; i < n; i++)
		if (strlen(replaced[i]->value) == length &&
		    strncmp(replaced[i]->value, id, length) == 0)
			return true;
	return strlen(d->id) == length && strncmp(d->id, id, length) == 0;
}

/*
 * The client whose Extern that was, where it is known; *n is of how many. One that the dossier does
 * not hold had its id changed by hand, and stands there under that too.
 */
static const char *
taken_over(const char *extern_id, const struct dossier *d, const struct field *const *replaced,
    size_t nreplaced, size_t *n)
{
	size_t nall;
	const struct field **all = replaced_values(d, CLIENT_VERVANGT_EXTERN, &nall);
	const char *found = d->id;

	*n = 0;
	for (size_t i = 0; i < nall; i++) {
		const char *blank = strchr(all[i]->value, ' ');

		if (blank == NULL || strcmp(blank + 1, extern_id) != 0 ||
		    !holds(d, replaced, nreplaced, all[i]->value) ||
		    (*n > 0 && strcmp(found, all[i]->value) == 0))
			continue;
		found = all[i]->value;
		++*n;
	}
	free(all);
	return found;
}

const char *
row_whose(const struct row_apply *p, const struct dossier *d, bool *taken)
{
	const char *extern_id = draft_text(&p->row->client, CLIENT_EXTERN);
	const char *found = NULL, *client = d->id;
	size_t n = 0, nreplaced;
	const struct field **replaced = replaced_values(d, CLIENT_VERVANGT, &nreplaced);

	*taken = false;
	if (nreplaced > 0 && p->row->id != NULL)
		found = p->row->id;
	else if (nreplaced > 0 && extern_id != NULL)
		found = taken_over(extern_id, d, replaced, nreplaced, &n);
	if (nreplaced > 0 && (found == NULL || n > 1))
		client = NULL;
	for (size_t i = 0; i < nreplaced && client != NULL && !*taken; i++) {
		const char *was = replaced[i]->value;
		size_t length = strlen(was);

		if (strncmp(found, was, length) == 0 &&
		    (found[length] == '\0' || (n == 1 && found[length] == ' '))) {
			*taken = true;
			client = was;
		}
	}
	free(replaced);
	return client;
}
