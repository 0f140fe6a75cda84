/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SOURCE_H
#define FASEN_SOURCE_H

#include <stdbool.h>
#include <stdio.h>

#include "text.h"

/* The lines of a document, as the page of fasen-pdf says: a word and its fields. */
struct source {
	FILE *from;
	unsigned long line;	/* number of the one that was read last */
	char *bytes;
	size_t cap;
	char *word;
	char **fields;		/* unescaped, within bytes */
	size_t n, fields_cap;
};

/* Reads a line. False at the end of the file; what is no line of a document exits with 2. */
bool source_next(struct source *);

/* Says what is wrong with the line, and exits with 2. */
void source_refuse(const struct source *, const char *expected) __attribute__((noreturn));

void source_release(struct source *);

#endif
