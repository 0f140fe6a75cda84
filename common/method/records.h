#ifndef FASEN_RECORDS_H
#define FASEN_RECORDS_H

#include "arena.h"
#include "lines.h"
#include "problem.h"
#include "rec.h"

/*
 * Bytes in memory cut into records, named and typed by the schema: the one way in for dossiers,
 * models, forms and what is appended. The syntax is that of GNU recutils' rec format (recutils
 * manual, chapter "The Rec Format"); values are as recsel reads them. They are unfolded where they
 * stand and ended there by NUL, so nothing is copied.
 *
 * Order of calls: records_begin, records_next until RECORDS_END, record_place for each in turn,
 * records_release when their fields are done with. Begin with all zeroes.
 */

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
	struct record record;		/* being read: */
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

/*
 * `more` tells that the n bytes may end within a line. The name of the file must outlive the
 * records.
 */
void records_begin(struct records *, char *bytes, size_t n, bool more, const char *file,
    struct problems *);

/*
 * The next record; descriptors are passed over. Offsets count from the first byte. A line `Record:`
 * always begins a new record. Its fields stay where they are until the next call only.
 */
enum records_got records_next(struct records *, struct record *);

/*
 * Hands out each line of the bytes, its line end included, that a backslash does not join to the
 * one before: where a name that somebody typed may be written as it is.
 */
void records_heads(char *bytes, size_t n, void (*line)(char *, size_t n, void *context),
    void *context);

/* A copy of the bytes with the room behind it that is needed, to be read from. */
char *records_copy(struct arena *, const void *bytes, size_t n);

/*
 * When all are read: gives a record the fields at `at`, and returns where those of the next one
 * are; the first's are `fields`.
 */
struct field *record_place(struct record *, struct field *at);

/* Keeps the room. */
void records_release(struct records *);

/* Takes blanks and line ends off both ends of the value. */
void field_trim(struct field *);

#endif
