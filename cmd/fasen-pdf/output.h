/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OUTPUT_H
#define FASEN_OUTPUT_H

#include <cairo-pdf.h>
#include <stdbool.h>
#include <stdio.h>

#include "text.h"

/*
 * The bytes that cairo makes, on their way to a file. Cairo 1.16 has no call for the document's
 * language, nor says that a document is tagged and that its title is to be shown: that is put into
 * its catalogue as it passes, which is the last object before the table of offsets, so that only
 * the offset of the table itself is another.
 */
struct output {
	FILE *to;
	const char *language;
	struct text held;	/* not written yet */
	size_t added;		/* bytes to the catalogue */
	int error;		/* errno of the first write that failed */
	enum { OUTPUT_BEFORE, OUTPUT_WITHIN, OUTPUT_BEHIND, OUTPUT_STRANGE } where;
};

/* For cairo_pdf_surface_create_for_stream; the closure is a struct output. */
cairo_status_t output_write(void *closure, const unsigned char *bytes, unsigned n);

/*
 * Writes the rest. False when the bytes are not those of the cairo that is known here. Write errors
 * are the stream's.
 */
bool output_end(struct output *);

#endif
