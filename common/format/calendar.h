/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CALENDAR_H
#define FASEN_CALENDAR_H

#include <stdbool.h>

#include "date.h"
#include "label.h"
#include "text.h"

/* Calendar files, RFC 5545: CRLF, text escaped, lines folded at 75 octets between characters. */
struct calendar_event {
	const char *uid;		/* the same for the same thing each time; made of id-like
					   words */
	date day;			/* all day */
	date stamp;			/* DTSTAMP, at midnight UTC */
	date modified;			/* LAST-MODIFIED, so too */
	unsigned sequence;		/* higher each time that something of it changed */
	bool cancelled;			/* STATUS: else it is confirmed */
	const char *summary;
	const char *description;	/* "" = none */
	const char *category;		/* "" = none */
};

void calendar_begin(struct text *to, enum lang);
void calendar_add(struct text *to, const struct calendar_event *);
void calendar_end(struct text *to);

/*
 * Adds one content line: the name with its parameters, the value escaped as TEXT (section 3.3.11),
 * folded.
 */
void calendar_line(struct text *to, const char *name, const char *value);

#endif
