/* SPDX-License-Identifier: ISC */
#include "picture.h"

#include <librsvg/rsvg.h>
#include <string.h>

/* A pixel of CSS, in points. */
#define PIXEL .75

bool
picture_read(struct picture *p, const char *svg, double width, double height)
{
	RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)svg, strlen(svg), NULL);
	double w, h, scale;

	if (handle == NULL)
		return false;
	if (!rsvg_handle_get_intrinsic_size_in_pixels(handle, &w, &h) || w <= 0 || h <= 0) {
		g_object_unref(handle);
		return false;
	}
	scale = MIN(PIXEL, MIN(width / w, height / h));
	*p = (struct picture){ handle, NULL, w * scale, h * scale };
	return true;
}

struct bytes {
	const unsigned char *at;
	size_t n;
};

static cairo_status_t
next_bytes(void *closure, unsigned char *to, unsigned n)
{
	struct bytes *from = closure;

	if (from->n < n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, from->at, n);
	from->at += n;
	from->n -= n;
	return CAIRO_STATUS_SUCCESS;
}

bool
picture_read_png(struct picture *p, const char *base64, double width, double height)
{
	gsize n;
	guchar *bytes = g_base64_decode(base64, &n);
	struct bytes from = { bytes, n };
	cairo_surface_t *png = cairo_image_surface_create_from_png_stream(next_bytes, &from);
	double w = cairo_image_surface_get_width(png), h = cairo_image_surface_get_height(png),
	    scale;

	g_free(bytes);
	if (cairo_surface_status(png) != CAIRO_STATUS_SUCCESS || w < 1 || h < 1) {
		cairo_surface_destroy(png);
		return false;
	}
	scale = MIN(PIXEL, MIN(width / w, height / h));
	*p = (struct picture){ NULL, png, w * scale, h * scale };
	return true;
}

void
picture_draw(const struct picture *p, cairo_t *cairo, double x, double y)
{
	const RsvgRectangle to = { x, y, p->width, p->height };

	cairo_save(cairo);
	if (p->png != NULL) {
		double scale = p->width / cairo_image_surface_get_width(p->png);

		cairo_translate(cairo, x, y);
		cairo_scale(cairo, scale, scale);
		cairo_set_source_surface(cairo, p->png, 0, 0);
		cairo_paint(cairo);
		cairo_restore(cairo);
		return;
	}
	rsvg_handle_render_document(p->svg, cairo, &to, NULL);
	cairo_restore(cairo);
}

void
picture_release(struct picture *p)
{
	if (p->svg != NULL)
		g_object_unref(p->svg);
	if (p->png != NULL)
		cairo_surface_destroy(p->png);
	p->svg = p->png = NULL;
}
