/* SPDX-License-Identifier: ISC */
#include "conflict.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* A record with the empty lines behind it: what is never cut. */
struct block {
	const char *at;
	size_t n, place;
	long line, lines;	/* its first, from 0, and how many */
	size_t pair;		/* the place of the same block in the other version, or NONE */
};

static const size_t NONE = (size_t)-1;

struct blocks {
	struct block *at;
	size_t n, cap;
	long lines;
};

static bool
blank_line(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strchr(" \t\r\n", s[i]) == NULL || s[i] == '\0')
			return false;
	return true;
}

/* Whether a backslash at the end of the bytes joins what follows, a line end aside. */
static bool
ends_joined(const char *s, size_t n)
{
	if (n > 0 && s[n - 1] == '\n')
		n--;
	if (n > 0 && s[n - 1] == '\r')
		n--;
	return n > 0 && s[n - 1] == '\\';
}

static void
split(struct blocks *b, const char *s, size_t n)
{
	bool after_blank = true, joined = false;
	size_t at, end;

	for (at = 0; at < n; at = end) {
		const char *nl = memchr(s + at, '\n', n - at);
		bool blank;

		end = nl == NULL ? n : (size_t)(nl - s) + 1;
		blank = !joined && blank_line(s + at, end - at);
		if (b->n == 0 || (after_blank && !blank)) {
			b->at = alloc_room(b->at, &b->cap, b->n + 1, sizeof *b->at);
			b->at[b->n] = (struct block){ .at = s + at, .place = b->n, .line = b->lines,
			    .pair = NONE };
			b->n++;
		}
		b->at[b->n - 1].n += end - at;
		b->at[b->n - 1].lines++;
		b->lines++;
		after_blank = blank;
		joined = ends_joined(s + at, end - at);
	}
}

static int
compare_bytes(const struct block *a, const struct block *b)
{
	size_t n = a->n < b->n ? a->n : b->n;
	int c = n == 0 ? 0 : memcmp(a->at, b->at, n);

	return c != 0 ? c : a->n < b->n ? -1 : a->n > b->n;
}

static int
by_bytes_then_place(const void *a, const void *b)
{
	const struct block *x = *(struct block *const *)a, *y = *(struct block *const *)b;
	int c = compare_bytes(x, y);

	return c != 0 ? c : x->place < y->place ? -1 : x->place > y->place;
}

static struct block **
sorted(struct blocks *b)
{
	struct block **all = alloc_new(b->n, sizeof *all);
	size_t i;

	for (i = 0; i < b->n; i++)
		all[i] = &b->at[i];
	if (b->n > 0)
		qsort(all, b->n, sizeof *all, by_bytes_then_place);
	return all;
}

/* Equal blocks, the first with the first, the second with the second. */
static void
pair_equal(struct blocks *a, struct blocks *b)
{
	struct block **x = sorted(a), **y = sorted(b);
	size_t i = 0, j = 0;

	while (i < a->n && j < b->n) {
		int c = compare_bytes(x[i], y[j]);

		if (c == 0)
			x[i]->pair = y[j]->place;
		i += c <= 0;
		j += c >= 0;
	}
	free(x);
	free(y);
}

/* Of the pairs keeps the most that stand in one order in both: a longest rising run. */
static void
keep_in_order(struct blocks *a)
{
	size_t *ends = alloc_new(a->n + 1, sizeof *ends), *before = alloc_new(a->n + 1,
	    sizeof *before);
	size_t longest = 0, i, last;

	for (i = 0; i < a->n; i++) {
		size_t low = 0, high = longest;

		if (a->at[i].pair == NONE)
			continue;
		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (a->at[ends[middle]].pair < a->at[i].pair)
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low > 0 ? ends[low - 1] : NONE;
		ends[low] = i;
		if (low == longest)
			longest++;
	}
	last = longest > 0 ? ends[longest - 1] : NONE;
	for (i = a->n; i-- > 0; )
		if (i == last)
			last = before[i];
		else
			a->at[i].pair = NONE;
	free(ends);
	free(before);
}

static void
add_mark(struct text *to, long *line, const char *mark)
{
	text_adds(to, mark);
	text_addc(to, '\n');
	++*line;
}

static void
place_lines(long *lines, const struct block *b, long line)
{
	long i;

	for (i = 0; i < b->lines; i++)
		lines[b->line + i] = line + i;
}

/*
 * The blocks from..to of a version, and what must follow them so that a mark is a line of its own.
 */
static void
add_side(struct text *to, long *line, long *lines, const struct blocks *b, size_t from,
    size_t until)
{
	const struct block *last = until > from ? &b->at[until - 1] : NULL;
	size_t i;

	for (i = from; i < until; i++) {
		place_lines(lines, &b->at[i], *line);
		text_add(to, b->at[i].at, b->at[i].n);
		*line += b->at[i].lines;
	}
	if (last != NULL && last->at[last->n - 1] != '\n')
		text_addc(to, '\n');
	if (last != NULL && ends_joined(last->at, last->n)) {
		text_addc(to, '\n');
		++*line;
	}
}

void
conflict_write(struct conflict *c, const char *ours, size_t n, const char *theirs, size_t m)
{
	struct blocks a = { 0 }, b = { 0 };
	size_t i = 0, j = 0, k, l;
	long line = 1;

	split(&a, ours, n);
	split(&b, theirs, m);
	pair_equal(&a, &b);
	keep_in_order(&a);
	c->ours = alloc_new((size_t)a.lines + 1, sizeof *c->ours);
	c->theirs = alloc_new((size_t)b.lines + 1, sizeof *c->theirs);
	while (i < a.n || j < b.n) {
		for (k = i; k < a.n && a.at[k].pair == NONE; k++)
			continue;
		l = k < a.n ? a.at[k].pair : b.n;
		if (k > i || l > j) {
			add_mark(&c->text, &line, "<<<<<<< ours");
			add_side(&c->text, &line, c->ours, &a, i, k);
			add_mark(&c->text, &line, "=======");
			add_side(&c->text, &line, c->theirs, &b, j, l);
			add_mark(&c->text, &line, ">>>>>>> theirs");
		}
		i = k;
		j = l;
		if (i < a.n) {
			place_lines(c->ours, &a.at[i], line);
			place_lines(c->theirs, &b.at[j], line);
			text_add(&c->text, a.at[i].at, a.at[i].n);
			line += a.at[i].lines;
			i++;
			j++;
		}
	}
	free(a.at);
	free(b.at);
}

void
conflict_release(struct conflict *c)
{
	text_release(&c->text);
	free(c->ours);
	free(c->theirs);
	c->ours = c->theirs = NULL;
}
