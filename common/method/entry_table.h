/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ENTRY_TABLE_H
#define FASEN_ENTRY_TABLE_H

#include <stddef.h>
#include <stdint.h>

/*
 * What a folded dossier has under a name: a hash table, so that one of a hundred thousand goals
 * folds as fast as one of as many notes. A name is bytes within something numbered, such as the key
 * of a goal within KIND_DOEL. Begin with all zeroes.
 */
struct entry_table {
	uint32_t *slots;		/* open addressing: number of the name, from 1; a power
					   of two, 0 at first */
	size_t cap;
	struct entry_name {
		const char *at;
		size_t n;
		uint32_t within, hash;
		void *what;
	} *names;
	size_t n, names_cap;
};

/*
 * Where what is under that name stands, which is NULL for a new one. The bytes must live as long as
 * the table holds them.
 */
void **entry_table_at(struct entry_table *, uint32_t within, const char *name, size_t n);

/* What is under that name, or NULL. */
void *entry_table_find(const struct entry_table *, uint32_t within, const char *name, size_t n);

/* Empties it; release frees it too. What the names stand for is the caller's. */
void entry_table_clear(struct entry_table *);
void entry_table_release(struct entry_table *);

#endif
