/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LINES_H
#define FASEN_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * The lines of bytes in memory, as all text that the program reads has them: each ends in LF or CR
 * LF, the last one perhaps in nothing. Begin with where they stand and number 0.
 */
struct lines {
	const char *at, *end;	/* what was not read yet */
	long number;		/* of the line read last */
	bool more;		/* bytes may follow `end`: a last line without end is not read */
};

struct line {
	const char *at;
	size_t n;		/* without its line end */
	const char *end;	/* after its line end */
	bool ended, cr;		/* it has a line end; with CR */
};

/* Takes the next line. Returns false after the last. */
static inline bool
lines_next(struct lines *lines, struct line *line)
{
	const char *s = lines->at;
	const char *lf = s < lines->end ? memchr(s, '\n', (size_t)(lines->end - s)) : NULL;

	if (lf == NULL && (s == lines->end || lines->more))
		return false;
	line->at = s;
	line->ended = lf != NULL;
	line->n = (size_t)((lf != NULL ? lf : lines->end) - s);
	line->end = lf != NULL ? lf + 1 : lines->end;
	line->cr = lf != NULL && lf > s && lf[-1] == '\r';
	line->n -= line->cr;
	lines->at = line->end;
	lines->number++;
	return true;
}

#endif
