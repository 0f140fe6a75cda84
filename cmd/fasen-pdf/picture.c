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
	*p = (struct picture){ handle, w * scale, h * scale };
	return true;
}

void
picture_draw(const struct picture *p, cairo_t *cairo, double x, double y)
{
	const RsvgRectangle to = { x, y, p->width, p->height };

	cairo_save(cairo);
	rsvg_handle_render_document(p->svg, cairo, &to, NULL);
	cairo_restore(cairo);
}

void
picture_release(struct picture *p)
{
	if (p->svg != NULL)
		g_object_unref(p->svg);
	p->svg = NULL;
}
