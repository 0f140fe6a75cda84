/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CHECK_LISTING_H
#define FASEN_CHECK_LISTING_H

#include "cmdline.h"
#include "problem.h"
#include "table_writer.h"

/* The findings as they go to standard output, one by one. */
struct listing {
	enum table_format format;
	struct table_writer *table;		/* NULL for text: lines that an editor can jump
						   to */
};

void listing_begin(struct listing *, const struct cmdline *, enum table_format);

/*
 * Lists the problems, of the client when not NULL, and empties them. Returns a filter_act's answer:
 * the worst of them.
 */
int listing_add(struct listing *, const char *client, struct problems *);

void listing_end(struct listing *);

#endif
