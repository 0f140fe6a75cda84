/* SPDX-License-Identifier: ISC */
#include "replaced.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "retraction.h"

const struct field **
replaced_values(const struct dossier *d, enum slot slot, size_t *n)
{
	const struct field **all = NULL;
	bool *taken = NULL, known = false;
	size_t cap = 0;

	*n = 0;
	for (size_t i = 0; i < d->n; i++) {
		const struct field *f = d->records[i].kind != KIND_CLIENT ? NULL :
		    record_at(&d->records[i], slot);

		if (f != NULL && !known && !d->malformed)
			taken = retraction_marks(d, DATE_LAST);
		known = known || f != NULL;
		for (; f != NULL && (taken == NULL || !taken[i]); f = field_next(f))
			if (f->value[0] != '\0' && strcmp(f->value, d->id) != 0) {
				all = alloc_room(all, &cap, *n + 1, sizeof *all);
				all[(*n)++] = f;
			}
	}
	free(taken);
	return all;
}

bool
replaced_has(const struct dossier *d, const char *id)
{
	size_t n;
	const struct field **all = replaced_values(d, CLIENT_VERVANGT, &n);
	bool has = false;

	for (size_t i = 0; i < n && !has; i++)
		has = strcmp(all[i]->value, id) == 0;
	free(all);
	return has;
}
