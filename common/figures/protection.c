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
	size_t places;		/* where its equations begin; they end where those of the next count begin */
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
	size_t *places;		/* equations of count 0, then of count 1, … */
};

static const size_t none = (size_t)-1;

/* How many counts may change in the first try: a programme costs more than the square of that. */
enum { NEAR = 300 };

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
	free(p->places);
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

/* For each count the equations that it stands in. */
static void
find_places(struct protection *p)
{
	size_t *next = memory_new(p->n + 1, sizeof *next), i, j, sum = 0;

	p->places = memory_new(p->nterms + 1, sizeof *p->places);
	p->counts = memory_room(p->counts, &p->cap, p->n + 1, sizeof *p->counts);
	for (i = 0; i < p->nterms; i++)
		next[p->terms[i].cell]++;
	for (i = 0; i < p->n; i++) {
		p->counts[i].places = sum;
		sum += next[i];
		next[i] = p->counts[i].places;
	}
	p->counts[p->n].places = sum;
	for (i = 0; i < p->nequations; i++)
		for (j = 0; j < p->equations[i].n; j++)
			p->places[next[p->terms[p->equations[i].first + j].cell]++] = i;
	free(next);
}

/*
 * How counts of a part may change together while the equations hold and one of them grows: two variables a
 * count, up and down. Only what is not 0 changes; a count of 1 does not go down, for 0 would show. What is far
 * from the one that grows may have to stay as it is: a change that is found then holds all the same.
 */
struct change {
	struct protection *p;
	size_t part, grows;
	size_t most;		/* about how many counts may change */
	bool all;		/* these are all that can */
	size_t *cells, n, cells_cap;	/* those that can change: cell of variable pair i */
	size_t *rows, nrows, rows_cap;	/* equations of the part */
	double *x;		/* solution: up and down of each */
	bool *fixed_down;	/* of each cell that can change: it may not go down */
};

static void
gather_cell(struct change *c, size_t cell)
{
	c->p->counts[cell].variable = c->n;
	c->cells = memory_room(c->cells, &c->cells_cap, c->n + 1, sizeof *c->cells);
	c->cells[c->n++] = cell;
}

/* Numbers the counts that may change: the one that grows, those that share an equation with it, and so on. */
static void
gather_cells(struct change *c)
{
	const struct protection *p = c->p;
	size_t i, j, k;

	for (i = c->part; i != none; i = p->counts[i].next)
		p->counts[i].variable = none;
	gather_cell(c, c->grows);
	for (i = 0; i < c->n && c->n < c->most; i++)
		for (j = p->counts[c->cells[i]].places; j < p->counts[c->cells[i] + 1].places; j++)
			for (k = 0; k < p->equations[p->places[j]].n; k++) {
				size_t cell = p->terms[p->equations[p->places[j]].first + k].cell;

				if (p->counts[cell].value != 0 && p->counts[cell].variable == none)
					gather_cell(c, cell);
			}
	c->all = i == c->n;
}

static void
gather(struct change *c)
{
	struct protection *p = c->p;
	size_t i, j;

	gather_cells(c);
	for (i = p->counts[c->part].first; i != none; i = p->equations[i].next) {
		for (j = 0; j < p->equations[i].n; j++)
			if (p->counts[p->terms[p->equations[i].first + j].cell].variable != none)
				break;
		if (j == p->equations[i].n)
			continue;
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
 * Finds a change in which the count grows. Another dossier like those that the count counts is one, in which
 * nothing goes down: so among all counts there is one, and its multiples are possible too.
 */
static bool
find_change(struct change *c)
{
	size_t i;
	bool good;

	while ((good = solve(c)) && !possible(c) && forbid(c))
		continue;
	if (good && possible(c))
		return true;
	for (i = 0; i < c->n; i++)
		c->fixed_down[i] = true;
	return solve(c) && (c->all || possible(c));
}

/* Withholds what can change with it, looking ever farther; everything when nothing is found. */
static void
protect(struct protection *p, size_t cell)
{
	struct change c = { .p = p, .part = part_of(p, cell), .grows = cell, .most = NEAR };
	size_t i;
	bool good;

	gather(&c);
	while (!(good = find_change(&c)) && !c.all) {
		struct change wider = { .p = p, .part = c.part, .grows = cell, .most = 3 * c.most };

		release(&c);
		c = wider;
		gather(&c);
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
	find_places(p);
	for (i = 0; i < p->n; i++)
		p->counts[i].withheld = p->counts[i].published && p->counts[i].value > 0 &&
		    p->counts[i].value < least;
	for (i = 0; i < p->n; i++)
		if (p->counts[i].withheld && !p->counts[i].safe)
			protect(p, i);
}
