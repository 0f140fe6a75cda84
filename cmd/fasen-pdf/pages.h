/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PAGES_H
#define FASEN_PAGES_H

#include <stddef.h>

#include "flow.h"

/* Pages drawn so far, and where their headings stand among the bookmarks. */
struct pages {
	cairo_t *cairo;
	cairo_surface_t *surface;
	size_t drawn;
	int outline[4];		/* the last of each level */
};

/*
 * Draws a part on pages of its own, the first one odd, so that each can be printed on both sides by
 * itself. `foot` stands below each page, with its number and how many there are.
 */
void pages_draw(struct pages *, const struct flow *, const char *foot);

#endif
