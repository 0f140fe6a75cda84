/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FORMER_H
#define FASEN_FORMER_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/*
 * What a goal or action was called before versions of its dossier were joined, or before that was
 * united with another one: comment lines before its first record, such as
 *
 *	# was d2 in 2026-0001
 *
 * One that has such a line is called so, by a system that does not know of it, and not by its id;
 * one without by its id (fasen-dossier(5), "JOURNAL").
 */
struct former {
	const char *id, *client;	/* not ended by NUL */
	size_t id_n, client_n;
};

/* Whether the line, of n bytes, is one; with its line end or without. */
bool former_line(const char *line, size_t n, struct former *);

/* The next in lines of comments: *at is moved behind it. Returns false at the end. */
bool former_next(const char **at, const char *end, struct former *);

/* Whether it is of that id and client; NULL is any. */
bool former_is(const struct former *, const char *id, const char *client);

/* Adds the line. */
void former_add(const char *id, const char *client, const char *line_end, struct text *to);

#endif
