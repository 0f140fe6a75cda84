/* SPDX-License-Identifier: ISC */
#ifndef FASEN_VERSION_H
#define FASEN_VERSION_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "dossier.h"
#include "problem.h"

/*
 * One of the versions of a dossier that are to be joined, cut into pieces: a record and the bytes
 * around it.
 */
struct piece {
	const struct version *of;
	struct record *record;
	const char *lead, *body, *gap;	/* comments before it; its lines; blank lines behind */
	size_t lead_n, body_n, gap_n;
	date op, recorded;		/* recorded: Vastgelegd, else Op */
	struct piece *twin;		/* the same record in the other version, or NULL */
	struct piece *base;		/* the same record in the common ancestor, or NULL */
	struct piece *was;		/* that of the common ancestor that it corrects, or NULL */
	struct piece *instead;		/* of a correction and what is gone for it: the other */
	struct piece *takes;		/* what it takes back in its version, or NULL */
	bool taken;			/* taken back there */
	bool gone;			/* the other version took it out of the common ancestor */
	size_t place;			/* in the join, from 1; 0 = not yet */
};

struct version {
	struct reader *reader;
	struct dossier dossier;
	struct piece *pieces;
	size_t n;
	const char *tail;		/* what follows the last record */
	size_t tail_n;
	const long *lines;		/* what line i + 1 is called in messages; NULL = so */
};

/*
 * Reads one dossier; `plain` takes off a byte order mark and the CR of line ends. Returns false
 * when it is malformed, or not one dossier; version_release is due all the same. Begin with all
 * zeroes; `file` must outlive it.
 */
bool version_read(struct version *, const void *bytes, size_t n, const char *file, bool plain,
    struct problems *);
void version_release(struct version *);

/* What a line of it is called in messages. */
long version_line(const struct version *, long line);

/* Whether it begins with a byte order mark. */
bool version_marked(const struct version *);

/*
 * Finds equal records of two versions and of their common ancestor (NULL = not known), the first
 * with the first, the second with the second. What stands in the ancestor and in one version only
 * was taken out by the other.
 */
void version_match(struct version *a, struct version *b, const struct version *base);

/*
 * The order in which records of two versions come together: Op, day of recording, content. 0 only
 * for equal content.
 */
int piece_compare(const struct piece *, const struct piece *);

/*
 * Writes the value of a field of the piece anew in its bytes. Returns false when the value does not
 * stand there in one.
 */
bool version_rewrite(struct version *, struct piece *, struct field *, const char *value);

/*
 * Notes in a comment before the first record of a goal or action that this is what it was called
 * there (former.h), unless such a comment says already what it was called.
 */
void version_note_former(struct version *, struct piece *, const char *id, const char *client);

#endif
