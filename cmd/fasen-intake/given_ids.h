/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_GIVEN_IDS_H
#define FASEN_INTAKE_GIVEN_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "client_index.h"
#include "problem.h"

/*
 * The ids that were given out: of each prefix, a year and a dash or that of --id-prefix, the
 * highest number of four to nine digits. A directory keeps it in its file .fasen-ids, a line
 * `PREFIX NUMBER` for each, so that an id is not given again after its dossier is gone. Begin with
 * all zeroes but the prefix.
 */
struct given_ids {
	const char *prefix;	/* of --id-prefix; NULL = a year and a dash */
	struct given_prefix {
		char prefix[CLIENT_ID_SIZE];
		long long highest, kept;	/* kept: as the file has it */
	} *at;
	size_t n, cap;
};

/* An id that there is, or was: it does not come again. */
void given_ids_take(struct given_ids *, const char *id);

/*
 * The next id with that prefix (a year and a dash; that of --id-prefix goes before it), or the one
 * so many after it, in four digits or more. Returns false when nine digits are not enough: the id
 * would not count as given.
 */
bool given_ids_next(struct given_ids *, const char *prefix, long skip, char to[CLIENT_ID_SIZE]);

/*
 * Reads what a directory keeps; one without the file keeps nothing. `own` tells that it is the
 * directory that given_ids_write will write to: who registers there must be able to. Returns false,
 * with a problem, when it cannot be read.
 */
bool given_ids_read(struct given_ids *, const char *directory, bool own, struct problems *);

/* Writes it where it is not as the file has it. The directory must be locked. */
bool given_ids_write(struct given_ids *, const char *directory, mode_t, struct problems *);

void given_ids_release(struct given_ids *);

#endif
