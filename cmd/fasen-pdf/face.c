/* SPDX-License-Identifier: ISC */
#include "face.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "alloc.h"
#include "message.h"
#include "tongue.h"

/*
 * Arabic and Chinese by name, for the system's own choice may be a face that does not go with the
 * others.
 */
static const char families[] =
    "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Noto Sans CJK SC, DejaVu Sans, sans-serif";

/* No line is as long, in points. */
#define BODY_WIDEST 10000.0

/* In which all faces are set, in points. */
#define SET_SIZE 10.5

#define ARABIC_SCALE 1.15
#define ARABIC_LINE 1.6

static const struct {
	double size;		/* points */
	bool bold;
	double grey;
} styles[FACES] = {
	[FACE_TITLE] = { 20, false, .11 },
	[FACE_GOAL] = { 15, true, .11 },
	[FACE_HEADING] = { 13, true, .11 },
	[FACE_SUBHEADING] = { 11, true, .11 },
	[FACE_BODY] = { 10.5, false, .11 },
	[FACE_LABEL] = { 10.5, false, .35 },
	[FACE_CELL] = { 9.5, false, .11 },
	[FACE_COLUMN] = { 9.5, true, .11 },
	[FACE_SMALL_CELL] = { 8, false, .11 },
	[FACE_SMALL_COLUMN] = { 8, true, .11 },
	[FACE_NOTE] = { 8.5, false, .35 },
	[FACE_FOOT] = { 8, false, .35 },
};

struct missing {
	struct missing *next;
	const uc_script_t *script;
};

/* How much larger than it is set a face is drawn. */
static double
scale(enum face face)
{
	return styles[face].size / SET_SIZE;
}

static PangoFontDescription *
font(PangoWeight weight)
{
	PangoFontDescription *made = pango_font_description_new();

	pango_font_description_set_family_static(made, families);
	pango_font_description_set_size(made, (int)(SET_SIZE * PANGO_SCALE));
	pango_font_description_set_weight(made, weight);
	return made;
}

void
faces_begin(struct faces *f, cairo_t *cairo, const char *language)
{
	cairo_font_options_t *options = cairo_font_options_create();

	f->missing = NULL;
	f->texts = NULL;
	f->context = pango_cairo_create_context(cairo);
	pango_cairo_context_set_resolution(f->context, 72);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(f->context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(f->context, FALSE);
	pango_context_set_language(f->context, pango_language_from_string(language));
	f->plain = pango_attr_list_new();
	pango_attr_list_insert(f->plain, pango_attr_font_features_new("liga 0"));
	pango_attr_list_insert(f->plain, pango_attr_insert_hyphens_new(FALSE));
	f->attributes = pango_attr_list_copy(f->plain);
	f->plain_font = font(PANGO_WEIGHT_NORMAL);
	f->bold_font = font(PANGO_WEIGHT_BOLD);
}

void
faces_strike(struct faces *f, bool struck)
{
	PangoAttrList *with = pango_attr_list_copy(f->plain);

	if (struck)
		pango_attr_list_insert(with, pango_attr_strikethrough_new(TRUE));
	pango_attr_list_unref(f->attributes);
	f->attributes = with;
}

void
faces_end(struct faces *f)
{
	struct missing *next;

	pango_font_description_free(f->plain_font);
	pango_font_description_free(f->bold_font);
	pango_attr_list_unref(f->attributes);
	pango_attr_list_unref(f->plain);
	g_object_unref(f->context);
	for (; f->missing != NULL; f->missing = next) {
		next = f->missing->next;
		free(f->missing);
	}
}

/* The Debian package of a font for it. */
static const char *
package(const char *script)
{
	static const char *const east[] = { "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo" };

	for (size_t i = 0; i < sizeof east / sizeof *east; i++)
		if (strcmp(script, east[i]) == 0)
			return "fonts-noto-cjk";
	return strcmp(script, "Common") == 0 || strcmp(script, "Inherited") == 0 ? "fonts-symbola" :
	    "fonts-noto-core";
}

/* Never the character itself: it is of a private text. */
static void
say_missing(struct faces *f, ucs4_t c)
{
	const uc_script_t *script = uc_script(c);
	struct missing *m;

	for (m = f->missing; m != NULL; m = m->next)
		if (m->script == script)
			return;
	m = alloc_new(1, sizeof *m);
	m->script = script;
	m->next = f->missing;
	f->missing = m;
	message(_("no font here has all characters of the script %s, and boxes stand in their "
	    "place: install the package %s"),
	    script == NULL ? "?" : script->name, package(script == NULL ? "" : script->name));
}

static void
look_for_missing(struct faces *f, PangoLayout *layout)
{
	PangoLayoutIter *iter;

	if (pango_layout_get_unknown_glyphs_count(layout) == 0)
		return;
	iter = pango_layout_get_iter(layout);
	do {
		const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);

		for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++) {
			PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

			if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG))
				say_missing(f, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
		}
	} while (pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
}

/* Blocks of the Arabic script. */
static bool
arabic(gunichar c)
{
	return (c >= 0x600 && c <= 0x8FF) || (c >= 0xFB50 && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFC);
}

/*
 * Arabic letters are small for their size, and lines of them far apart: both are brought nearer to
 * those of Latin.
 */
static void
set_attributes(struct faces *f, PangoLayout *layout)
{
	const char *text = pango_layout_get_text(layout), *s = text, *from;
	PangoAttrList *own = NULL;
	PangoAttribute *larger;

	while (*s != '\0') {
		for (from = s; *s != '\0' && arabic(g_utf8_get_char(s)); s = g_utf8_next_char(s))
			;
		if (s == from) {
			s = g_utf8_next_char(s);
			continue;
		}
		if (own == NULL) {
			own = pango_attr_list_copy(f->attributes);
			pango_attr_list_insert(own,
			    pango_attr_line_height_new_absolute((int)(SET_SIZE * ARABIC_LINE *
			    PANGO_SCALE)));
		}
		larger = pango_attr_scale_new(ARABIC_SCALE);
		larger->start_index = (guint)(from - text);
		larger->end_index = (guint)(s - text);
		pango_attr_list_insert(own, larger);
	}
	pango_layout_set_attributes(layout, own != NULL ? own : f->attributes);
	if (own != NULL)
		pango_attr_list_unref(own);
}

double
face_widest_word(struct faces *f, enum face face, const char *text, double enough)
{
	double widest = enough;

	text += *text == FACE_MARK;
	while (*text != '\0') {
		size_t n = strcspn(text, " \n");

		/*
		 * Measuring takes time: only a word that may be wider, by its number of letters,
		 * is.
		 */
		if ((double)g_utf8_strlen(text, (gssize)n) * styles[face].size * .75 > widest) {
			char *word = alloc_copy_n(text, n);
			PangoLayout *layout = face_set(f, face, word, BODY_WIDEST, false);
			int width, height;

			pango_layout_get_size(layout, &width, &height);
			widest = MAX(widest, face_points(face, width) + 1);
			g_object_unref(layout);
			free(word);
		}
		text += n;
		text += strspn(text, " \n");
	}
	return widest;
}

PangoLayout *
face_set(struct faces *f, enum face face, const char *text, double width, bool right)
{
	PangoLayout *layout = pango_layout_new(f->context);

	pango_layout_set_font_description(layout, styles[face].bold ? f->bold_font :
	    f->plain_font);
	pango_layout_set_width(layout, (int)(width / scale(face) * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
	pango_layout_set_text(layout, text + (*text == FACE_MARK), -1);
	set_attributes(f, layout);
	look_for_missing(f, layout);
	return layout;
}

const char *
face_language(const struct faces *f, const char *text)
{
	const char *language = tongue_of(text);

	return language == NULL && *text == FACE_MARK ? f->texts : language;
}

double
face_points(enum face face, int units)
{
	return (double)units / PANGO_SCALE * scale(face);
}

/* Draws from x and y on, in the size and colour of the face. */
static void
begin_show(enum face face, cairo_t *cairo, double x, double y)
{
	cairo_save(cairo);
	cairo_translate(cairo, x, y);
	cairo_scale(cairo, scale(face), scale(face));
	cairo_move_to(cairo, 0, 0);
	cairo_set_source_rgb(cairo, styles[face].grey, styles[face].grey, styles[face].grey);
}

void
face_show(enum face face, cairo_t *cairo, double x, double y, PangoLayout *layout)
{
	begin_show(face, cairo, x, y);
	pango_cairo_show_layout(cairo, layout);
	cairo_restore(cairo);
}

void
face_show_line(enum face face, cairo_t *cairo, double x, double y, PangoLayoutLine *line)
{
	begin_show(face, cairo, x, y);
	pango_cairo_show_layout_line(cairo, line);
	cairo_restore(cairo);
}

bool
faces_whole(const struct faces *f)
{
	return f->missing == NULL;
}
