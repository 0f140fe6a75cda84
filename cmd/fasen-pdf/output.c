/* SPDX-License-Identifier: ISC */
#include "output.h"

#include <errno.h>
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "drawn.h"
#include "flow_row.h"

/* The objects above the batches. */
enum { CATALOGUE = 1, PAGES, MARKS, STRUCTURE, DOCUMENT, PARENTS, ABOVE = PARENTS };

/* Its second line is for who would take the file for a text. */
static const char head[] = "%PDF-1.4\n%\xC2\xB5\xC2\xB6\n";

/* What cairo drew of a batch, and where it goes. */
struct batch {
	struct drawn drawn;
	size_t *numbers;	/* of its objects in the file */
	const struct output_tag **tags;	/* of its objects; NULL = it is none, or not known */
	size_t pages, structure, document, parents, marks, first_mark, last_mark;
	long npages;
	size_t nmarks;
	size_t next;		/* the first object of the next batch; 0 = this is the last */
	long parents_from, parents_to;
};

static cairo_status_t
hold(void *closure, const unsigned char *bytes, unsigned n)
{
	text_add(&((struct output *)closure)->drawn, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

cairo_t *
output_begin(struct output *o, const char *title)
{
	o->surface = cairo_pdf_surface_create_for_stream(hold, o, PAGE_WIDTH, PAGE_HEIGHT);
	cairo_pdf_surface_restrict_to_version(o->surface, CAIRO_PDF_VERSION_1_4);
	cairo_pdf_surface_set_metadata(o->surface, CAIRO_PDF_METADATA_TITLE, title);
	cairo_pdf_surface_set_metadata(o->surface, CAIRO_PDF_METADATA_CREATOR, "fasen-pdf");
	return cairo_create(o->surface);
}

static void
put(struct output *o, const char *bytes, size_t n)
{
	if (fwrite(bytes, 1, n, o->to) != n && o->error == 0)
		o->error = errno != 0 ? errno : EIO;
	o->written += n;
}

static void
puttext(struct output *o, struct text *t)
{
	put(o, text_string(t), t->len);
	text_clear(t);
}

/* The head of the next object. */
static void
put_head(struct output *o, size_t number)
{
	struct text line = { 0 };
	size_t ahead = o->written - o->last_offset;

	for (; ahead > 127; ahead >>= 7)
		text_addc(&o->offsets, (char)((ahead & 127) | 128));
	text_addc(&o->offsets, (char)ahead);
	o->last_offset = o->written;
	text_addf(&line, "%zu 0 obj", number);
	puttext(o, &line);
	text_release(&line);
}

/* Where the pages' rows of parents are numbered: what is the highest. */
static bool
find_parents(struct batch *b)
{
	struct drawn_scan s;
	long highest = -1;
	bool number = true;

	if (b->parents == 0)
		return true;
	if (!drawn_find(&b->drawn, b->parents, "/Nums", &s))
		return false;
	while (drawn_next(&s) && s.depth > 1) {
		if (s.part != (number ? DRAWN_NUMBER : DRAWN_REFERENCE))
			return false;
		if (number && s.number > highest)
			highest = s.number;
		number = !number;
	}
	b->parents_to = b->parents_from + highest + 1;
	return number;
}

/* The roots of a batch, from its catalogue down. False when one is missed or of another kind. */
static bool
find_roots(struct batch *b)
{
	const struct drawn *d = &b->drawn;
	struct drawn_scan s;

	b->pages = drawn_reference(d, d->catalogue, "/Pages");
	b->structure = drawn_reference(d, d->catalogue, "/StructTreeRoot");
	b->marks = drawn_reference(d, d->catalogue, "/Outlines");
	if (b->pages == 0 || !drawn_find(d, b->pages, "/Count", &s) || s.part != DRAWN_NUMBER)
		return false;
	b->npages = s.number;
	if (b->structure != 0) {
		b->parents = drawn_reference(d, b->structure, "/ParentTree");
		if (b->parents == 0 || !drawn_find(d, b->structure, "/K", &s) ||
		    s.part != DRAWN_OPEN || !drawn_next(&s) || s.part != DRAWN_REFERENCE)
			return false;
		b->document = (size_t)s.number;
		if (!drawn_next(&s) || s.part != DRAWN_CLOSE)
			return false;
	}
	if (b->marks != 0) {
		b->first_mark = drawn_reference(d, b->marks, "/First");
		b->last_mark = drawn_reference(d, b->marks, "/Last");
		if (b->first_mark == 0 || b->last_mark == 0 ||
		    !drawn_find(d, b->marks, "/Count", &s))
			return false;
		b->nmarks = strtoul(s.from + (*s.from == '-'), NULL, 10);
	}
	return find_parents(b);
}

/* Objects that stand above the batches already. */
static bool
is_above(const struct output *o, const struct batch *b, size_t object)
{
	return object == b->drawn.catalogue || object == b->structure || object == b->document ||
	    object == b->marks || (object == b->drawn.info && o->info != 0);
}

/* Bookmarks of batches follow each other, so the first of one is its first object. */
static void
give_numbers(struct output *o, struct batch *b, bool last)
{
	b->numbers = alloc_new(b->drawn.n, sizeof *b->numbers);
	if (b->first_mark != 0)
		b->numbers[b->first_mark] = ++o->objects;
	for (size_t i = 1; i < b->drawn.n; i++)
		if (b->drawn.offsets[i] != 0 && b->numbers[i] == 0 && !is_above(o, b, i))
			b->numbers[i] = ++o->objects;
	b->numbers[b->drawn.catalogue] = CATALOGUE;
	if (b->structure != 0)
		b->numbers[b->structure] = STRUCTURE;
	if (b->document != 0)
		b->numbers[b->document] = DOCUMENT;
	if (b->marks != 0)
		b->numbers[b->marks] = MARKS;
	if (o->info != 0)
		b->numbers[b->drawn.info] = o->info;
	b->next = last ? 0 : o->objects + 1;
}

static void
add_tag(const struct output_tag *tag, struct text *more)
{
	const char *s = tag->reads;
	gunichar2 *utf16 = s == NULL ? NULL : g_utf8_to_utf16(s, -1, NULL, NULL, NULL);

	if (tag->language != NULL)
		text_addf(more, "\n   /Lang (%s)", tag->language);
	if (utf16 != NULL) {
		text_adds(more, "\n   /ActualText <FEFF");
		for (size_t i = 0; utf16[i] != 0; i++)
			text_addf(more, "%04X", utf16[i]);
		text_addc(more, '>');
	}
	g_free(utf16);
}

/* What is put into the dictionary of an object, to hang it below what is above the batches. */
static void
add_fields(const struct output *o, const struct batch *b, size_t object, struct text *more)
{
	if (object == b->pages)
		text_addf(more, "\n   /Parent %d 0 R", PAGES);
	if (object == b->parents)
		text_addf(more, "\n   /Limits [ %ld %ld ]", b->parents_from, b->parents_to - 1);
	if (object == b->first_mark && o->last_mark != 0)
		text_addf(more, "\n   /Prev %zu 0 R", o->last_mark);
	if (object == b->last_mark && b->next != 0)
		text_addf(more, "\n   /Next %zu 0 R", b->next);
	if (b->tags[object] != NULL)
		add_tag(b->tags[object], more);
}

static bool
known(const struct batch *b, long object)
{
	return object > 0 && (size_t)object < b->drawn.n && b->numbers[object] != 0;
}

/* The part in other words: a reference to another number, a page's row of parents; else none. */
static bool
reword(const struct batch *b, const struct drawn_scan *s, bool row, struct text *to)
{
	if (s->part == DRAWN_REFERENCE)
		text_addf(to, "%zu 0 R", known(b, s->number) ? b->numbers[s->number] : 0);
	else if (s->part == DRAWN_NUMBER && row)
		text_addf(to, "%ld", b->parents_from + s->number);
	else
		return false;
	return true;
}

/* Copies an object, with other numbers. */
static bool
copy(struct output *o, const struct batch *b, size_t object)
{
	static const char parents[] = "/StructParents";
	struct drawn_scan s;
	struct text other = { 0 };
	const char *from;
	bool good = true, first = true, row = false;

	put_head(o, b->numbers[object]);
	drawn_begin(&b->drawn, object, &s);
	for (from = s.to; good && drawn_next(&s); first = false, from = s.to) {
		good = s.part != DRAWN_REFERENCE || known(b, s.number);
		if (reword(b, &s, row || object == b->parents, &other))
			put(o, from, (size_t)(s.from - from));
		else
			put(o, from, (size_t)(s.to - from));
		if (first && s.part == DRAWN_OPEN)
			add_fields(o, b, object, &other);
		puttext(o, &other);
		row = s.part == DRAWN_NAME && (size_t)(s.to - s.from) == strlen(parents) &&
		    memcmp(s.from, parents, strlen(parents)) == 0;
	}
	text_release(&other);
	if (!good || s.part != DRAWN_END)
		return false;
	put(o, from, (size_t)(s.to - from));
	put(o, "\n", 1);
	return true;
}

/* The parts of clients that the document of a batch holds. */
static bool
add_parts(struct output *o, const struct batch *b)
{
	struct drawn_scan s;

	if (b->document == 0)
		return true;
	if (!drawn_find(&b->drawn, b->document, "/K", &s))
		return false;
	do
		if (s.part == DRAWN_REFERENCE && known(b, s.number))
			text_addf(&o->document, "\n      %zu 0 R", b->numbers[s.number]);
		else if (s.part != DRAWN_OPEN && s.part != DRAWN_CLOSE)
			return false;
	while (s.depth > 1 && drawn_next(&s));
	return s.depth == 1;
}

static bool
is_name(const struct drawn *d, size_t object, const char *key, const char *name)
{
	struct drawn_scan s;

	return drawn_find(d, object, key, &s) && s.part == DRAWN_NAME && *s.from == '/' &&
	    (size_t)(s.to - s.from) == strlen(name) + 1 &&
	    memcmp(s.from + 1, name, strlen(name)) == 0;
}

/*
 * Cairo has no call for what is said of a part of the structure, and numbers the parts as they were
 * begun. Where that is otherwise, nothing is said of any.
 */
static void
find_tags(struct batch *b, const struct output_tag *tags, size_t n)
{
	size_t tag = 0;
	bool same = true;

	b->tags = alloc_new(b->drawn.n, sizeof *b->tags);
	for (size_t i = 1; same && i < b->drawn.n; i++) {
		if (b->drawn.offsets[i] == 0 || !is_name(&b->drawn, i, "/Type", "StructElem"))
			continue;
		same = tag < n && is_name(&b->drawn, i, "/S", tags[tag].tag);
		if (same)
			b->tags[i] = &tags[tag++];
	}
	for (size_t i = 1; (!same || tag < n) && i < b->drawn.n; i++)
		b->tags[i] = NULL;
}

static bool
add(struct output *o, struct batch *b, bool last, const struct output_tag *tags, size_t n)
{
	b->parents_from = o->parents_to;
	if (!drawn_read(&b->drawn, o->drawn.at, o->drawn.len) || !find_roots(b) ||
	    (o->last_mark != 0 && b->first_mark == 0))
		return false;
	give_numbers(o, b, last);
	find_tags(b, tags, n);
	if (b->first_mark != 0 && !copy(o, b, b->first_mark))
		return false;
	for (size_t i = 1; i < b->drawn.n; i++)
		if (b->drawn.offsets[i] != 0 && i != b->first_mark && !is_above(o, b, i) &&
		    !copy(o, b, i))
			return false;
	text_addf(&o->pages, "\n      %zu 0 R", b->numbers[b->pages]);
	o->npages += (size_t)b->npages;
	if (b->parents != 0)
		text_addf(&o->parents, "\n      %zu 0 R", b->numbers[b->parents]);
	o->parents_to = b->parents_to;
	o->info = b->numbers[b->drawn.info];
	if (b->marks != 0) {
		o->first_mark = o->first_mark != 0 ? o->first_mark : b->numbers[b->first_mark];
		o->last_mark = b->numbers[b->last_mark];
		o->marks += b->nmarks;
	}
	return add_parts(o, b);
}

bool
output_add(struct output *o, bool last, const struct output_tag *tags, size_t n)
{
	struct batch b = { 0 };
	bool good;

	cairo_surface_finish(o->surface);
	if (o->status == CAIRO_STATUS_SUCCESS)
		o->status = cairo_surface_status(o->surface);
	cairo_surface_destroy(o->surface);
	if (o->objects == 0) {
		put(o, head, strlen(head));
		o->objects = ABOVE;
		o->last_offset = o->written;
	}
	good = o->status == CAIRO_STATUS_SUCCESS && add(o, &b, last, tags, n);
	text_clear(&o->drawn);
	drawn_release(&b.drawn);
	free(b.numbers);
	free(b.tags);
	return good;
}

/* Writes an object above the batches, and says where it stands. */
static void
put_above(struct output *o, size_t *offsets, int number, struct text *body)
{
	struct text object = { 0 };

	offsets[number] = o->written;
	text_addf(&object, "%d 0 obj\n<< %s\n>>\nendobj\n", number, text_string(body));
	puttext(o, &object);
	text_release(&object);
	text_clear(body);
}

static void
put_all_above(struct output *o, size_t *offsets)
{
	struct text t = { 0 };
	bool tagged = o->document.len != 0;

	text_addf(&t, "/Type /Pages\n   /Kids [%s ]\n   /Count %zu", text_string(&o->pages),
	    o->npages);
	put_above(o, offsets, PAGES, &t);
	text_adds(&t, "/Type /Outlines");
	if (o->first_mark != 0)
		text_addf(&t, "\n   /First %zu 0 R\n   /Last %zu 0 R\n   /Count %zu",
		    o->first_mark, o->last_mark, o->marks);
	put_above(o, offsets, MARKS, &t);
	text_addf(&t, "/Type /StructTreeRoot\n   /K [ %d 0 R ]\n   /ParentTree %d 0 R", DOCUMENT,
	    PARENTS);
	put_above(o, offsets, STRUCTURE, &t);
	text_addf(&t, "/Type /StructElem\n   /S /Document\n   /P %d 0 R\n   /K [%s ]", STRUCTURE,
	    text_string(&o->document));
	put_above(o, offsets, DOCUMENT, &t);
	text_addf(&t, tagged ? "/Kids [%s ]" : "/Nums [%s ]", text_string(&o->parents));
	put_above(o, offsets, PARENTS, &t);
	text_addf(&t, "/Type /Catalog\n   /Pages %d 0 R\n   /Outlines %d 0 R\n"
	    "   /StructTreeRoot %d 0 R\n   /Lang (%s)\n   /MarkInfo << /Marked true >>\n"
	    "   /ViewerPreferences << /DisplayDocTitle true >>", PAGES, MARKS, STRUCTURE,
	    o->language);
	put_above(o, offsets, CATALOGUE, &t);
	text_release(&t);
}

static void
put_row(struct output *o, size_t offset)
{
	struct text row = { 0 };

	text_addf(&row, "%010zu 00000 n \n", offset);
	puttext(o, &row);
	text_release(&row);
}

static void
put_table(struct output *o, const size_t *above)
{
	struct text t = { 0 };
	size_t table = o->written, offset = above[0], ahead = 0;
	int shift = 0;

	text_addf(&t, "xref\n0 %zu\n0000000000 65535 f \n", o->objects + 1);
	puttext(o, &t);
	for (int i = CATALOGUE; i <= ABOVE; i++)
		put_row(o, above[i]);
	for (size_t i = 0; i < o->offsets.len; i++) {
		ahead |= (size_t)(o->offsets.at[i] & 127) << shift;
		shift += 7;
		if ((o->offsets.at[i] & 128) == 0) {
			put_row(o, offset += ahead);
			ahead = 0;
			shift = 0;
		}
	}
	text_addf(&t, "trailer\n<< /Size %zu\n   /Root %d 0 R\n   /Info %zu 0 R\n>>\nstartxref\n"
	    "%zu\n%%%%EOF\n", o->objects + 1, CATALOGUE, o->info, table);
	puttext(o, &t);
	text_release(&t);
}

void
output_end(struct output *o)
{
	size_t above[ABOVE + 1] = { strlen(head) };

	put_all_above(o, above);
	put_table(o, above);
}

void
output_release(struct output *o)
{
	text_release(&o->drawn);
	text_release(&o->offsets);
	text_release(&o->pages);
	text_release(&o->document);
	text_release(&o->parents);
}
