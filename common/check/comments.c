/* SPDX-License-Identifier: ISC */
#include "comments.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "former.h"

/* A comment within a record: before which of its fields it stands, from 0. */
struct comment {
	struct passage line;
	size_t before;
};

struct comments {
	struct comment *at;
	size_t n, cap;
	size_t bytes;
};

/* Cuts off the first line, its LF left out. Returns false at the end. */
static bool
next_line(struct passage *rest, struct passage *line)
{
	const char *nl;

	if (rest->n == 0)
		return false;
	nl = memchr(rest->at, '\n', rest->n);
	line->at = rest->at;
	line->n = nl == NULL ? rest->n : (size_t)(nl - rest->at);
	rest->at += line->n + (nl != NULL);
	rest->n -= line->n + (nl != NULL);
	return true;
}

static bool
same_line(struct passage a, struct passage b)
{
	a.n -= a.n > 0 && a.at[a.n - 1] == '\r';
	b.n -= b.n > 0 && b.at[b.n - 1] == '\r';
	return a.n == b.n && (a.n == 0 || memcmp(a.at, b.at, a.n) == 0);
}

static bool
same_lines(struct passage a, struct passage b)
{
	struct passage x, y;

	while (next_line(&a, &x))
		if (!next_line(&b, &y) || !same_line(x, y))
			return false;
	return b.n == 0;
}

static bool
has_line(struct passage text, struct passage line)
{
	struct passage l;

	while (next_line(&text, &l))
		if (same_line(l, line))
			return true;
	return false;
}

static bool
blank(struct passage line)
{
	size_t i = 0;

	while (i < line.n && strchr(" \t\r", line.at[i]) != NULL && line.at[i] != '\0')
		i++;
	return i == line.n;
}

static int
compare_bytes(struct passage a, struct passage b)
{
	if (a.n != b.n)
		return a.n < b.n ? -1 : 1;
	return a.n == 0 ? 0 : memcmp(a.at, b.at, a.n);
}

static void
add_line(struct passage line, struct text *to)
{
	if (to->len > 0 && to->at[to->len - 1] != '\n')
		text_addc(to, '\n');
	text_add(to, line.at, line.n);
	text_addc(to, '\n');
}

void
comments_around(struct passage a, struct passage b, const struct passage *base, struct text *to)
{
	bool shorter = compare_bytes(a, b) < 0;
	struct passage more = shorter ? b : a, less = shorter ? a : b, rest, line;

	if (same_lines(a, b) || (base != NULL && (same_lines(a, *base) || same_lines(b, *base)))) {
		if (base != NULL && same_lines(more, *base))
			more = less;
		text_add(to, more.at, more.n);
		return;
	}
	for (rest = more; next_line(&rest, &line); )
		if (base == NULL || blank(line) || !has_line(*base, line) || has_line(less, line))
			text_add(to, line.at, (size_t)(rest.at - line.at));
	for (rest = less; next_line(&rest, &line); )
		if (!blank(line) && !has_line(more, line) &&
		    (base == NULL || !has_line(*base, line)))
			add_line(line, to);
}

/* The place in `to` of the first field from i on that stands there too. */
static size_t
place_in(const struct record *to, const struct record *r, size_t i)
{
	for (; to != r && i < r->n; i++) {
		size_t times = 0, j;

		for (j = 0; j < i; j++)
			times += strcmp(r->fields[j].name, r->fields[i].name) == 0;
		for (j = 0; j < to->n; j++)
			if (strcmp(to->fields[j].name, r->fields[i].name) == 0 && times-- == 0)
				return j;
	}
	return to == r ? i : to->n;
}

static bool
ends_joined(struct passage line)
{
	line.n -= line.n > 0 && line.at[line.n - 1] == '\r';
	return line.n > 0 && line.at[line.n - 1] == '\\';
}

/*
 * Parts a record's comments, by the fields of `as`, from its other lines. Field i begins on line
 * at[i] of these; at and bare may be NULL.
 */
static void
part(const struct piece *p, const struct record *as, struct comments *comments, long *at,
    struct text *bare)
{
	struct passage rest = { p->body, p->body_n }, line;
	const struct record *r = p->record;
	long number = r->line, lines = 0;
	bool joined = false;
	size_t i = 0;

	for (; next_line(&rest, &line); number++) {
		if (!joined && line.n > 0 && line.at[0] == '#') {
			comments->at = alloc_room(comments->at, &comments->cap, comments->n + 1,
			    sizeof *comments->at);
			comments->at[comments->n++] = (struct comment){ line,
			    place_in(as, r, i) };
			comments->bytes += line.n;
			continue;
		}
		if (i < r->n && r->fields[i].line == number) {
			if (at != NULL)
				at[i] = lines;
			i++;
		}
		joined = ends_joined(line);
		lines++;
		if (bare != NULL)
			text_add(bare, line.at, (size_t)(rest.at - line.at));
	}
}

static size_t
times(const struct comments *c, struct passage line)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		n += same_line(c->at[i].line, line);
	return n;
}

/* How many times the union has a comment. */
static size_t
times_in_union(size_t a, size_t b, const size_t *base)
{
	size_t most = a > b ? a : b;

	if (base == NULL || most > *base)
		return base != NULL && a == *base ? b : base != NULL && b == *base ? a : most;
	return a < b ? a : b;
}

static int
compare_comments(const struct comments *a, const struct comments *b)
{
	if (a->bytes != b->bytes)
		return a->bytes < b->bytes ? -1 : 1;
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (size_t i = 0; i < a->n; i++) {
		int c = same_line(a->at[i].line, b->at[i].line) ? 0 :
		    compare_bytes(a->at[i].line, b->at[i].line);

		if (c != 0)
			return c;
	}
	for (size_t i = 0; i < a->n; i++)
		if (a->at[i].before != b->at[i].before)
			return a->at[i].before < b->at[i].before ? -1 : 1;
	return 0;
}

static bool
same_comments(const struct comments *a, const struct comments *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (a->at[i].before != b->at[i].before ||
		    !same_line(a->at[i].line, b->at[i].line))
			return false;
	return true;
}

/* Adds those of `from` that the union has more often than it has them so far. */
static void
add_wanted(struct comments *to, const struct comments *from, const struct comments *other,
    const struct comments *base)
{
	for (size_t i = 0; i < from->n; i++) {
		struct passage line = from->at[i].line;
		size_t before = base == NULL ? 0 : times(base, line);

		if (times(to, line) >= times_in_union(times(from, line), times(other, line),
		    base == NULL ? NULL : &before))
			continue;
		to->at = alloc_room(to->at, &to->cap, to->n + 1, sizeof *to->at);
		to->at[to->n++] = from->at[i];
	}
}

/* Those of the union; `to` is room for them. */
static const struct comments *
unite_comments(const struct comments *a, const struct comments *b, const struct comments *base,
    struct comments *to)
{
	bool shorter = compare_comments(a, b) < 0;
	const struct comments *more = shorter ? b : a, *less = shorter ? a : b;

	if (same_comments(a, b) || (base != NULL && same_comments(b, base)))
		return a;
	if (base != NULL && same_comments(a, base))
		return b;
	add_wanted(to, more, less, base);
	add_wanted(to, less, more, base);
	return to;
}

/* The bare lines with each comment before its field; at[i] follows. */
static void
weave(const struct record *r, struct passage bare, const struct comments *comments, long *at,
    struct text *to)
{
	long line = 0, added = 0;

	for (size_t i = 0; i <= r->n; i++) {
		long stop = i < r->n ? at[i] : -1;
		struct passage l;

		for (; line != stop && next_line(&bare, &l); line++)
			text_add(to, l.at, (size_t)(bare.at - l.at));
		for (size_t j = 0; j < comments->n; j++)
			if (comments->at[j].before == i) {
				add_line(comments->at[j].line, to);
				added++;
			}
		if (i < r->n)
			at[i] += added;
	}
}

const struct record *
comments_within(const struct piece *p, const struct piece *q, const struct piece *base, long *at,
    struct text *to)
{
	struct comments x = { 0 }, y = { 0 }, o = { 0 }, all = { 0 };
	struct text one = { 0 }, other = { 0 };
	const struct record *r = p->record;
	const struct text *bare = &one;
	long *at_q;

	at_q = alloc_new(q->record->n, sizeof *at_q);
	part(p, r, &x, at, &one);
	part(q, r, &y, at_q, &other);
	if (base != NULL)
		part(base, r, &o, NULL, NULL);
	if (p->twin == q && compare_bytes((struct passage){ one.at, one.len },
	    (struct passage){ other.at, other.len }) < 0) {
		bare = &other;
		r = q->record;
		memcpy(at, at_q, r->n * sizeof *at);
	}
	weave(r, (struct passage){ bare->at, bare->len },
	    unite_comments(&x, &y, base == NULL ? NULL : &o, &all), at, to);
	free(at_q);
	free(x.at);
	free(y.at);
	free(o.at);
	free(all.at);
	text_release(&one);
	text_release(&other);
	return r;
}

bool
comments_added(const struct piece *p, const struct piece *base)
{
	struct passage rest = { p->lead, p->lead_n }, known = { base->lead, base->lead_n }, line;
	struct comments x = { 0 }, o = { 0 };
	struct former former;
	bool added = false;

	/* What a goal was called is noted by the join itself. */
	while (!added && next_line(&rest, &line))
		added = !blank(line) && !former_line(line.at, line.n, &former) &&
		    !has_line(known, line);
	part(p, p->record, &x, NULL, NULL);
	part(base, p->record, &o, NULL, NULL);
	for (size_t i = 0; !added && i < x.n; i++)
		added = times(&x, x.at[i].line) > times(&o, x.at[i].line);
	free(x.at);
	free(o.at);
	return added;
}

static void
add_unknown(struct passage line, struct passage known, struct text *to)
{
	line.n -= line.n > 0 && line.at[line.n - 1] == '\r';
	if (!has_line(known, line))
		add_line(line, to);
}

void
comments_of(const struct piece *p, struct passage known, struct text *to)
{
	struct passage rest = { p->lead, p->lead_n }, line;
	struct comments within = { 0 };

	while (next_line(&rest, &line)) {
		/* A byte order mark may stand before it, and blanks. */
		const char *sign = memchr(line.at, '#', line.n);
		size_t skip = sign == NULL ? line.n : (size_t)(sign - line.at);

		if (sign != NULL && (blank((struct passage){ line.at, skip }) ||
		    (skip == 3 && memcmp(line.at, "\xEF\xBB\xBF", 3) == 0)))
			add_unknown((struct passage){ sign, line.n - skip }, known, to);
	}
	part(p, p->record, &within, NULL, NULL);
	for (size_t i = 0; i < within.n; i++)
		add_unknown(within.at[i].line, known, to);
	free(within.at);
}
