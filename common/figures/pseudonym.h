/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PSEUDONYM_H
#define FASEN_PSEUDONYM_H

#include <stddef.h>

#include "problem.h"

/*
 * Names for clients that only the holder of a key can make again: HMAC-SHA256 (RFC 2104, FIPS
 * 198-1) of the id.
 */
struct pseudonym;

enum { PSEUDONYM_SIZE = 17 };	/* the first 8 bytes as 16 hexadecimal digits, and a NUL */

/*
 * Takes all bytes of the file as key. Refused (NULL and a problem) are one that group or others can
 * read or write, that is no regular file, or that has less than 16 or more than 4096 bytes.
 */
struct pseudonym *pseudonym_read(const char *path, struct problems *);

/* Writes the name for the id and returns `to`. */
char *pseudonym_of(const struct pseudonym *, const char *id, char to[PSEUDONYM_SIZE]);

/* Wipes the key. NULL is allowed. */
void pseudonym_free(struct pseudonym *);

#endif
