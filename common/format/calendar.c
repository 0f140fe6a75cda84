/* SPDX-License-Identifier: ISC */
#include "calendar.h"

#include <string.h>

#include "utf8.h"

enum { LINE_OCTETS = 75 };

/* Adds one character to the line that began at *start, on a new one when it would not fit. */
static void
fold(struct text *to, size_t *start, const char *bytes, size_t n)
{
	if (to->len - *start + n > LINE_OCTETS) {
		text_adds(to, "\r\n");
		*start = to->len;
		text_addc(to, ' ');
	}
	text_add(to, bytes, n);
}

void
calendar_line(struct text *to, const char *name, const char *value)
{
	size_t start = to->len;

	text_adds(to, name);
	text_addc(to, ':');
	for (struct utf8_walk w = utf8_walk(value, strlen(value)); utf8_next(&w);)
		if (w.c == '\n')
			fold(to, &start, "\\n", 2);
		else if (!w.valid || (w.acts && w.c != '\t' && w.c != 0xAD))
			fold(to, &start, "\xEF\xBF\xBD", 3);
		else if (w.c == '\\' || w.c == ';' || w.c == ',')
			fold(to, &start, (char [2]){ '\\', (char)w.c }, 2);
		else
			fold(to, &start, w.at, w.len);
	text_adds(to, "\r\n");
}

void
calendar_begin(struct text *to, enum lang lang)
{
	text_adds(to, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
	calendar_line(to, "PRODID", lang == LANG_NL ? "-//fasen//fasen-plan//NL" :
	    "-//fasen//fasen-plan//EN");
	text_adds(to, "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");
}

static void
add_day(struct text *to, const char *name, date day, const char *time)
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	text_addf(to, "%s:%04d%02d%02d%s\r\n", name, year, month, dom, time);
}

void
calendar_add(struct text *to, const struct calendar_event *e)
{
	text_adds(to, "BEGIN:VEVENT\r\n");
	calendar_line(to, "UID", e->uid);
	add_day(to, "DTSTAMP", e->stamp, "T000000Z");
	add_day(to, "LAST-MODIFIED", e->modified, "T000000Z");
	text_addf(to, "SEQUENCE:%u\r\nSTATUS:%s\r\n", e->sequence,
	    e->cancelled ? "CANCELLED" : "CONFIRMED");
	add_day(to, "DTSTART;VALUE=DATE", e->day, "");
	add_day(to, "DTEND;VALUE=DATE", e->day + 1, "");
	calendar_line(to, "SUMMARY", e->summary);
	if (*e->description != '\0')
		calendar_line(to, "DESCRIPTION", e->description);
	if (*e->category != '\0')
		calendar_line(to, "CATEGORIES", e->category);
	text_adds(to, "CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void
calendar_end(struct text *to)
{
	text_adds(to, "END:VCALENDAR\r\n");
}
