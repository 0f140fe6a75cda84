#include "protection.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"
#include "simplex.h"

struct count {
	long value;
	bool published, withheld;
	bool safe;		/* there is another value that it may have, all else that is shown being the same */
	size_t part;		/* counts that equations connect are one part */
	size_t next, first;	/* the next count of the part; of the part's own number: the first equation */
	size_t variable;	/* in the programme at hand; (size_t)-1 = fixed */
};

struct term {
	size_t cell;
	long factor;
};

struct equation {
	size_t first, n;	/* terms */
	size_t next;		/* the next equation of the part */
};

struct protection {
	struct count *counts;
	size_t n, cap;
	struct term *terms;
	size_t nterms, terms_cap;
	struct equation *equations;
	size_t nequations, equations_cap;
};

static const size_t none = (size_t)-1;

struct protection *
protection_new(void)
{
	return memory_new(1, sizeof(struct protection));
}

void
protection_free(struct protection *p)
{
	if (p == NULL)
		return;
	free(p->counts);
	free(p->terms);
	free(p->equations);
	free(p);
}

size_t
protection_cell(struct protection *p, long value)
{
	struct count c = { .value = value, .part = p->n };

	p->counts = memory_room(p->counts, &p->cap, p->n + 1, sizeof *p->counts);
	p->counts[p->n] = c;
	return p->n++;
}

void
protection_publish(struct protection *p, size_t cell)
{
	p->counts[cell].published = true;
}

void
protection_equation(struct protection *p)
{
	p->equations = memory_room(p->equations, &p->equations_cap, p->nequations + 1, sizeof *p->equations);
	p->equations[p->nequations].first = p->nterms;
	p->equations[p->nequations++].n = 0;
}

void
protection_term(struct protection *p, size_t cell, long factor)
{
	p->terms = memory_room(p->terms, &p->terms_cap, p->nterms + 1, sizeof *p->terms);
	p->terms[p->nterms].cell = cell;
	p->terms[p->nterms++].factor = factor;
	p->equations[p->nequations - 1].n++;
}

bool
protection_withheld(const struct protection *p, size_t cell)
{
	return p->counts[cell].withheld;
}

static size_t
part_of(struct protection *p, size_t cell)
{
	while (p->counts[cell].part != cell)
		cell = p->counts[cell].part = p->counts[p->counts[cell].part].part;
	return cell;
}

static void
find_parts(struct protection *p)
{
	size_t i, j;

	for (i = 0; i < p->nequations; i++)
		for (j = 1; j < p->equations[i].n; j++) {
			size_t a = part_of(p, p->terms[p->equations[i].first].cell);
			size_t b = part_of(p, p->terms[p->equations[i].first + j].cell);

			p->counts[a > b ? a : b].part = a > b ? b : a;
		}
	for (i = 0; i < p->n; i++)
		p->counts[i].next = p->counts[i].first = none;
	for (i = p->n; i-- > 0; )
		if ((j = part_of(p, i)) != i) {
			p->counts[i].next = p->counts[j].next;
			p->counts[j].next = i;
		}
	for (i = p->nequations; i-- > 0; )
		if (p->equations[i].n > 0) {
			j = part_of(p, p->terms[p->equations[i].first].cell);
			p->equations[i].next = p->counts[j].first;
			p->counts[j].first = i;
		}
}

/*
 * How all counts of a part may change together while the equations hold and one of them grows: two variables a
 * count, up and down. Only what is not 0 changes; a count of 1 does not go down, for 0 would show.
 */
struct change {
	struct protection *p;
	size_t part, grows;
	size_t *cells, n, cells_cap;	/* those that can change: cell of variable pair i */
	size_t *rows, nrows, rows_cap;	/* equations of the part */
	double *x;		/* solution: up and down of each */
	bool *fixed_down;	/* of each cell that can change: it may not go down */
};

static void
gather(struct change *c)
{
	struct protection *p = c->p;
	size_t i;

	for (i = c->part; i != none; i = p->counts[i].next) {
		p->counts[i].variable = none;
		if (p->counts[i].value != 0) {
			p->counts[i].variable = c->n;
			c->cells = memory_room(c->cells, &c->cells_cap, c->n + 1, sizeof *c->cells);
			c->cells[c->n++] = i;
		}
	}
	for (i = p->counts[c->part].first; i != none; i = p->equations[i].next) {
		c->rows = memory_room(c->rows, &c->rows_cap, c->nrows + 1, sizeof *c->rows);
		c->rows[c->nrows++] = i;
	}
	c->x = memory_new(2 * c->n + 1, sizeof *c->x);
	c->fixed_down = memory_new(c->n + 1, sizeof *c->fixed_down);
}

static void
release(struct change *c)
{
	free(c->cells);
	free(c->rows);
	free(c->x);
	free(c->fixed_down);
}

/* How far the count may go down. */
static long
room_below(const struct count *c)
{
	return c->published ? c->value - 1 : c->value;
}

/* The cheapest change in which `grows` goes up by one or more: what must be withheld for it costs its value. */
static bool
solve(struct change *c)
{
	const struct protection *p = c->p;
	struct simplex s;
	size_t i, j, grows = p->counts[c->grows].variable;
	bool good;

	simplex_begin(&s, c->nrows, 2 * c->n);
	for (i = 0; i < c->nrows; i++)
		for (j = 0; j < p->equations[c->rows[i]].n; j++) {
			const struct term *t = &p->terms[p->equations[c->rows[i]].first + j];
			size_t v = p->counts[t->cell].variable;

			if (v == none)
				continue;
			s.a[i * s.columns + 2 * v] += (double)t->factor;
			if (room_below(&p->counts[t->cell]) > 0 && !c->fixed_down[v] && v != grows)
				s.a[i * s.columns + 2 * v + 1] -= (double)t->factor;
			if (v == grows)
				s.b[i] -= (double)t->factor;
		}
	for (i = 0; i < c->n; i++) {
		const struct count *k = &p->counts[c->cells[i]];

		s.cost[2 * i] = s.cost[2 * i + 1] = k->published && !k->withheld ? (double)k->value : 1e-4;
	}
	good = simplex_solve(&s, c->x);
	if (good)
		c->x[2 * grows] += 1;
	simplex_release(&s);
	return good;
}

static double
change_of(const struct change *c, size_t variable)
{
	return c->x[2 * variable] - c->x[2 * variable + 1];
}

/* Whether some multiple of the change is whole and leaves each count what it must be at least. */
static bool
possible(const struct change *c)
{
	size_t i;
	int times;

	for (times = 1; times <= 12; times++) {
		for (i = 0; i < c->n; i++) {
			double d = change_of(c, i) * times;

			if (fabs(d - round(d)) > 1e-6 || -d > (double)room_below(&c->p->counts[c->cells[i]]) + 1e-6)
				break;
		}
		if (i == c->n)
			return true;
	}
	return false;
}

/* Forbids going down where the change went too far. Returns whether there was such a place. */
static bool
forbid(struct change *c)
{
	bool any = false;
	size_t i;

	for (i = 0; i < c->n; i++)
		if (-change_of(c, i) > (double)room_below(&c->p->counts[c->cells[i]]) + 1e-6)
			any = c->fixed_down[i] = true;
	return any;
}

/*
 * Withholds what can change with it. Another dossier like those that the count counts is such a change, in which
 * nothing goes down: so there is one, and its multiples are possible too.
 */
static void
protect(struct protection *p, size_t cell)
{
	struct change c = { .p = p, .part = part_of(p, cell), .grows = cell };
	size_t i;
	bool good;

	gather(&c);
	while ((good = solve(&c)) && !possible(&c) && forbid(&c))
		continue;
	if (!good || !possible(&c)) {
		for (i = 0; i < c.n; i++)
			c.fixed_down[i] = true;
		good = solve(&c);
	}
	for (i = 0; i < c.n; i++)
		if (!good || fabs(change_of(&c, i)) > 1e-6) {
			struct count *k = &p->counts[c.cells[i]];

			k->withheld = k->withheld || k->published;
			k->safe = true;
		}
	release(&c);
}

void
protection_find(struct protection *p, long least)
{
	size_t i;

	find_parts(p);
	for (i = 0; i < p->n; i++)
		p->counts[i].withheld = p->counts[i].published && p->counts[i].value > 0 &&
		    p->counts[i].value < least;
	for (i = 0; i < p->n; i++)
		if (p->counts[i].withheld && !p->counts[i].safe)
			protect(p, i);
}
