#ifndef FASEN_PROTECTION_H
#define FASEN_PROTECTION_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Which counts of published tables are withheld so that none of the small ones can be worked out
 * (complementary cell suppression; J. P. Kelly, B. L. Golden and A. A. Assad, "Cell suppression: disclosure
 * protection for sensitive tabular data", Networks 22, 1992). What a reader knows: the equations, that a
 * count that is withheld is not 0, and that no count is negative.
 */
struct protection;

struct protection *protection_new(void);
void protection_free(struct protection *);

/* Adds a count; one that is not published is known to nobody unless it is 0. Returns its number, from 0. */
size_t protection_cell(struct protection *, long value);
void protection_publish(struct protection *, size_t cell);

/*
 * An equation: begin it, add its terms, end it with what they add up to now, so that it holds. A reader is
 * taken to know the terms and that it holds.
 */
void protection_equation(struct protection *);
void protection_term(struct protection *, size_t cell, long factor);

/* Withholds the published counts of 1 to least - 1, and as few others as it can until no withheld one is fixed. */
void protection_find(struct protection *, long least);

bool protection_withheld(const struct protection *, size_t cell);

#endif
