/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DRAWN_H
#define FASEN_DRAWN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A PDF that cairo drew, in memory: a table of offsets, and objects of generation 0 that hold
 * numbers, names, strings, lists, dictionaries, references and streams. The bytes are the caller's.
 */
struct drawn {
	const char *at, *end;
	size_t *offsets;	/* of objects 1 to n - 1; 0 = there is none */
	size_t n, cap;
	size_t catalogue, info;	/* objects */
};

/* Finds its objects. False when it is no such PDF. */
bool drawn_read(struct drawn *, const char *bytes, size_t n);
void drawn_release(struct drawn *);

/* The parts of an object, one after another. */
enum drawn_part {
	DRAWN_OPEN, DRAWN_CLOSE,	/* a dictionary, or a list */
	DRAWN_NAME, DRAWN_NUMBER, DRAWN_REFERENCE,
	DRAWN_STREAM,			/* its bytes, and the word before them */
	DRAWN_OTHER, DRAWN_END, DRAWN_STRANGE
};

struct drawn_scan {
	const struct drawn *drawn;
	enum drawn_part part;
	const char *from, *to;	/* of the part, in the bytes */
	long number;		/* or what is referred to */
	int depth;		/* of what stands around the part */
	long length;		/* of the stream; -1 = not said yet */
};

/* Begins before the first part of an object, and behind its head. */
void drawn_begin(const struct drawn *, size_t object, struct drawn_scan *);

/* Goes to the next part. False at the end, and where it is strange. */
bool drawn_next(struct drawn_scan *);

/* Goes to the value of a key, written with its slash, of the object. False when it has none. */
bool drawn_find(const struct drawn *, size_t object, const char *key, struct drawn_scan *);

/* What the key refers to; 0 = nothing. */
size_t drawn_reference(const struct drawn *, size_t object, const char *key);

#endif
