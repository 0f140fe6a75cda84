#ifndef FASEN_ENTRY_TABLE_H
#define FASEN_ENTRY_TABLE_H

#include <stddef.h>

#include "entry.h"
#include "text.h"

/*
 * Which entry a folded dossier has under a name: a hash table, so that a dossier of a hundred thousand
 * goals folds as fast as one of as many notes. A name is bytes of any kind. Begin with all zeroes.
 */
struct entry_table {
	struct entry_slot *slots;	/* open addressing; a power of two, 0 at first */
	size_t cap, n;
};

struct entry_slot {
	const char *name;		/* NULL = free */
	size_t length;
	struct entry *entry;
};

/* Adds a word to a name, so that no other row of words makes the same name. */
void entry_name_add(struct text *name, const char *word);

/* The entry of that name, or NULL. */
struct entry *entry_table_find(const struct entry_table *, const char *name, size_t length);

/* Puts an entry under the name, in place of one that is there. The name must live as long as the table holds it. */
void entry_table_put(struct entry_table *, const char *name, size_t length, struct entry *);

/* Empties it; release frees it too. The entries are the caller's. */
void entry_table_clear(struct entry_table *);
void entry_table_release(struct entry_table *);

#endif
