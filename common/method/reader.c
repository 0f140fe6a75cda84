/* SPDX-License-Identifier: ISC */
#include "reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "records.h"
#include "retraction.h"
#include "utf8.h"

/* What is read at once: as read and as worked in, both stay in the cache of one core. */
enum { BLOCK = 128 * 1024 };

struct reader {
	int fd;				/* -1: all is in the buffer */
	const char *file;
	char *raw;			/* as read */
	char *work;			/* the same bytes, for the values to stand in */
	size_t cap;			/* of both */
	size_t start, stop;		/* the bytes not handed out yet */
	bool ended;
	int failed;			/* errno of a failed read; told behind what came before */
	bool long_line;			/* what failed is that the line there is too long */
	bool checked;			/* the bytes are UTF-8 without NUL */
	long line;			/* number of the line at start */
	bool crlf;			/* the file's first line ends so */
	long crlf_line, bom_line;	/* where the warning was given; 0 = not yet */
	struct records records;
};

static void
make_room(struct reader *g, size_t cap)
{
	size_t raw = g->cap, work = raw;

	g->raw = alloc_room(g->raw, &raw, cap + RECORDS_ROOM, 1);
	g->work = alloc_room(g->work, &work, cap + RECORDS_ROOM, 1);
	g->cap = cap;
}

struct reader *
reader_open(int fd, const char *file)
{
	struct reader *g = alloc_new(1, sizeof *g);

	reader_turn(g, fd, file);
	return g;
}

void
reader_turn(struct reader *g, int fd, const char *file)
{
	g->fd = fd;
	g->file = file;
	g->start = g->stop = 0;
	g->ended = false;
	g->failed = 0;
	g->long_line = false;
	g->line = 1;
	g->crlf = false;
	g->crlf_line = g->bom_line = 0;
}

/*
 * Makes the bytes ready to be worked in. Lines need not be looked at one by one when all of them,
 * but a last one that is not whole yet, are UTF-8 without NUL.
 */
static void
prepare(struct reader *g)
{
	const char *bytes = g->raw + g->start;
	size_t n = g->stop - g->start, bad;

	g->checked = memchr(bytes, '\0', n) == NULL &&
	    (utf8_valid(bytes, n, &bad) ||
	    (!g->ended && memchr(bytes + bad, '\n', n - bad) == NULL));
	memcpy(g->work + g->start, bytes, n);
	memset(g->work + g->stop, 0, RECORDS_ROOM);
}

struct reader *
reader_of(const void *bytes, size_t n, const char *file)
{
	struct reader *g = reader_open(-1, file);

	g->ended = true;
	if (n > FILE_MOST) {
		g->failed = EFBIG;
		return g;
	}
	make_room(g, n);
	if (n > 0)
		memcpy(g->raw, bytes, n);
	g->stop = n;
	prepare(g);
	return g;
}

void
reader_free(struct reader *g)
{
	if (g == NULL)
		return;
	records_release(&g->records);
	free(g->raw);
	free(g->work);
	free(g);
}

/* What comes from a line on that is too long is not read. */
static void
stop_at_long_line(struct reader *g, size_t last)
{
	const char *at = file_long_line(g->raw + last, g->raw + g->stop);

	if (at == NULL)
		return;
	g->stop = (size_t)(at - g->raw);
	g->ended = g->long_line = true;
	g->failed = EFBIG;
}

/* Reads until the buffer is full, behind the bytes kept. Returns false when nothing more came. */
static bool
fill(struct reader *g)
{
	size_t kept = g->stop - g->start;
	size_t last = kept == 0 ? 0 : (size_t)(g->records.lines.at - (g->work + g->start));

	if (g->ended)
		return false;
	if (g->start > 0)
		memmove(g->raw, g->raw + g->start, kept);
	g->start = 0;
	g->stop = kept;
	if (kept >= FILE_MOST) {
		g->ended = true;
		g->failed = EFBIG;
		return false;
	}
	if (kept > g->cap / 2 || g->cap == 0)
		make_room(g, g->cap == 0 ? BLOCK : 2 * g->cap);
	while (g->stop < g->cap && !g->ended) {
		ssize_t got = read(g->fd, g->raw + g->stop, g->cap - g->stop);

		if (got > 0)
			g->stop += (size_t)got;
		else if (got == 0 || errno != EINTR) {
			g->ended = true;
			g->failed = got < 0 ? errno : 0;
		}
	}
	stop_at_long_line(g, last);
	prepare(g);
	return true;
}

/* Warns once a file; again when the line is read again, as part of the next dossier. */
static void
tolerate(struct reader *g, long *once, const char *code, const char *text)
{
	long number = g->records.lines.number;

	if (*once != 0 && *once != number)
		return;
	*once = number;
	problems_add(g->records.problems, PROBLEM_WARNING, code, g->file, number, NULL, "%s", text);
}

static size_t
odd_line(struct records *p, const struct line *line, void *context)
{
	struct reader *g = context;
	size_t bad;

	if (line->cr) {
		if (p->lines.number == 1)
			g->crlf = true;
		tolerate(g, &g->crlf_line, "crlf", _("lines end in CR LF; expected LF"));
	}
	if (!p->checked && !utf8_valid(line->at, line->n, &bad))
		problems_add(p->problems, PROBLEM_ERROR, "utf8", g->file, p->lines.number, NULL,
		    _("byte %zu of the line is not UTF-8"), bad + 1);
	else if (!p->checked && memchr(line->at, '\0', line->n) != NULL)
		problems_add(p->problems, PROBLEM_ERROR, "nul", g->file, p->lines.number, NULL,
		    _("the line holds a NUL byte"));
	if (p->joined || line->n < 3 || memcmp(line->at, "\xEF\xBB\xBF", 3) != 0)
		return 0;
	tolerate(g, &g->bom_line, "bom", _("begins with a byte order mark; expected none"));
	return 3;
}

/* Forgets problems of what comes after the n bytes that end before line `next`. */
static void
drop_later(struct problems *problems, long next)
{
	size_t kept = 0;

	for (size_t i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		/* That a record began without a blank line is said of the record it cut off. */
		if (p->line < next || (p->line == next && strcmp(p->code, "lost-blank") == 0)) {
			problems->at[kept++] = *p;
			continue;
		}
		free(p->text);
	}
	problems->n = kept;
}

static void
begin(struct reader *g, struct dossier *d)
{
	struct records *p = &g->records;

	dossier_clear(d);
	d->file = g->file;
	d->line = g->line;
	records_begin(p, g->work + g->start, g->stop - g->start, !g->ended || g->failed != 0,
	    g->file, &d->problems);
	p->lines.number = g->line - 1;
	p->checked = g->checked;
	p->odd = odd_line;
	p->context = g;
}

static void
take_record(struct dossier *d, struct records *p)
{
	const struct record *r = &d->records[d->n];

	if (d->n++ == 0) {
		p->one_client = true;
		if (r->legal) {
			d->id = p->client = p->fields[1].value;
			p->client_n = p->fields[1].n;
		}
	}
	d->blank = p->blank_end > 0;
	d->end = d->blank ? p->blank_end : r->end;
}

/* Reads up to the record of another client, or to the end of the bytes. */
static enum records_got
read_records(struct reader *g, struct dossier *d)
{
	struct records *p = &g->records;
	enum records_got got;

	begin(g, d);
	do {
		d->records = alloc_room(d->records, &d->cap, d->n + 1, sizeof *d->records);
		got = records_next(p, &d->records[d->n]);
		if (got == RECORDS_ONE)
			take_record(d, p);
	} while (got == RECORDS_ONE);
	return got;
}

/* Hands over what stands before the next client's record, comments that lead it aside, or all. */
static void
hand_over(struct reader *g, struct dossier *d, bool other)
{
	const struct records *p = &g->records;
	size_t n = other ? p->record->lead : g->stop - g->start;
	struct field *at;

	d->bytes.at = g->raw + g->start;
	d->bytes.len = n;
	d->crlf = g->crlf;
	d->read = d->n;
	if (other) {
		size_t used = (size_t)(p->lines.at - p->bytes);

		g->line = p->record_lead_line;
		drop_later(&d->problems, g->line);
		memcpy(g->work + g->start + n, g->raw + g->start + n, used - n);
	} else {
		d->open_line = p->open_line;
		d->open_record = p->open_record;
		d->open_join = p->open_join;
		g->line = p->lines.number + 1;
	}
	g->start += n;
	at = p->fields;
	for (size_t i = 0; i < d->n; i++)
		at = record_place(&d->records[i], at);
	dossier_judge(d);
	if (d->retracts && !d->malformed)
		retraction_find(d);
}

const char *
reader_failure(const struct reader *g, long *line)
{
	*line = g->failed == EFBIG ? g->line : 0;
	if (g->long_line && g->start < g->stop)
		*line = g->records.lines.number + 1;
	if (g->long_line)
		return _("the line is longer than 16 MiB; expected less");
	return g->failed == EFBIG ? _("the dossier is larger than 256 MiB; expected less") :
	    problem_errno(g->failed);
}

long
reader_rest(const struct reader *g)
{
	return g->start < g->stop ? g->line : 0;
}

int
reader_next(struct reader *g, struct dossier *d)
{
	enum records_got got;

	do {
		got = g->start < g->stop ? read_records(g, d) : RECORDS_MORE;
		if (got != RECORDS_MORE) {
			hand_over(g, d, got == RECORDS_OTHER);
			return 1;
		}
	} while (fill(g));
	dossier_clear(d);
	errno = g->failed;
	return g->failed != 0 ? -1 : 0;
}
