#ifndef FASEN_INTAKE_KNOWN_H
#define FASEN_INTAKE_KNOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "problem.h"

/*
 * The clients that are known already: by id, by their id elsewhere, and who may be the same person;
 * and the highest number given out. Kept in an index on disk, so a directory of a million dossiers
 * takes no more memory than one of ten.
 */
struct client_index;

enum { CLIENT_ID_SIZE = 65 };

struct client_index_client {
	char id[CLIENT_ID_SIZE];
	const char *path;	/* of its dossier; "" = none. Valid until the next call */
	bool now;		/* made in this run */
};

/* What is known of a client; NULL or "" = nothing. */
struct client_index_facts {
	const char *naam, *geboren, *bsn, *extern_id;
};

/*
 * The index is made in `temporary`. Numbers are counted for ids that begin with `prefix`, or NULL:
 * with a year and a dash. NULL, with a problem, when it cannot be made.
 */
struct client_index *client_index_open(const char *temporary, const char *prefix,
    struct problems *);

/*
 * Reads the dossiers of a directory. Malformed ones become problems, and count as far as they can
 * be read. Returns false, with problems, when the directory, a file or the index fails, or the
 * first record of a dossier is malformed: then who is known is not known. *status becomes 1 when
 * something was passed over.
 */
bool client_index_scan(struct client_index *, const char *directory, int *status,
    struct problems *);

/*
 * Makes a client known as made in this run. Returns false when the index fails:
 * client_index_failed.
 */
bool client_index_add(struct client_index *, const char *id, const char *path,
    const struct client_index_facts *);

/* By id, or by the id elsewhere. */
bool client_index_by_id(struct client_index *, const char *id, struct client_index_client *);
bool client_index_by_extern(struct client_index *, const char *extern_id,
    struct client_index_client *);

/* Whether that id elsewhere is of other clients and not of this one; c gets the first of them. */
bool client_index_extern_of_other(struct client_index *, const char *extern_id, const char *id,
    struct client_index_client *c);

/*
 * The next client after *i (begin with 0) of the same folded name and date of birth, or of the same
 * BSN.
 */
bool client_index_alike(struct client_index *, const struct client_index_facts *, size_t *i,
    struct client_index_client *);

/*
 * The next id with that prefix (a year and a dash, or that of client_index_open), or the one so
 * many after it: the highest number of four to nine digits + 1, in four digits or more.
 */
void client_index_next_id(struct client_index *, const char *prefix, long skip,
    char to[CLIENT_ID_SIZE]);

/* The id is not to be given out, for a file has its name. */
void client_index_taken(struct client_index *, const char *id);

/* The errno of the index's first failure; 0 = none. */
int client_index_failed(const struct client_index *);

/* NULL is allowed. */
void client_index_free(struct client_index *);

#endif
