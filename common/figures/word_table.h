/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORD_TABLE_H
#define FASEN_WORD_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Words as numbers, the same for the same word until they are released. Begin with all zeroes. */
typedef uint32_t word_id;
enum { WORD_NONE = 0 };	/* of "" */
#define WORD_UNKNOWN UINT32_MAX

struct word_table {
	word_id *heads;		/* hash table of numbers, from 1; 0 = free; a power of two */
	size_t nheads;
	char **words;
	size_t n, cap;
};

/* The number of a word, which is copied. */
word_id word_number(struct word_table *, const char *);

/* Its number when it has one, else WORD_UNKNOWN. */
word_id word_find(const struct word_table *, const char *);

void word_table_release(struct word_table *);

#endif
