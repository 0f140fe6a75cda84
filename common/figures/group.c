/* SPDX-License-Identifier: ISC */
#include "group.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "validity.h"

static const char special[] = "\t\n\r\\", names[] = "tnr\\", all[] = "\\*";

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

void
group_write_all(struct text *to, size_t n)
{
	for (size_t i = 0; i < n; i++)
		text_addf(to, "%s%s", i == 0 ? "" : "\t", all);
}

bool
group_is_all(const char *group)
{
	return strncmp(group, all, strlen(all)) == 0;
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
		if (*group == '\\' && group[1] != '\0' &&
		    (found = strchr(names, group[1])) != NULL) {
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
	g->at = alloc_room(g->at, &g->cap, g->n + 1, sizeof *g->at);
	g->at[g->n++] = group;
}

const char *
group_shown(const struct attribute *a, const struct model *m, const char *value)
{
	struct text why = { 0 };
	bool known = value[0] == '\0' || a->spec == NULL || (valid_value(a->spec, value, &why) &&
	    valid_reference(a->spec, value, m, &why));

	text_release(&why);
	return known ? value : GROUP_UNKNOWN;
}

/* Whether the i-th value stood before. */
static bool
repeated(const struct attribute_values *v, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(v->at[j], v->at[i]) == 0)
			return true;
	return false;
}

/* All groups of the values from the at-th attribute on, each behind what is in `before`. */
static void
combine(struct groups *g, size_t n, size_t at, struct text *before)
{
	size_t len = before->len, start;
	const struct attribute_values *v;

	if (at == n) {
		add(g, alloc_copy(text_string(before)));
		return;
	}
	v = &g->values[at];
	if (at > 0)
		text_addc(before, '\t');
	start = before->len;
	for (size_t i = 0; i < v->n || i == 0; i++) {
		if (i < v->n && repeated(v, i))
			continue;
		group_write(before, i < v->n ? v->at[i] : "-");
		combine(g, n, at + 1, before);
		text_cut(before, start);
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

static void
find_values(const struct attribute *a, const struct fold *s, struct attribute_values *v)
{
	attribute_values(a, s, v);
	for (size_t i = 0; i < v->n; i++)
		v->at[i] = group_shown(a, s->model, v->at[i]);
}

void
groups_find(struct groups *g, const struct fold *s, const struct group_by *by, size_t n)
{
	struct text before = { 0 };

	clear(g);
	if (g->nvalues < n) {
		g->values = alloc_new(n, sizeof *g->values);
		g->nvalues = n;
	}
	for (size_t i = 0; i < n; i++)
		find_values(&by[i].attribute, s, &g->values[i]);
	combine(g, n, 0, &before);
	text_release(&before);
}

void
groups_release(struct groups *g)
{
	clear(g);
	free(g->at);
	for (size_t i = 0; i < g->nvalues; i++)
		attribute_values_release(&g->values[i]);
	free(g->values);
	*g = (struct groups){ 0 };
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
