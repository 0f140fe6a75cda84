#include "handle_column.h"

size_t
handle_column_count(const struct cmdline *c, size_t columns)
{
	return c->handles ? columns : columns - 1;
}

void
handle_column_turn(struct handle_column *h, const struct cmdline *c, const struct dossier *d)
{
	handles_release(&h->handles);
	h->call = c;
	h->dossier = d;
	if (c->handles)
		handles_read(&h->handles, d);
}

void
handle_column_cell(struct handle_column *h, struct table_writer *t, const struct record *r)
{
	char handle[HANDLE_SIZE];

	if (h->call->handles)
		table_cell(t, r == NULL ? "" :
		    handles_of(&h->handles, (size_t)(r - h->dossier->records), handle));
}

const struct handles *
handle_column_all(const struct handle_column *h)
{
	return h->call->handles ? &h->handles : NULL;
}

void
handle_column_release(struct handle_column *h)
{
	handles_release(&h->handles);
}
