#include "attribute_values.h"

#include <stdlib.h>

#include "alloc.h"

void
attribute_give(struct attribute_values *v, const char *value)
{
	if (value[0] == '\0')
		return;
	v->at = alloc_room(v->at, &v->cap, v->n + 1, sizeof *v->at);
	v->at[v->n++] = value;
}

void
attribute_values_release(struct attribute_values *v)
{
	struct attribute_values empty = { 0 };

	free(v->at);
	arena_release(&v->arena);
	*v = empty;
}
