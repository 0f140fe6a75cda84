#include "group.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

static const char special[] = "\t\n\r\\", names[] = "tnr\\";

void
group_write(struct text *to, const char *value)
{
	const char *found;

	for (; *value != '\0'; value++) {
		found = strchr(special, *value);
		if (found != NULL)
			text_addc(to, '\\');
		text_addc(to, found != NULL ? names[found - special] : *value);
	}
}

const char *
group_value(const char *group, size_t n, struct arena *arena)
{
	struct text value = { 0 };
	const char *found, *kept;

	for (; n > 0 && group != NULL; n--)
		if ((group = strchr(group, '\t')) != NULL)
			group++;
	for (; group != NULL && *group != '\0' && *group != '\t'; group++)
		if (*group == '\\' && group[1] != '\0' && (found = strchr(names, group[1])) != NULL) {
			text_addc(&value, special[found - names]);
			group++;
		} else
			text_addc(&value, *group);
	kept = arena_copy(arena, text_string(&value), value.len);
	text_release(&value);
	return kept;
}

static void
add(struct groups *g, char *group)
{
	g->at = memory_room(g->at, &g->cap, g->n + 1, sizeof *g->at);
	g->at[g->n++] = group;
}

/* Whether the value stood before among the field's first n values. */
static bool
repeated(const struct entry *client, const char *field, const char *value)
{
	const char *other;

	for (size_t i = 0; (other = entry_next_value(client, field, &i)) != NULL && other != value; )
		if (strcmp(other, value) == 0)
			return true;
	return false;
}

/* All groups of the fields from `at` on, each behind what is in `before`. */
static void
combine(struct groups *g, const struct state *s, const char *const *fields, size_t nfields, size_t at,
    struct text *before)
{
	size_t len = before->len, i = 0;
	const char *value;
	bool any = false;

	if (at == nfields) {
		add(g, memory_copy(text_string(before)));
		return;
	}
	if (at > 0)
		text_addc(before, '\t');
	while ((value = entry_next_value(s->client, fields[at], &i)) != NULL || !any) {
		size_t start = before->len;

		any = true;
		if (value != NULL && repeated(s->client, fields[at], value))
			continue;
		group_write(before, value == NULL ? "-" : value);
		combine(g, s, fields, nfields, at + 1, before);
		text_cut(before, start);
		if (value == NULL)
			break;
	}
	text_cut(before, len);
}

static void
clear(struct groups *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		free(g->at[i]);
	g->n = 0;
}

void
groups_find(struct groups *g, const struct state *s, const char *const *fields, size_t nfields)
{
	struct text before = { 0 };

	clear(g);
	combine(g, s, fields, nfields, 0, &before);
	text_release(&before);
}

void
groups_release(struct groups *g)
{
	clear(g);
	free(g->at);
	g->at = NULL;
	g->cap = 0;
}

static int
compare_part(const char *x, size_t nx, const char *y, size_t ny)
{
	bool no_x = nx == 0 || (nx == 1 && x[0] == '-'), no_y = ny == 0 || (ny == 1 && y[0] == '-');
	int c;

	if (no_x || no_y)
		return no_x - no_y;
	c = memcmp(x, y, nx < ny ? nx : ny);
	return c != 0 ? c : (nx > ny) - (nx < ny);
}

int
group_compare_word(const char *x, const char *y)
{
	return compare_part(x, strlen(x), y, strlen(y));
}

int
group_compare(const char *x, const char *y)
{
	int c = 0;

	while (c == 0 && (*x != '\0' || *y != '\0')) {
		size_t nx = strcspn(x, "\t"), ny = strcspn(y, "\t");

		c = compare_part(x, nx, y, ny);
		x += nx + (x[nx] == '\t');
		y += ny + (y[ny] == '\t');
	}
	return c;
}
