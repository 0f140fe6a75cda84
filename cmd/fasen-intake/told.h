/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_TOLD_H
#define FASEN_INTAKE_TOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "seen.h"
#include "text.h"

/*
 * What the rows of a run said of whom. Two rows of one client that say different things would
 * change the dossier to and fro at every run; so the second is not taken. What a row says is kept
 * in two steps, for it may not be taken: told_note each, then told_keep or told_forget. 12 bytes
 * each. Begin with all zeroes.
 */
struct told {
	struct seen *seen;	/* NULL = nothing yet */
	struct text noted, key;	/* keys, each ended by NUL */
	struct told_file {
		char *name;
		size_t before;	/* lines of the files before it */
	} *files;
	size_t n, cap, lines;	/* of all files so far */
};

/* That the row says something of a client; `what` tells of which record and field. */
void told_note(struct told *, const char *client, const char *what, const char *field);

/* Whether an earlier row said that, and in what file on what line. */
bool told_before(struct told *, const char *client, const char *what, const char *field,
    const char **file, size_t *line);

void told_keep(struct told *, const char *file, size_t line);
void told_forget(struct told *);

void told_release(struct told *);

#endif
