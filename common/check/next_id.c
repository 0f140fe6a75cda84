/* SPDX-License-Identifier: ISC */
#include "next_id.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema.h"

enum { HIGHEST = 999999999 };

struct next_id_prefix {
	char *prefix;
	long most;
};

static struct next_id_prefix *
add(struct next_id *ids, const char *prefix, size_t n, long number)
{
	ids->at = alloc_room(ids->at, &ids->cap, ids->n + 1, sizeof *ids->at);
	ids->at[ids->n] = (struct next_id_prefix){ alloc_copy_n(prefix, n), number };
	ids->sorted = false;
	return &ids->at[ids->n++];
}

void
next_id_take(struct next_id *ids, const char *id)
{
	size_t n = strlen(id);
	long number = 0;

	while (n > 0 && id[n - 1] >= '0' && id[n - 1] <= '9')
		n--;
	if (schema_number(id + n, &number) && number <= HIGHEST)
		add(ids, id, n, number);
}

static int
by_prefix(const void *a, const void *b)
{
	const struct next_id_prefix *x = a, *y = b;

	return strcmp(x->prefix, y->prefix);
}

/* Each prefix once, with its highest number. */
static void
sort(struct next_id *ids)
{
	size_t i, kept = 0;

	if (ids->sorted || ids->n == 0)
		return;
	qsort(ids->at, ids->n, sizeof *ids->at, by_prefix);
	for (i = 1; i < ids->n; i++) {
		struct next_id_prefix *last = &ids->at[kept], *p = &ids->at[i];

		if (by_prefix(last, p) != 0) {
			ids->at[++kept] = *p;
			continue;
		}
		last->most = last->most > p->most ? last->most : p->most;
		free(p->prefix);
	}
	ids->n = kept + 1;
	ids->sorted = true;
}

void
next_id_give(struct next_id *ids, const char *prefix, struct text *id)
{
	struct next_id_prefix like = { alloc_copy(prefix), 0 }, *p;

	sort(ids);
	p = ids->n == 0 ? NULL : bsearch(&like, ids->at, ids->n, sizeof *p, by_prefix);
	if (p == NULL)
		p = add(ids, prefix, strlen(prefix), 0);
	text_addf(id, "%s%ld", prefix, ++p->most);
	free(like.prefix);
}

void
next_id_release(struct next_id *ids)
{
	while (ids->n > 0)
		free(ids->at[--ids->n].prefix);
	free(ids->at);
	*ids = (struct next_id){ 0 };
}
