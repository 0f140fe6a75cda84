#ifndef FASEN_SIMPLEX_H
#define FASEN_SIMPLEX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A linear programme in standard form: the least of cost . x for A x = b, x >= 0. The two-phase simplex
 * method on a dense tableau, with Bland's rule against cycling (R. G. Bland, 1977).
 */
struct simplex {
	size_t rows, columns;
	double *a;		/* rows x columns, by row */
	double *b;		/* rows */
	double *cost;		/* columns, none negative */
};

/* Makes one of zeroes. */
void simplex_begin(struct simplex *, size_t rows, size_t columns);

/* Finds x (room for `columns`). Returns false when nothing satisfies A x = b, x >= 0. A and b are used up. */
bool simplex_solve(struct simplex *, double *x);

void simplex_release(struct simplex *);

#endif
