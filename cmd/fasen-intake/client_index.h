/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_CLIENT_INDEX_H
#define FASEN_INTAKE_CLIENT_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * The clients that are known already: by id, by their id elsewhere, by BSN, and who may be the same
 * person. It is kept in memory, in at most 64 bytes for a client besides the id: of names and of
 * the id elsewhere there are only hashes, begun with where the index stands, so that nobody can
 * choose some that crowd it.
 */
struct client_index;

enum { CLIENT_ID_SIZE = 65, CLIENT_ALIKE_MAX = 5 };

#define CLIENT_NONE ((size_t)-1)

/* What is known of a client; NULL or "" = nothing. */
struct client_facts {
	const char *naam, *geboren, *bsn, *extern_id;
};

/* By what of it a client is found; 0 = nothing. */
struct client_keys {
	/*
	 * person: folded name and date of birth; the name alone where neither that, nor a BSN, nor
	 * an id elsewhere tells one client of that name from another
	 */
	uint64_t extern_id, person;
	uint32_t bsn;
	bool born;			/* the date of birth is known */
};

struct client_index *client_index_open(void);

/* The keys of facts: the name is folded here, and nowhere else. */
struct client_keys client_index_keys(const struct client_index *, const struct client_facts *);

/* A directory that clients have their dossiers in. Returns its number, from 1. */
size_t client_index_directory(struct client_index *, const char *path);

/*
 * Makes a client known, whose dossier is DIRECTORY/ID.rec, or in the file `path` when that is not
 * NULL, or nowhere when the directory is 0. `now` tells that this run registered it. Returns the
 * number of the client.
 */
size_t client_index_add(struct client_index *, const char *id, const struct client_keys *,
    size_t directory,
    const char *path, bool now);

/* The id is one that this client's dossier took over; so is the id elsewhere. */
void client_index_replaces(struct client_index *, size_t client, const char *id);
void client_index_replaces_extern(struct client_index *, size_t client, const char *extern_id);

/* What is known of the client is this now. */
void client_index_change(struct client_index *, size_t client, const struct client_keys *);

/*
 * The first that was made known of that id, or CLIENT_NONE. Of an id elsewhere, one that has it now
 * goes before one that took it over.
 */
size_t client_index_by_id(const struct client_index *, const char *id);
size_t client_index_by_extern(const struct client_index *, const struct client_keys *);

/* Another one than that client that has the id elsewhere now, or CLIENT_NONE. */
size_t client_index_same_extern(const struct client_index *, const struct client_keys *,
    size_t client);

/*
 * The next after *i (begin with 0) of the same person or the same BSN, of which the first
 * CLIENT_ALIKE_MAX are found.
 */
size_t client_index_by_person(const struct client_index *, const struct client_keys *, size_t *i);
size_t client_index_by_bsn(const struct client_index *, const struct client_keys *, size_t *i);

const char *client_index_id(const struct client_index *, size_t client);
const struct client_keys *client_index_keys_of(const struct client_index *, size_t client);
bool client_index_now(const struct client_index *, size_t client);

/* Adds the path of its dossier; nothing where it has none. */
void client_index_path(const struct client_index *, size_t client, struct text *to);

/* NULL is allowed. */
void client_index_free(struct client_index *);

#endif
