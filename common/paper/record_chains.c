/* SPDX-License-Identifier: ISC */
#include "record_chains.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* At most so many chains a record is in. */
enum { CHAINS = 3 };

struct by_op {
	size_t record;
	date op;
};

static int
compare_op(const void *a, const void *b)
{
	const struct by_op *x = a, *y = b;

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

static size_t *
order_records(const struct dossier *d)
{
	struct by_op *by = alloc_new(d->n, sizeof *by);
	size_t *order = alloc_new(d->n, sizeof *order), i;

	for (i = 0; i < d->n; i++) {
		by[i].record = i;
		by[i].op = i == 0 ? DATE_NONE : record_day(&d->records[i], SLOT_OP);
	}
	qsort(by, d->n, sizeof *by, compare_op);
	for (i = 0; i < d->n; i++)
		order[i] = by[i].record;
	free(by);
	return order;
}

static uint32_t
within(enum kind kind, enum slot slot)
{
	return 1 + (uint32_t)kind * SLOTS + (uint32_t)slot;
}

/* Puts a record in front of a chain. */
static void
chain(struct record_chains *c, size_t record, uint32_t in, const char *name)
{
	void **first = entry_table_at(&c->index, in, name, strlen(name));

	c->links[c->nlinks] = (struct record_link){ record, *first };
	*first = &c->links[c->nlinks++];
}

static void
chain_value(struct record_chains *c, size_t record, const struct record *r, enum slot slot)
{
	chain(c, record, within(r->kind, slot), record_text(r, slot));
}

/* From the last to the first, so that chains are in order. */
void
record_chains_begin(struct record_chains *c, const struct dossier *d)
{
	*c = (struct record_chains){ .order = order_records(d) };
	c->links = alloc_new(d->n * CHAINS, sizeof *c->links);
	for (size_t i = d->n; i-- > 0;) {
		const struct record *r = &d->records[c->order[i]];
		const struct schema_field *key = r->spec == NULL ? NULL : schema_key(r->spec);

		chain(c, c->order[i], 0, r->name);
		if (key != NULL)
			chain_value(c, c->order[i], r, key->slot);
		if (r->kind == KIND_WERKPUNT)
			chain_value(c, c->order[i], r, WERKPUNT_DOEL);
		if (r->kind == KIND_STAND) {
			chain_value(c, c->order[i], r, STAND_DOEL);
			chain_value(c, c->order[i], r, STAND_WERKPUNT);
		}
	}
}

const struct record_link *
record_chains_kind(const struct record_chains *c, const char *name)
{
	return entry_table_find(&c->index, 0, name, strlen(name));
}

const struct record_link *
record_chains_with(const struct record_chains *c, enum kind kind, enum slot slot,
    const char *value)
{
	return entry_table_find(&c->index, within(kind, slot), value, strlen(value));
}

const struct record_link *
record_chains_waiting(struct record_chains *c, const char *name, const bool *done)
{
	void **first = entry_table_at(&c->index, 0, name, strlen(name));
	struct record_link *l = *first;

	while (l != NULL && done[l->record])
		l = l->next;
	*first = l;
	return l;
}

void
record_chains_release(struct record_chains *c)
{
	entry_table_release(&c->index);
	free(c->links);
	free(c->order);
}
