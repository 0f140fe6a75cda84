/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OUTPUT_H
#define FASEN_OUTPUT_H

#include <cairo-pdf.h>
#include <stdbool.h>
#include <stdio.h>

#include "text.h"

/*
 * A PDF of as many pages as there are, in the memory of some. Cairo keeps what readers find their
 * way by, the structure and the bookmarks, until its last page; so pages are drawn in batches, each
 * by a cairo of its own, whose objects get other numbers and go to the file as soon as it is done.
 * What stands above them, from the catalogue down to the batches, is written here at the end; with
 * what cairo 1.16 has no call for: the language, and that the document is tagged and its title is
 * to be shown.
 */
struct output {
	FILE *to;
	const char *language;
	cairo_surface_t *surface;	/* of the batch */
	struct text drawn;		/* what came of it */
	cairo_status_t status;		/* the first that is not good */
	int error;			/* errno of the first write that failed */

	size_t written;			/* bytes */
	size_t objects;
	struct text offsets;		/* of the objects, each from the one before */
	size_t last_offset;
	struct text pages, document, parents;	/* what they hold of the batches */
	size_t npages;
	size_t info;
	size_t first_mark, last_mark, marks;	/* bookmarks of the highest level; all */
	long parents_to;		/* the first number that no page has there */
};

/* Begins a batch. The caller draws on it and destroys the cairo_t. */
cairo_t *output_begin(struct output *, const char *title);

/* What is a part of the structure. */
struct output_tag {
	const char *tag;
	const char *language;	/* NULL = that of what is around it */
	char *reads;		/* the text, where it is not drawn in the order in which it is
				   read; else NULL */
};

/*
 * Writes the batch, on which those tags were begun in that order. False when it is not what the
 * cairo that is known here draws; with `status` when cairo failed. Write errors are the stream's.
 */
bool output_add(struct output *, bool last, const struct output_tag *, size_t n);

/* Writes what is above the batches. */
void output_end(struct output *);

void output_release(struct output *);

#endif
