#include "simplex.h"

#include <math.h>
#include <stdlib.h>

#include "memory.h"

static const double small = 1e-9;

/* The tableau: the programme, with one artificial variable a row that is never written out. */
struct tableau {
	struct simplex *s;
	size_t *basis;		/* of each row; columns + row = its artificial variable */
	double *price;		/* reduced cost of each column */
	size_t *used;		/* columns of the pivot row that are not zero */
};

void
simplex_begin(struct simplex *s, size_t rows, size_t columns)
{
	s->rows = rows;
	s->columns = columns;
	s->a = memory_new(rows * columns + 1, sizeof *s->a);
	s->b = memory_new(rows + 1, sizeof *s->b);
	s->cost = memory_new(columns + 1, sizeof *s->cost);
}

void
simplex_release(struct simplex *s)
{
	free(s->a);
	free(s->b);
	free(s->cost);
	s->a = s->b = s->cost = NULL;
}

/* Takes a multiple of the pivot row from a row, so that the column becomes 0 there. */
static void
eliminate(double *row, double *right, const double *pivot, double pivot_right, size_t column,
    const size_t *used, size_t nused)
{
	double factor = row[column];
	size_t i;

	if (factor == 0)
		return;
	for (i = 0; i < nused; i++) {
		double *at = &row[used[i]];

		*at -= factor * pivot[used[i]];
		if (fabs(*at) < small)
			*at = 0;
	}
	row[column] = 0;
	if (right != NULL) {
		*right -= factor * pivot_right;
		if (fabs(*right) < small)
			*right = 0;
	}
}

static void
pivot(struct tableau *t, size_t row, size_t column)
{
	struct simplex *s = t->s;
	double *p = &s->a[row * s->columns], one = p[column];
	size_t i, n = 0;

	for (i = 0; i < s->columns; i++)
		if (p[i] != 0) {
			p[i] /= one;
			t->used[n++] = i;
		}
	s->b[row] /= one;
	for (i = 0; i < s->rows; i++)
		if (i != row)
			eliminate(&s->a[i * s->columns], &s->b[i], p, s->b[row], column, t->used, n);
	eliminate(t->price, NULL, p, s->b[row], column, t->used, n);
	t->basis[row] = column;
}

/* The row that limits the column; rows when none does. Artificial variables leave first. */
static size_t
leaving(const struct tableau *t, size_t column)
{
	const struct simplex *s = t->s;
	size_t i, found = s->rows;
	double least = 0;

	for (i = 0; i < s->rows; i++) {
		double a = s->a[i * s->columns + column], ratio;

		if (t->basis[i] >= s->columns && s->b[i] == 0 && fabs(a) > small)
			return i;
		if (a <= small)
			continue;
		ratio = s->b[i] / a;
		if (found == s->rows || ratio < least - small ||
		    (ratio < least + small && t->basis[i] < t->basis[found])) {
			found = i;
			least = ratio;
		}
	}
	return found;
}

/* Steps to where no column makes it cheaper: the steepest one, and after many steps the first (Bland). */
static void
improve(struct tableau *t)
{
	const struct simplex *s = t->s;
	size_t steps = 0, limit = 2 * (s->rows + s->columns), i, row, column;

	for (;; steps++) {
		for (i = 0, column = s->columns; i < s->columns; i++)
			if (t->price[i] < -small && (column == s->columns ||
			    (steps < limit && t->price[i] < t->price[column])))
				column = i;
		if (column == s->columns)
			return;
		row = leaving(t, column);
		if (row == s->rows)
			return;
		pivot(t, row, column);
	}
}

/* The first phase: the sum of the artificial variables as cost. */
static bool
feasible(struct tableau *t)
{
	struct simplex *s = t->s;
	double left = 0;
	size_t i, j;

	for (i = 0; i < s->rows; i++)
		for (j = 0; j < s->columns; j++)
			t->price[j] -= s->a[i * s->columns + j];
	improve(t);
	for (i = 0; i < s->rows; i++)
		if (t->basis[i] >= s->columns)
			left += s->b[i];
	return left < 1e-6;
}

bool
simplex_solve(struct simplex *s, double *x)
{
	struct tableau t = { .s = s };
	size_t i, j;
	bool good;

	t.basis = memory_new(s->rows + 1, sizeof *t.basis);
	t.price = memory_new(s->columns + 1, sizeof *t.price);
	t.used = memory_new(s->columns + 1, sizeof *t.used);
	for (i = 0; i < s->rows; i++) {
		t.basis[i] = s->columns + i;
		for (j = 0; s->b[i] < 0 && j < s->columns; j++)
			s->a[i * s->columns + j] = -s->a[i * s->columns + j];
		s->b[i] = fabs(s->b[i]);
	}
	good = feasible(&t);
	for (j = 0; j < s->columns; j++) {
		t.price[j] = s->cost[j];
		for (i = 0; i < s->rows; i++)
			if (t.basis[i] < s->columns)
				t.price[j] -= s->cost[t.basis[i]] * s->a[i * s->columns + j];
		x[j] = 0;
	}
	if (good)
		improve(&t);
	for (i = 0; i < s->rows; i++)
		if (t.basis[i] < s->columns)
			x[t.basis[i]] = s->b[i];
	free(t.basis);
	free(t.price);
	free(t.used);
	return good;
}
