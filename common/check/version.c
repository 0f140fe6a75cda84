/* SPDX-License-Identifier: ISC */
#include "version.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "former.h"
#include "reader.h"
#include "retraction.h"

static const char mark[] = "\xEF\xBB\xBF";

bool
version_marked(const struct version *v)
{
	return v->dossier.bytes.len >= 3 && memcmp(v->dossier.bytes.at, mark, 3) == 0;
}

long
version_line(const struct version *v, long line)
{
	return v->lines == NULL || line == 0 ? line : v->lines[line - 1];
}

int
piece_compare(const struct piece *a, const struct piece *b)
{
	if (a->op != b->op)
		return a->op < b->op ? -1 : 1;
	if (a->recorded != b->recorded)
		return a->recorded < b->recorded ? -1 : 1;
	return record_compare(a->record, b->record);
}

/* The bytes from..to with what must follow them so that another line can. */
static const char *
closed(struct dossier *d, size_t from, size_t to, size_t line_ends, size_t *n)
{
	const char *end = d->crlf ? "\r\n" : "\n";
	struct text t = { 0 };
	const char *copy;

	if (line_ends == 0) {
		*n = to - from;
		return d->bytes.at + from;
	}
	text_add(&t, d->bytes.at + from, to - from);
	while (line_ends-- > 0)
		text_adds(&t, end);
	copy = arena_copy(&d->arena, text_string(&t), t.len);
	*n = t.len;
	text_release(&t);
	return copy;
}

static void
cut_piece(struct version *v, size_t i)
{
	struct dossier *d = &v->dossier;
	struct piece *p = &v->pieces[i];
	struct record *r = &d->records[i];
	bool last = i + 1 == d->n;
	size_t lead = i == 0 ? 0 : r->lead, stop = last ? d->end : r[1].lead;
	size_t open = last && r->end == d->bytes.len ? (size_t)d->open_line + (size_t)d->open_join :
	    0;

	memset(p, 0, sizeof *p);
	p->of = v;
	p->record = r;
	p->lead = d->bytes.at + lead;
	p->lead_n = r->start - lead;
	p->body = closed(d, r->start, r->end, open, &p->body_n);
	p->gap = closed(d, r->end, stop, stop == r->end || d->bytes.at[stop - 1] != '\n',
	    &p->gap_n);
	p->op = r->op;
	p->recorded = r->recorded;
	if (p->recorded == DATE_NONE)
		p->recorded = p->op;
}

static void
plain_bytes(const char *s, size_t n, struct text *to)
{
	size_t i = n >= 3 && memcmp(s, mark, 3) == 0 ? 3 : 0;

	for (; i < n; i++)
		if (s[i] != '\r' || i + 1 == n || s[i + 1] != '\n')
			text_addc(to, s[i]);
}

static bool
read_one(struct version *v, struct reader *s, const char *file, struct problems *problems)
{
	bool found = reader_next(s, &v->dossier) > 0, good;

	problems_move(problems, &v->dossier.problems);
	good = found && !v->dossier.malformed;
	if (good && v->dossier.n == 0)
		found = good = false;
	if (!found)
		problems_add(problems, PROBLEM_ERROR, "empty", file, 0, NULL,
		    _("holds no dossier"));
	if (good && reader_rest(s) > 0) {
		problems_add(problems, PROBLEM_ERROR, "several", file, reader_rest(s), NULL,
		    _("holds another dossier; expected one"));
		good = false;
	}
	return good;
}

/* What each retraction takes back. */
static void
find_taken(struct version *v)
{
	struct retractions all;

	if (v->dossier.nretractions == 0)
		return;
	retractions_begin(&all, &v->dossier);
	for (size_t i = 0; i < v->n; i++) {
		size_t of = v->pieces[i].record->kind != KIND_INTREKKING ? (size_t)-1 :
		    retractions_target(&all, i);

		v->pieces[i].takes = of == (size_t)-1 ? NULL : &v->pieces[of];
	}
	retractions_end(&all);
}

bool
version_read(struct version *v, const void *bytes, size_t n, const char *file, bool plain,
    struct problems *problems)
{
	struct text without = { 0 };
	bool good, *taken;
	size_t i;

	if (plain)
		plain_bytes(bytes, n, &without);
	v->reader = plain ? reader_of(text_string(&without), without.len, file) :
	    reader_of(bytes, n, file);
	good = read_one(v, v->reader, file, problems);
	text_release(&without);
	if (!good)
		return false;
	v->n = v->dossier.n;
	v->pieces = alloc_new(v->n, sizeof *v->pieces);
	taken = retraction_marks(&v->dossier, DATE_LAST);
	for (i = 0; i < v->n; i++) {
		cut_piece(v, i);
		v->pieces[i].taken = taken != NULL && taken[i];
	}
	free(taken);
	find_taken(v);
	v->tail = v->dossier.bytes.at + v->dossier.end;
	v->tail_n = v->dossier.bytes.len - v->dossier.end;
	return true;
}

void
version_release(struct version *v)
{
	struct version empty = { 0 };

	dossier_release(&v->dossier);
	reader_free(v->reader);
	free(v->pieces);
	*v = empty;
}

static int
by_content_then_place(const void *a, const void *b)
{
	const struct piece *x = *(const struct piece *const *)a,
	    *y = *(const struct piece *const *)b;
	int c = record_compare(x->record, y->record);

	return c != 0 ? c : x->record->line < y->record->line ? -1 :
	    x->record->line > y->record->line;
}

/* The pieces in order of content, of equal ones the first first. The caller frees the array. */
static struct piece **
sorted(const struct version *v)
{
	struct piece **all = alloc_new(v->n, sizeof *all);
	size_t i;

	for (i = 0; i < v->n; i++)
		all[i] = &v->pieces[i];
	qsort(all, v->n, sizeof *all, by_content_then_place);
	return all;
}

/* How many of the pieces from i on equal this one. */
static size_t
equal_run(struct piece *const *pieces, size_t n, size_t i, const struct piece *like)
{
	size_t end = i;

	while (end < n && record_compare(pieces[end]->record, like->record) == 0)
		end++;
	return end - i;
}

/* Equal pieces of the two and of their common ancestor. */
static void
match_equal(struct piece **a, size_t na, struct piece **b, size_t nb, struct piece **base,
    size_t nbase)
{
	size_t both = na < nb ? na : nb, i;

	for (i = 0; i < both; i++) {
		a[i]->twin = b[i];
		b[i]->twin = a[i];
	}
	for (i = 0; i < na && i < nbase; i++) {
		a[i]->base = base[i];
		a[i]->gone = i >= both;
	}
	for (i = 0; i < nb && i < nbase; i++) {
		b[i]->base = base[i];
		b[i]->gone = i >= both;
	}
}

static void
unmatch(struct version *v)
{
	size_t i;

	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i];

		p->twin = p->base = p->was = p->instead = NULL;
		p->gone = false;
	}
}

void
version_match(struct version *a, struct version *b, const struct version *base)
{
	struct piece **x = sorted(a), **y = sorted(b), **o = base == NULL ? NULL : sorted(base);
	size_t i = 0, j = 0, k = 0, nbase = base == NULL ? 0 : base->n;

	unmatch(a);
	unmatch(b);
	while (i < a->n || j < b->n) {
		const struct piece *least = i == a->n || (j < b->n &&
		    record_compare(y[j]->record, x[i]->record) < 0) ? y[j] : x[i];
		size_t na = equal_run(x, a->n, i, least), nb = equal_run(y, b->n, j, least), no;

		while (k < nbase && record_compare(o[k]->record, least->record) < 0)
			k++;
		no = equal_run(o, nbase, k, least);
		match_equal(x + i, na, y + j, nb, o + k, no);
		i += na;
		j += nb;
		k += no;
	}
	free(x);
	free(y);
	free(o);
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '+';
}

bool
version_rewrite(struct version *v, struct piece *p, struct field *f, const char *value)
{
	size_t at = 0, n = strlen(f->value);
	struct text t = { 0 };
	long line;

	for (line = p->record->line; line < f->line; at++)
		if (p->body[at] == '\n')
			line++;
	at += strcspn(p->body + at, ":") + 1;
	while (at < p->body_n && blank(p->body[at]))
		at++;
	if (at + n > p->body_n || memcmp(p->body + at, f->value, n) != 0)
		return false;
	text_add(&t, p->body, at);
	text_adds(&t, value);
	text_add(&t, p->body + at + n, p->body_n - at - n);
	p->body = arena_copy(&v->dossier.arena, t.at, t.len);
	p->body_n = t.len;
	f->n = (uint32_t)strlen(value);
	f->value = arena_copy(&v->dossier.arena, value, f->n);
	text_release(&t);
	return true;
}

void
version_note_former(struct version *v, struct piece *p, const char *id, const char *client)
{
	const char *at = p->lead;
	struct former f;
	struct text t = { 0 };

	if (former_next(&at, p->lead + p->lead_n, &f))
		return;
	text_add(&t, p->lead, p->lead_n);
	former_add(id, client, v->dossier.crlf ? "\r\n" : "\n", &t);
	p->lead = arena_copy(&v->dossier.arena, t.at, t.len);
	p->lead_n = t.len;
	text_release(&t);
}
