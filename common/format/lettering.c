/* SPDX-License-Identifier: ISC */
#include "lettering.h"

#include <string.h>

#include "utf8.h"

/*
 * Advance widths of ASCII from the blank on, in thousandths of the size: the metrics of Helvetica,
 * Adobe Font Metrics.
 */
static const short widths[] = {
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 584,
};

static const double spare = 1.06;

/* Bytes of the character that begins at s. */
static size_t
character(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

static double
character_width(const char *s, size_t n)
{
	unsigned char c = (unsigned char)*s;
	char one[8];

	if (c >= ' ' && c < 0x7F)
		return widths[c - ' '] / 1000.0;
	if (n >= sizeof one)
		return 0.6;
	memcpy(one, s, n);
	one[n] = '\0';
	return 0.6 * (double)utf8_width(one);
}

double
lettering_width(const char *s, double size)
{
	double width = 0;
	size_t n;

	for (; *s != '\0'; s += n) {
		n = character(s);
		width += character_width(s, n);
	}
	return width * size * spare;
}

size_t
lettering_line(const char *s, double size, double width)
{
	double used = 0;
	size_t at = 0, blank = 0, n;

	for (; s[at] != '\0' && s[at] != '\n'; at += n) {
		n = character(s + at);
		used += character_width(s + at, n) * size * spare;
		if (s[at] == ' ')
			blank = at;
		else if (used > width && at > 0)
			return blank > 0 ? blank : at;
	}
	return at > 0 ? at : s[0] == '\n';
}

const char *
lettering_next(const char **s, size_t *n, double size, double width)
{
	const char *line = *s + strspn(*s, " ");

	if (*line == '\0')
		return NULL;
	*n = lettering_line(line, size, width);
	*s = line + *n;
	*s += strspn(*s, " ");
	if (**s == '\n')
		(*s)++;
	while (*n > 0 && (line[*n - 1] == ' ' || line[*n - 1] == '\n'))
		(*n)--;
	return line;
}

void
lettering_shorten(struct text *to, const char *s, double size, double width)
{
	static const char ellipsis[] = "\xE2\x80\xA6";
	double room = width - lettering_width(ellipsis, size), used = 0;
	size_t at = 0, n;

	if (lettering_width(s, size) <= width) {
		text_adds(to, s);
		return;
	}
	for (; s[at] != '\0'; at += n) {
		n = character(s + at);
		used += character_width(s + at, n) * size * spare;
		if (used > room)
			break;
	}
	while (at > 0 && s[at - 1] == ' ')
		at--;
	text_add(to, s, at);
	text_adds(to, ellipsis);
}
