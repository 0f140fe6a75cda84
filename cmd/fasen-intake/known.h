#ifndef FASEN_INTAKE_KNOWN_H
#define FASEN_INTAKE_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "problem.h"

/*
 * The clients that are known already: by id, by their id elsewhere, and who may be the same person;
 * and the highest number given out. Kept in an index on disk, so a directory of a million dossiers takes no more
 * memory than one of ten.
 */
struct known;

enum { KNOWN_ID_SIZE = 65 };

struct known_client {
	char id[KNOWN_ID_SIZE];
	const char *path;	/* of its dossier; "" = none. Valid until the next call */
	bool now;		/* made in this run */
};

/* What is known of a client; NULL or "" = nothing. */
struct known_facts {
	const char *naam, *geboren, *bsn, *extern_id;
};

/*
 * The index is made in `temporary`. Numbers are counted for ids that begin with `prefix`, or NULL: with a year
 * and a dash. NULL, with a problem, when it cannot be made.
 */
struct known *known_open(const char *temporary, const char *prefix, struct problems *);

/*
 * Reads the dossiers of a directory. Malformed ones become problems, and count as far as they can be read. Returns
 * false, with problems, when the directory, a file or the index fails, or the first record of a dossier is malformed:
 * then who is known is not known. *status becomes 1 when something was passed over.
 */
bool known_scan(struct known *, const char *directory, int *status, struct problems *);

/* Makes a client known as made in this run. Returns false when the index fails: known_failed. */
bool known_add(struct known *, const char *id, const char *path, const struct known_facts *);

/* By id, or by the id elsewhere. */
bool known_by_id(struct known *, const char *id, struct known_client *);
bool known_by_extern(struct known *, const char *extern_id, struct known_client *);

/* Whether that id elsewhere is of other clients and not of this one; c gets the first of them. */
bool known_extern_of_other(struct known *, const char *extern_id, const char *id, struct known_client *c);

/* The next client after *i (begin with 0) of the same folded name and date of birth, or of the same BSN. */
bool known_alike(struct known *, const struct known_facts *, size_t *i, struct known_client *);

/*
 * The next id with that prefix (a year and a dash, or that of known_open), or the one so many after it: the highest
 * number of four to nine digits + 1, in four digits or more.
 */
void known_next_id(struct known *, const char *prefix, long skip, char to[KNOWN_ID_SIZE]);

/* The id is not to be given out, for a file has its name. */
void known_taken(struct known *, const char *id);

/* The errno of the index's first failure; 0 = none. */
int known_failed(const struct known *);

/* NULL is allowed. */
void known_free(struct known *);

#endif
