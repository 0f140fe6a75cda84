/* SPDX-License-Identifier: ISC */
#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char catalogue[] = "obj\n<< /Type /Catalog\n", object_end[] = "endobj\n",
    table[] = "xref\n", last[] = "startxref\n";

/* What stands at the end, from startxref on, is shorter. */
enum { END = 64 };

static const char *
find(const struct text *in, size_t from, const char *what)
{
	size_t n = strlen(what);

	for (const char *s = in->at + from, *end = in->at + in->len; (size_t)(end - s) >= n; s++) {
		s = memchr(s, *what, (size_t)(end - s) - n + 1);
		if (s == NULL)
			return NULL;
		if (memcmp(s, what, n) == 0)
			return s;
	}
	return NULL;
}

/* Writes the first n held bytes. */
static void
release(struct output *o, size_t n)
{
	fwrite(o->held.at, 1, n, o->to);
	memmove(o->held.at, o->held.at + n, o->held.len - n);
	text_cut(&o->held, o->held.len - n);
}

/* The catalogue's fields are held until its end is, which says whether it is the last object. */
static void
add_fields(struct output *o)
{
	const char *end = find(&o->held, 0, object_end);
	size_t n = end != NULL ? (size_t)(end - o->held.at) + strlen(object_end) : 0;
	struct text more = { 0 };

	if (end == NULL || o->held.len < n + strlen(table))
		return;
	if (memcmp(o->held.at + n, table, strlen(table)) != 0 ||
	    find(&o->held, 0, "/Lang") != NULL) {
		o->where = OUTPUT_STRANGE;
		return;
	}
	text_addf(&more, "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n",
	    o->language);
	if (find(&o->held, 0, "/MarkInfo") == NULL)
		text_adds(&more, "   /MarkInfo << /Marked true >>\n");
	fwrite(more.at, 1, more.len, o->to);
	o->added = more.len;
	o->where = OUTPUT_BEHIND;
	text_release(&more);
}

cairo_status_t
output_write(void *closure, const unsigned char *bytes, unsigned n)
{
	struct output *o = closure;
	size_t keep = o->where == OUTPUT_BEHIND ? END : strlen(catalogue);
	const char *at;

	text_add(&o->held, bytes, n);
	if (o->where == OUTPUT_BEFORE && (at = find(&o->held, 0, catalogue)) != NULL) {
		release(o, (size_t)(at - o->held.at) + strlen(catalogue));
		o->where = OUTPUT_WITHIN;
	}
	if (o->where == OUTPUT_WITHIN)
		add_fields(o);
	else if (o->held.len > keep)
		release(o, o->held.len - keep);
	if (!ferror(o->to))
		return CAIRO_STATUS_SUCCESS;
	if (o->error == 0)
		o->error = errno != 0 ? errno : EIO;
	return CAIRO_STATUS_WRITE_ERROR;
}

bool
output_end(struct output *o)
{
	const char *at = o->held.len != 0 ? find(&o->held, 0, last) : NULL;
	bool good = o->where == OUTPUT_BEHIND && at != NULL;

	if (good) {
		unsigned long offset = strtoul(at + strlen(last), NULL, 10);

		fwrite(o->held.at, 1, (size_t)(at - o->held.at), o->to);
		fprintf(o->to, "%s%zu\n%%%%EOF\n", last, offset + o->added);
	}
	text_release(&o->held);
	return good;
}
