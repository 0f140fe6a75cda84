/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PAGES_H
#define FASEN_PAGES_H

#include <stddef.h>

#include "flow.h"
#include "output.h"

/* Pages drawn so far, and where their headings stand among the bookmarks. */
struct pages {
	cairo_t *cairo;
	cairo_surface_t *surface;
	size_t drawn, here;	/* in all, and on this surface */
	int outline[4];		/* the last of each level, on this surface */
	struct output_tag *tags;	/* begun on this surface, in their order */
	size_t ntags, tags_cap;
};

void pages_release(struct pages *);

/* What is drawn from now on goes to the surface of a PDF. */
void pages_begin(struct pages *, cairo_surface_t *, cairo_t *);

/*
 * Destroys the cairo_t; the surface is to be finished. Unless it is the last one, the next begins
 * with an odd page: of one that begins with a blank page cairo loses the structure.
 */
void pages_end(struct pages *, bool last);

/*
 * Draws a part on pages of its own, the first one odd, so that each can be printed on both sides by
 * itself. `foot` stands below each page, with its number and how many there are.
 */
void pages_draw(struct pages *, const struct flow *, const char *foot);

#endif
