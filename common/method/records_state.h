/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORDS_STATE_H
#define FASEN_RECORDS_STATE_H

#include "lines.h"
#include "problem.h"
#include "rec.h"

/* A reading of records (records.h): what is asked of it, and where it stands. */

/* So many bytes behind the last must be there, to be read or written. */
enum { RECORDS_ROOM = 32 };

enum records_got {
	RECORDS_END,		/* no further record */
	RECORDS_ONE,
	RECORDS_MORE,		/* the bytes end within one: to be read anew with what follows */
	RECORDS_OTHER		/* this one is of another client */
};

struct name;
struct records;

/*
 * Called for a line that may not be as it should: one that ends in CR LF or begins with the byte of
 * a byte order mark, and each while `checked` is not set. Returns how many bytes at its begin are
 * to be passed over.
 */
typedef size_t records_odd(struct records *, const struct line *, void *context);

struct records {
	/* Set by the caller, behind records_begin. */
	bool checked;			/* the bytes are UTF-8 without NUL */
	bool raw;			/* values as they stand: not typed, not trimmed */
	records_odd *odd;		/* NULL: nothing to be said of lines */
	void *context;
	bool one_client;		/* stop at a record of another client than this */
	const char *client;		/* NULL = nobody */
	size_t client_n;

	/* Where it stands. */
	struct lines lines;
	char *bytes;
	const char *file;
	struct problems *problems;
	struct field *fields;		/* of all records, in turn */
	size_t n, cap;
	struct record *record;		/* being read: the caller's, */
	struct record cut;		/* or this one, which cut off the caller's */
	size_t first, done;		/* its first field; that of the record before */
	char *tail;			/* where the value being read goes on */
	const struct name *name;	/* of the field being read; NULL = not ours */
	bool reading, in_field, joined;
	bool descriptor;		/* the record's first field begins with % */
	bool has_lead;
	size_t lead;
	long lead_line, record_lead_line;
	size_t blank_end;		/* behind the blank line that ended the record; or 0 */
	/*
	 * At the end: the last line has no line end; no blank line stands behind the last record; a
	 * line would join it.
	 */
	bool open_line, open_record, open_join;
};

#endif
