/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FLOW_H
#define FASEN_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "flow_row.h"

/* A part of a document, set but not yet on pages: what stands in it, from top to bottom. */
/* Empties it for the next part. */
void flow_clear(struct flow *);
void flow_release(struct flow *);

/* `faces` are taken from the flow; texts may have line breaks. */
/*
 * What stands above the title: the organisation, and its logo ("" = none), a PNG in base 64. False
 * when it is none.
 */
bool flow_letterhead(struct flow *, const char *organisation, const char *logo);

void flow_title(struct flow *, const char *title, const char *below);
void flow_heading(struct flow *, int level, const char *);
void flow_goal(struct flow *, const char *);
void flow_paragraph(struct flow *, const char *);
void flow_quote(struct flow *, const char *);
void flow_note(struct flow *, const char *);

/* `first`, `last`: of a run of them. */
void flow_pair(struct flow *, const char *name, const char *value, bool first, bool last);
void flow_item(struct flow *, const char *, bool first, bool last);

struct flow_column {
	char *heading;
	int weight;
	bool right;
};

/* A picture of SVG, with what it shows in words below it. False when it is none. */
bool flow_picture(struct flow *, const char *svg, const char *words);

/* A table of n columns; an empty caption is none. The cells are row by row. */
void flow_table(struct flow *, const char *caption, const struct flow_column *, size_t n,
    char *const *cells, size_t ncells);

/* What is asked, what is known of it ("" = nothing), and so many lines to write on. */
void flow_blank(struct flow *, const char *name, const char *value, int lines);

/* Who signs: a text, and what stands below the two lines to write on. */
struct flow_signer {
	char *text;
	const char *signature, *place;
};

/* Lines to sign on, side by side; they stay together, and with what stands before them. */
void flow_signs(struct flow *, const struct flow_signer *, size_t n);

void flow_fresh_page(struct flow *);
void flow_keep(struct flow *, bool begin);

#endif
