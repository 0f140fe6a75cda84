/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FACE_H
#define FASEN_FACE_H

#include <pango/pangocairo.h>
#include <stdbool.h>

/* The types of a page, and texts set in them. */
enum face {
	FACE_TITLE, FACE_GOAL, FACE_HEADING, FACE_SUBHEADING, FACE_BODY, FACE_LABEL, FACE_CELL,
	FACE_COLUMN, FACE_SMALL_CELL, FACE_SMALL_COLUMN, FACE_NOTE, FACE_FOOT, FACES
};

struct faces {
	const char *texts;		/* the language of texts that are marked */
	PangoContext *context;
	PangoFontDescription *plain_font, *bold_font;
	PangoAttrList *attributes;	/* of what is set now */
	PangoAttrList *plain;		/* no ligatures of choice, such as ff: copied, they are
					   another character; no hyphens */
	struct missing *missing;	/* scripts without a font, each said once */
};

/* What a text in the language of the dossiers begins with, where that is not the document's. */
#define FACE_MARK '\1'

/* For a page that `cairo` draws, in a document of that language (BCP 47). */
void faces_begin(struct faces *, cairo_t *, const char *language);
/* Whether what is set from now on is struck through. */
void faces_strike(struct faces *, bool);

void faces_end(struct faces *);

/*
 * A text that fills `width` points, line breaks kept, each paragraph in its own direction. The
 * caller unrefs it. Its units are no points: all faces are set in one size, for looking for the
 * fonts of each takes longer than all else, and drawn larger or smaller.
 */
PangoLayout *face_set(struct faces *, enum face, const char *text, double width, bool right);

/* Width of the widest word, in points, or `enough` when none is wider. */
double face_widest_word(struct faces *, enum face, const char *text, double enough);

/* The language of a text, where it is another than that of the document and is known; else NULL. */
const char *face_language(const struct faces *, const char *text);

/* The units of a layout of the face in points. */
double face_points(enum face, int units);

/* Draws a layout with its top left at x and y, or a line with its baseline there. */
void face_show(enum face, cairo_t *, double x, double y, PangoLayout *);
void face_show_line(enum face, cairo_t *, double x, double y, PangoLayoutLine *);

/* Whether all characters so far have a font; which do not is said at once. */
bool faces_whole(const struct faces *);

#endif
