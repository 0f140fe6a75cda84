#ifndef FASEN_DOSSIER_VIEW_H
#define FASEN_DOSSIER_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "problem.h"
#include "rec.h"
#include "text.h"

/* A dossier (dossier.h): what stands in the reader's buffer, and what was added. */
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
	bool retracts;			/* it has an intrekking, whatever that names */
	struct problems problems;
	struct text added;		/* what dossier_append wrote */
	struct arena arena;		/* of the added records */
};

#endif
