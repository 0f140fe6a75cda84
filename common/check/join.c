/* SPDX-License-Identifier: ISC */
#include "join.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "comments.h"
#include "contradiction.h"
#include "correction.h"
#include "outcome.h"
#include "renumber.h"
#include "version.h"

static int
compare_bytes(const char *a, size_t n, const char *b, size_t m)
{
	if (n != m)
		return n < m ? -1 : 1;
	return n == 0 ? 0 : memcmp(a, b, n);
}

/* Of two ways to end a record the longer one. */
static void
add_longer(const char *a, size_t n, const char *b, size_t m, struct text *to)
{
	if (compare_bytes(a, n, b, m) >= 0)
		text_add(to, a, n);
	else
		text_add(to, b, m);
}

static long
count_lines(const char *s, size_t n)
{
	const char *end = s + n;
	long lines = 0;

	while (n > 0 && (s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		lines++;
		s++;
	}
	return lines;
}

/* Field i of the piece stands in the union at[i] lines below `start`. */
static void
place_lines(const struct piece *p, const long *at, long start, long *lines)
{
	for (size_t i = 0; i < p->record->n; i++)
		lines[p->record->fields[i].line - 1] = start + at[i];
}

/* Of what was corrected, where the field of that name stands now. */
static void
follow_correction(const struct piece *was, const struct record *written, const long *at,
    long start, long *lines)
{
	for (size_t i = 0; i < was->record->n; i++) {
		const struct field *f = &was->record->fields[i], *now;

		now = record_field(written, f->name);
		if (now != NULL)
			lines[f->line - 1] = start + at[now - written->fields];
	}
}

/* A correction comes where the other version has what it corrects. */
static struct piece *
in_other(const struct piece *p)
{
	return p->twin != NULL ? p->twin : p->instead;
}

/* What it was in the common ancestor, or NULL. */
static const struct piece *
in_base(const struct piece *p)
{
	return p->base != NULL ? p->base : p->was;
}

static void
add_piece(struct join *j, const struct piece *p, const struct version *a, long *line)
{
	const struct piece *q = in_other(p) != NULL ? in_other(p) : p;
	const struct piece *base = in_base(p) != NULL ? in_base(p) : in_base(q);
	long *at = alloc_new(p->record->n, sizeof *at);
	size_t begin = j->text.len;
	struct passage lead = { 0 };
	const struct record *written;

	if (base != NULL)
		lead = (struct passage){ base->lead, base->lead_n };
	comments_around((struct passage){ p->lead, p->lead_n },
	    (struct passage){ q->lead, q->lead_n }, base == NULL ? NULL : &lead, &j->text);
	*line += count_lines(j->text.at + begin, j->text.len - begin);
	begin = j->text.len;
	written = comments_within(p, q, base, at, &j->text);
	place_lines(p, at, *line, p->of == a ? j->a_lines : j->b_lines);
	if (p->twin != NULL)
		place_lines(q, at, *line, q->of == a ? j->a_lines : j->b_lines);
	else if (p->instead != NULL)
		follow_correction(q, written, at, *line, q->of == a ? j->a_lines : j->b_lines);
	free(at);
	if (p->twin != NULL)
		add_longer(p->gap, p->gap_n, q->gap, q->gap_n, &j->text);
	else
		text_add(&j->text, p->gap, p->gap_n);
	*line += count_lines(j->text.at + begin, j->text.len - begin);
}

/* The order in which the pieces of two versions come. */
struct order {
	struct piece **pieces;
	size_t n;
};

static void
put(struct order *o, struct piece *p)
{
	o->pieces[o->n++] = p->gone ? p->instead : p;
	p->place = o->n;
	if (in_other(p) != NULL)
		in_other(p)->place = o->n;
}

static size_t
skip_done(const struct version *v, size_t i)
{
	while (i < v->n && ((v->pieces[i].gone && v->pieces[i].instead == NULL) ||
	    v->pieces[i].place > 0))
		i++;
	return i;
}

/* Whether the version has a record of the day from i on. */
static bool
day_follows(const struct version *v, size_t i, date day)
{
	while (i < v->n && (v->pieces[i].op != day || v->pieces[i].place > 0))
		i++;
	return i < v->n;
}

/*
 * Which of the two comes first; a piece that the other version has further on waits for it. Of one
 * day a dossier that goes on comes before the other one.
 */
static struct piece *
earlier(struct version *a, size_t i, struct piece *y, const struct turns *dossiers)
{
	struct piece *x = &a->pieces[i];

	if (in_other(x) != NULL && in_other(y) == NULL)
		return y;
	if (in_other(y) != NULL && in_other(x) == NULL)
		return x;
	if (dossiers != NULL && (x->op == y->op || (turns_have(dossiers, y->op) &&
	    day_follows(a, i, y->op))))
		return x;
	return piece_compare(x, y) <= 0 ? x : y;
}

static void
order_pieces(struct version *a, struct version *b, const struct turns *dossiers,
    struct order *o)
{
	size_t i = 0, j = 0;

	o->pieces = alloc_new(a->n + b->n, sizeof *o->pieces);
	o->n = 0;
	put(o, a->pieces[0].gone ? &b->pieces[0] : &a->pieces[0]);
	for (;;) {
		i = skip_done(a, i);
		j = skip_done(b, j);
		if (i == a->n && j == b->n)
			return;
		if (i == a->n)
			put(o, &b->pieces[j]);
		else if (j == b->n)
			put(o, &a->pieces[i]);
		else
			put(o, earlier(a, i, &b->pieces[j], dossiers));
	}
}

/* Whether the dossier took over the one of that id. */
static bool
replaced(const struct version *v, const char *id)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct record *r = v->pieces[i].record;

		for (size_t j = 2; r->kind == KIND_CLIENT && !v->pieces[i].taken && j < r->n; j++)
			if (r->fields[j].slot == CLIENT_VERVANGT &&
			    strcmp(r->fields[j].value, id) == 0)
				return true;
	}
	return false;
}

/* What was two dossiers and is one by now is no second version of it. */
static void
say_unite(const struct version *a, const struct version *b, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "other-client", b->dossier.file,
	    version_line(b, b->pieces[0].record->line), SCHEMA_CLIENT,
	    _("%s took over %s; --unite with %s first, then %s, adds what this one has more"),
	    a->dossier.id, b->dossier.id, a->dossier.file, b->dossier.file);
}

/* Whether the two are of one client. */
static bool
same_client(const struct version *a, const struct version *b, struct problems *problems)
{
	if (strcmp(a->dossier.id, b->dossier.id) == 0)
		return true;
	if (replaced(a, b->dossier.id) || replaced(b, a->dossier.id)) {
		say_unite(replaced(a, b->dossier.id) ? a : b,
		    replaced(a, b->dossier.id) ? b : a, problems);
		return false;
	}
	problems_add(problems, PROBLEM_ERROR, "other-client", a->dossier.file,
	    version_line(a, a->pieces[0].record->line), SCHEMA_CLIENT,
	    _("%s is not the client of %s:%ld, which is %s"), a->dossier.id, b->dossier.file,
	    version_line(b, b->pieces[0].record->line), b->dossier.id);
	return false;
}

/* Both begin with the same record, or the common ancestor tells which of them changed it. */
static bool
same_begin(const struct version *a, const struct version *b, struct problems *problems)
{
	const struct piece *x = &a->pieces[0], *y = &b->pieces[0];

	if (x->twin == y || x->gone != y->gone)
		return true;
	problems_add(problems, PROBLEM_ERROR, "contradiction", a->dossier.file,
	    version_line(a, x->record->line), SCHEMA_RECORD,
	    _("the first record is another one than at %s:%ld; expected the same"),
	    b->dossier.file, version_line(b, y->record->line));
	return false;
}

/* What both corrected, or gave two values; all of it. */
static bool
agree(const struct join *j, struct version *a, struct version *b, const struct version *base,
    struct problems *problems)
{
	bool corrected = base == NULL || correction_none(a, b, base, problems);

	return contradiction_none(a, b, j->dossiers, problems) && corrected;
}

static void
write_union(struct join *j, const struct order *order, const struct version *a,
    const struct version *b, const struct version *base)
{
	struct passage tail = { 0 };
	long line = 1;
	size_t i;

	j->a_lines = alloc_new((size_t)count_lines(j->a.bytes, j->a.n) + 1, sizeof *j->a_lines);
	j->b_lines = alloc_new((size_t)count_lines(j->b.bytes, j->b.n) + 1, sizeof *j->b_lines);
	for (i = 0; i < order->n; i++)
		add_piece(j, order->pieces[i], a, &line);
	if (base != NULL)
		tail = (struct passage){ base->tail, base->tail_n };
	comments_around((struct passage){ a->tail, a->tail_n },
	    (struct passage){ b->tail, b->tail_n }, base == NULL ? NULL : &tail, &j->text);
}

/* The union, when it is sound. */
static bool
unite(struct join *j, const struct order *order, const struct version *a, const struct version *b,
    const struct version *base, struct problems *warnings, struct problems *errors)
{
	struct outcome outcome = { &j->text, order->pieces, order->n, a, b, NULL, NULL, j->model,
	    j->today };

	write_union(j, order, a, b, base);
	outcome.a_lines = j->a_lines;
	outcome.b_lines = j->b_lines;
	if (outcome_judge(&outcome, warnings, errors))
		return true;
	text_clear(&j->text);
	return false;
}

/*
 * Says where one takes back a record that the other has too, on its own: the common ancestor lacks
 * it.
 */
static void
say_taken(const struct version *v, struct problems *problems)
{
	for (size_t i = 1; i < v->n; i++) {
		const struct piece *p = &v->pieces[i], *of = p->takes;
		const struct field *f = record_at(p->record, INTREKKING_WAT);

		if (of == NULL || p->twin != NULL || p->taken || of->twin == NULL ||
		    of->twin->taken || of->base != NULL)
			continue;
		problems_add(problems, PROBLEM_WARNING, "takes-both", v->dossier.file,
		    version_line(v, f->line), f->name,
		    _("takes back what %s:%ld has too, as one record"),
		    of->twin->of->dossier.file,
		    version_line(of->twin->of, of->twin->record->line));
	}
}

static enum join_result
join(struct join *j, struct version *a, struct version *b, struct version *base,
    struct problems *problems)
{
	enum join_result result = JOIN_REFUSED;
	struct problems warnings = { 0 };
	struct order order = { 0 };

	if (same_client(a, b, problems) && (base == NULL || same_client(base, a, problems)) &&
	    renumber(a, b, base, j->dossiers != NULL, &warnings, problems) &&
	    same_begin(a, b, problems)) {
		if (base != NULL)
			correction_find(a, b, base);
		order_pieces(a, b, j->dossiers, &order);
		if (agree(j, a, b, base, problems) &&
		    unite(j, &order, a, b, base, &warnings, problems)) {
			if (j->dossiers != NULL)
				contradiction_later(a, b, j->dossiers, &warnings);
			if (base != NULL) {
				say_taken(a, &warnings);
				say_taken(b, &warnings);
			}
			problems_move(problems, &warnings);
			result = JOIN_DONE;
		}
		free(order.pieces);
	}
	problems_release(&warnings);
	return result;
}

static bool
read_source(struct version *v, const struct join_source *s, bool plain, struct problems *problems)
{
	size_t said = problems->n;
	bool good;

	version_release(v);
	v->lines = s->lines;
	good = version_read(v, s->bytes, s->n, s->file, plain, problems);
	for (; said < problems->n; said++)
		problems->at[said].line = version_line(v, problems->at[said].line);
	return good;
}

enum join_result
join_run(struct join *j, struct problems *problems)
{
	struct version a = { 0 }, b = { 0 }, base = { 0 };
	enum join_result result = JOIN_BAD;
	bool good;

	join_clear(j);
	good = read_source(&a, &j->a, false, problems);
	good = read_source(&b, &j->b, false, problems) && good;
	if (j->base.bytes != NULL)
		good = read_source(&base, &j->base, false, problems) && good;
	/* Where one has the line ends or the mark of Windows, both are read without. */
	if (good && (a.dossier.crlf != b.dossier.crlf || version_marked(&a) != version_marked(&b)))
		good = read_source(&a, &j->a, true, problems) &&
		    read_source(&b, &j->b, true, problems);
	if (good)
		result = join(j, &a, &b, j->base.bytes != NULL ? &base : NULL, problems);
	version_release(&a);
	version_release(&b);
	version_release(&base);
	return result;
}

void
join_clear(struct join *j)
{
	text_release(&j->text);
	free(j->a_lines);
	free(j->b_lines);
	j->a_lines = j->b_lines = NULL;
}
