#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "memory.h"
#include "schema.h"
#include "utf8.h"

enum { CHUNK = 65536 };

struct stream {
	int fd;				/* -1: all is in the buffer */
	const char *file;
	char *buffer;
	size_t cap;
	size_t start, stop;		/* the bytes not handed out yet */
	bool ended;
	long line;			/* number of the line at start */
	bool crlf;			/* the file's first line ends so */
	long crlf_line, bom_line;	/* where the warning was given; 0 = not yet */
	struct rec rec;
};

struct stream *
stream_open(int fd, const char *file)
{
	struct stream *s = memory_new(1, sizeof *s);

	s->fd = fd;
	s->file = file;
	s->line = 1;
	return s;
}

struct stream *
stream_of(const void *bytes, size_t n, const char *file)
{
	struct stream *s = stream_open(-1, file);

	s->buffer = memory_room(NULL, &s->cap, n + 1, 1);
	memcpy(s->buffer, bytes, n);
	s->stop = n;
	s->ended = true;
	return s;
}

void
stream_free(struct stream *s)
{
	if (s == NULL)
		return;
	rec_release(&s->rec);
	free(s->buffer);
	free(s);
}

static bool
fill(struct stream *s)
{
	ssize_t got;

	if (s->start > 0) {
		memmove(s->buffer, s->buffer + s->start, s->stop - s->start);
		s->stop -= s->start;
		s->start = 0;
	}
	s->buffer = memory_room(s->buffer, &s->cap, s->stop + CHUNK, 1);
	do
		got = read(s->fd, s->buffer + s->stop, s->cap - s->stop);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return false;
	if (got == 0)
		s->ended = true;
	s->stop += (size_t)got;
	return true;
}

/* A physical line: offsets count from the dossier's first byte. */
struct line {
	size_t start, length, end;
	long number;
	bool terminated;
};

/* Returns 1, 0 at the end, -1 on a read error. */
static int
next_line(struct stream *s, size_t at, struct line *line)
{
	size_t scanned = at;

	for (;;) {
		size_t have = s->stop - s->start;
		const char *base = s->buffer + s->start;
		const char *nl = have > scanned ? memchr(base + scanned, '\n', have - scanned) : NULL;

		if (nl != NULL || s->ended) {
			if (nl == NULL && have == at)
				return 0;
			line->start = at;
			line->terminated = nl != NULL;
			line->length = (nl != NULL ? (size_t)(nl - base) : have) - at;
			line->end = at + line->length + (nl != NULL ? 1 : 0);
			return 1;
		}
		scanned = have;
		if (!fill(s))
			return -1;
	}
}

/* Warns once a file; again when the line is read again as part of the next dossier. */
static void
tolerate(struct dossier *d, long *once, long number, const char *code, const char *text)
{
	if (*once != 0 && *once != number)
		return;
	*once = number;
	problems_add(&d->problems, PROBLEM_WARNING, code, d->file, number, NULL, "%s", text);
}

static bool
take_line(struct stream *s, struct dossier *d, const struct line *line, struct record *done)
{
	const char *at = s->buffer + s->start + line->start;
	size_t n = line->length, bad;

	if (line->terminated && n > 0 && at[n - 1] == '\r') {
		n--;
		if (line->number == 1)
			s->crlf = true;
		tolerate(d, &s->crlf_line, line->number, "crlf", _("lines end in CR LF; expected LF"));
	}
	if (!utf8_valid(at, n, &bad))
		problems_add(&d->problems, PROBLEM_ERROR, "utf8", d->file, line->number, NULL,
		    _("byte %zu of the line is not UTF-8"), bad + 1);
	else if (memchr(at, '\0', n) != NULL)
		problems_add(&d->problems, PROBLEM_ERROR, "nul", d->file, line->number, NULL,
		    _("the line holds a NUL byte"));
	if (!s->rec.joined && n >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0) {
		tolerate(d, &s->bom_line, line->number, "bom", _("begins with a byte order mark; expected none"));
		at += 3;
		n -= 3;
	}
	return rec_line(&s->rec, at, n, line->start, line->end, line->number, done);
}

static const char *
legal_client(const struct record *r)
{
	if (r->n < 2 || strcmp(r->fields[1].name, "Client") != 0 || !schema_client_id(r->fields[1].value))
		return NULL;
	return r->fields[1].value;
}

/* Adds a record that is complete. Returns false when it begins the next dossier. */
static bool
take_record(struct stream *s, struct dossier *d, struct record *r)
{
	const char *id;

	if (r->descriptor)
		return true;
	dossier_type_record(d, r);
	id = legal_client(r);
	if (d->n > 0 && id != NULL && (d->id == NULL || strcmp(id, d->id) != 0))
		return false;
	if (d->n == 0)
		d->id = id;
	d->records = memory_room(d->records, &d->cap, d->n + 1, sizeof *d->records);
	d->records[d->n++] = *r;
	d->end = r->end;
	d->blank = s->rec.blank_end > 0;
	if (d->blank)
		d->end = s->rec.blank_end;
	return true;
}

/* Hands the first n bytes over and forgets problems of what comes after them. */
static void
hand_over(struct stream *s, struct dossier *d, size_t n)
{
	const char *base = s->buffer + s->start, *nl;
	long next = s->line;
	size_t i, kept = 0;

	text_add(&d->bytes, base, n);
	for (nl = base; (nl = memchr(nl, '\n', n - (size_t)(nl - base))) != NULL; nl++)
		next++;
	for (i = 0; i < d->problems.n; i++) {
		const struct problem *p = &d->problems.at[i];

		/* That a record began without an empty line before it is said of the record it cut off. */
		if (p->line < next || n == s->stop - s->start ||
		    (p->line == next && strcmp(p->code, "lost-blank") == 0)) {
			d->problems.at[kept++] = *p;
			continue;
		}
		free(p->file);
		free(p->field);
		free(p->text);
	}
	d->problems.n = kept;
	s->start += n;
	s->line = next;
}

int
stream_next(struct stream *s, struct dossier *d)
{
	struct line line = { .number = s->line - 1, .terminated = true };
	struct record r;
	int got;

	dossier_clear(d);
	d->file = s->file;
	d->line = s->line;
	rec_begin(&s->rec, &d->arena, &d->problems, s->file);
	while ((got = next_line(s, line.end, &line)) > 0) {
		line.number++;
		if (take_line(s, d, &line, &r) && !take_record(s, d, &r))
			break;
	}
	if (got < 0)
		return -1;
	d->crlf = s->crlf;
	if (got == 0) {
		if (line.end == 0)
			return 0;
		d->open_line = !line.terminated;
		d->open_record = s->rec.reading;
		if (rec_end(&s->rec, &r) && !take_record(s, d, &r)) {
			d->open_line = d->open_record = false;
			got = 1;
		} else
			d->open_join = s->rec.joined;
	}
	d->read = d->n;
	hand_over(s, d, got > 0 ? r.lead : line.end);
	dossier_judge(d);
	return 1;
}
