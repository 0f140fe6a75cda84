/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOSSIER_H
#define FASEN_DOSSIER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "date.h"
#include "draft.h"
#include "problem.h"
#include "rec.h"
#include "text.h"

/*
 * One client's records with the bytes they were read from: fasen-dossier(5). A stream fills it and
 * keeps what it shows until the next dossier or its own end; dossier_append adds records;
 * dossier_write gives back the bytes as they came, with what was added behind the last record.
 */
struct dossier {
	const char *id;			/* NULL: bytes that belong to no client */
	const char *file;
	long line;			/* of its first byte */
	struct {
		const char *at;
		size_t len;
	} bytes;			/* as they were read */
	struct record *records;
	size_t n, cap;			/* records, added ones included */
	size_t read;			/* how many of them were read; the others were added */
	size_t end;			/* where in bytes records are added: after the last
					   record and one empty line */
	bool crlf;			/* line ends of the file's first line */
	bool blank;			/* an empty line stands before `end` */
	bool open_line;			/* the input ended without line end */
	bool open_join;			/* the input ended after a backslash: the next line would
					   join */
	bool open_record;		/* the input ended without an empty line behind its last
					   record */
	bool malformed;			/* rules.md "Malformed": passed on unchanged, left out of
					   views */
	struct retraction {		/* an intrekking and what it takes back, by place */
		uint32_t by, of;
	} *retractions;			/* in order of by; those that name a record */
	size_t nretractions, retractions_cap;
	size_t resolved;		/* of so many records they are known: retraction.h */
	bool retracts;			/* it has an intrekking, whatever that names */
	struct problems problems;
	struct text added;		/* what dossier_append wrote */
	struct arena arena;		/* of the added records */
};

/* All zeroes is an empty dossier. Clear keeps the room for the next one. */
void dossier_clear(struct dossier *);
void dossier_release(struct dossier *);

/*
 * Appends a record; every value must be rec_writable. The dossier must have an id and not be
 * malformed. Its lines are numbered as they will be in the file.
 */
void dossier_append(struct dossier *, const struct draft *);

/* Whether the record, which is one of the dossier's, was appended: it is to be recorded yet. */
static inline bool
dossier_appended(const struct dossier *d, const struct record *r)
{
	return r >= d->records + d->read;
}

/* Which appended record stands on that line, from 0; (size_t)-1 for a line of what was read. */
size_t dossier_appended_at(const struct dossier *, long line);

/* Takes back the records added after the first n of them. */
void dossier_undo(struct dossier *, size_t added);

/* Adds the dossier's bytes, with the appended records in their place, to `to`. */
void dossier_write(const struct dossier *, struct text *to);

/*
 * Adds only what comes between bytes[0..end) and the rest: the appended records and what must stand
 * before them.
 */
void dossier_insert(const struct dossier *, struct text *to);

/*
 * Adds what must stand between these bytes and another file's: a missing line end and, inside a
 * record, an empty line.
 */
void dossier_seal(const struct dossier *, struct text *to);

/* Says what makes it malformed; called by the stream when it is complete. */
void dossier_judge(struct dossier *);

/* Adds what in this one of its records makes it malformed. */
void dossier_judge_record(const struct dossier *, const struct record *, struct problems *);

#endif
