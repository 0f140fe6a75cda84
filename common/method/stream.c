#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "memory.h"
#include "records.h"
#include "utf8.h"

/* What is read at once: as read and as worked in, both stay in the cache of one core. */
enum { BLOCK = 128 * 1024 };

/* A dossier larger than this is refused: places in it are kept in 32 bits. */
static const size_t largest = (size_t)1 << 30;

struct stream {
	int fd;				/* -1: all is in the buffer */
	const char *file;
	char *raw;			/* as read */
	char *work;			/* the same bytes, for the values to stand in */
	size_t cap;			/* of both */
	size_t start, stop;		/* the bytes not handed out yet */
	bool ended;
	int failed;			/* errno of a failed read; told behind what came before */
	bool checked;			/* the bytes are UTF-8 without NUL */
	long line;			/* number of the line at start */
	bool crlf;			/* the file's first line ends so */
	long crlf_line, bom_line;	/* where the warning was given; 0 = not yet */
	struct records records;
};

static void
make_room(struct stream *s, size_t cap)
{
	size_t raw = s->cap, work = s->cap;

	s->raw = memory_room(s->raw, &raw, cap + RECORDS_ROOM, 1);
	s->work = memory_room(s->work, &work, cap + RECORDS_ROOM, 1);
	memset(s->raw + cap, 0, RECORDS_ROOM);
	s->cap = cap;
}

struct stream *
stream_open(int fd, const char *file)
{
	struct stream *s = memory_new(1, sizeof *s);

	s->fd = fd;
	s->file = file;
	s->line = 1;
	return s;
}

/*
 * Whether lines must be looked at one by one: not when all bytes, but a last line that is not whole
 * yet, are UTF-8.
 */
static void
check(struct stream *s)
{
	const char *bytes = s->raw + s->start;
	size_t n = s->stop - s->start, bad;

	s->checked = memchr(bytes, '\0', n) == NULL &&
	    (utf8_valid(bytes, n, &bad) ||
	    (!s->ended && memchr(bytes + bad, '\n', n - bad) == NULL));
	memcpy(s->work + s->start, bytes, n);
}

struct stream *
stream_of(const void *bytes, size_t n, const char *file)
{
	struct stream *s = stream_open(-1, file);

	s->ended = true;
	if (n > largest) {
		s->failed = EFBIG;
		return s;
	}
	make_room(s, n);
	if (n > 0)
		memcpy(s->raw, bytes, n);
	s->stop = n;
	check(s);
	return s;
}

void
stream_free(struct stream *s)
{
	if (s == NULL)
		return;
	records_release(&s->records);
	free(s->raw);
	free(s->work);
	free(s);
}

/* Reads until the buffer is full, behind the bytes kept. Returns false when nothing more came. */
static bool
fill(struct stream *s)
{
	size_t kept = s->stop - s->start;

	if (s->ended)
		return false;
	if (s->start > 0)
		memmove(s->raw, s->raw + s->start, kept);
	s->start = 0;
	s->stop = kept;
	if (kept >= largest) {
		s->ended = true;
		s->failed = EFBIG;
		return false;
	}
	if (kept > s->cap / 2 || s->cap == 0)
		make_room(s, s->cap == 0 ? BLOCK : 2 * s->cap);
	while (s->stop < s->cap && !s->ended) {
		ssize_t got = read(s->fd, s->raw + s->stop, s->cap - s->stop);

		if (got > 0)
			s->stop += (size_t)got;
		else if (got == 0 || errno != EINTR) {
			s->ended = true;
			s->failed = got < 0 ? errno : 0;
		}
	}
	check(s);
	return true;
}

/* Warns once a file; again when the line is read again, as part of the next dossier. */
static void
tolerate(struct stream *s, long *once, const char *code, const char *text)
{
	long number = s->records.lines.number;

	if (*once != 0 && *once != number)
		return;
	*once = number;
	problems_add(s->records.problems, PROBLEM_WARNING, code, s->file, number, NULL, "%s", text);
}

static size_t
odd_line(struct records *p, const struct line *line, void *context)
{
	struct stream *s = context;
	size_t bad;

	if (line->cr) {
		if (p->lines.number == 1)
			s->crlf = true;
		tolerate(s, &s->crlf_line, "crlf", _("lines end in CR LF; expected LF"));
	}
	if (!p->checked && !utf8_valid(line->at, line->n, &bad))
		problems_add(p->problems, PROBLEM_ERROR, "utf8", s->file, p->lines.number, NULL,
		    _("byte %zu of the line is not UTF-8"), bad + 1);
	else if (!p->checked && memchr(line->at, '\0', line->n) != NULL)
		problems_add(p->problems, PROBLEM_ERROR, "nul", s->file, p->lines.number, NULL,
		    _("the line holds a NUL byte"));
	if (p->joined || line->n < 3 || memcmp(line->at, "\xEF\xBB\xBF", 3) != 0)
		return 0;
	tolerate(s, &s->bom_line, "bom", _("begins with a byte order mark; expected none"));
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
		free(p->file);
		free(p->field);
		free(p->text);
	}
	problems->n = kept;
}

static void
begin(struct stream *s, struct dossier *d)
{
	struct records *p = &s->records;

	dossier_clear(d);
	d->file = s->file;
	d->line = s->line;
	records_begin(p, s->work + s->start, s->stop - s->start, !s->ended || s->failed != 0,
	    s->file, &d->problems);
	p->lines.number = s->line - 1;
	p->checked = s->checked;
	p->odd = odd_line;
	p->context = s;
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
read_records(struct stream *s, struct dossier *d)
{
	struct records *p = &s->records;
	enum records_got got;

	begin(s, d);
	do {
		d->records = memory_room(d->records, &d->cap, d->n + 1, sizeof *d->records);
		got = records_next(p, &d->records[d->n]);
		if (got == RECORDS_ONE)
			take_record(d, p);
	} while (got == RECORDS_ONE);
	return got;
}

/* Hands over what stands before the next client's record, comments that lead it aside, or all. */
static void
hand_over(struct stream *s, struct dossier *d, bool other)
{
	const struct records *p = &s->records;
	size_t n = other ? p->record.lead : s->stop - s->start;
	struct field *at;

	d->bytes.at = s->raw + s->start;
	d->bytes.len = n;
	d->crlf = s->crlf;
	d->read = d->n;
	if (other) {
		size_t used = (size_t)(p->lines.at - p->bytes);

		s->line = p->record_lead_line;
		drop_later(&d->problems, s->line);
		memcpy(s->work + s->start + n, s->raw + s->start + n, used - n);
	} else {
		d->open_line = p->open_line;
		d->open_record = p->open_record;
		d->open_join = p->open_join;
		s->line = p->lines.number + 1;
	}
	s->start += n;
	at = p->fields;
	for (size_t i = 0; i < d->n; i++)
		at = record_place(&d->records[i], at);
	dossier_judge(d);
}

long
stream_rest(const struct stream *s)
{
	return s->start < s->stop ? s->line : 0;
}

int
stream_next(struct stream *s, struct dossier *d)
{
	enum records_got got;

	do {
		got = s->start < s->stop ? read_records(s, d) : RECORDS_MORE;
		if (got != RECORDS_MORE) {
			hand_over(s, d, got == RECORDS_OTHER);
			return 1;
		}
	} while (fill(s));
	dossier_clear(d);
	errno = s->failed;
	return s->failed != 0 ? -1 : 0;
}
