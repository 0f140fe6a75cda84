/* SPDX-License-Identifier: ISC */
#include "workbook_whole.h"

#include <minizip/unzip.h>

/* Where in a part of XML we are. */
struct scan {
	long depth;			/* elements that are open */
	bool any;			/* there has been one */
	bool tag, quoted, closing, aside, good;
	char before;			/* the character before this one in a tag */
};

/*
 * Tags are balanced, and nothing stands cut off within one. Attributes are quoted with ", text has
 * no bare < or >.
 */
static void
scan_character(struct scan *s, char c)
{
	if (!s->tag) {
		if (c == '<')
			s->tag = true, s->closing = s->aside = s->quoted = false, s->before = c;
		else if (c == '>')
			s->good = false;
		return;
	}
	if (s->before == '<') {
		s->closing = c == '/';
		s->aside = c == '?' || c == '!';
	}
	if (c == '"')
		s->quoted = !s->quoted;
	else if (c == '<')
		s->good = false;
	else if (c == '>') {
		if (s->quoted)
			s->good = false;
		if (s->closing)
			s->depth--;
		else if (!s->aside && s->before != '/')
			s->depth++;
		s->any = s->any || !s->aside;
		s->tag = false;
		s->good = s->good && s->depth >= 0;
	}
	s->before = c;
}

static bool
part_whole(unzFile file)
{
	struct scan s = { .good = true };
	char bytes[16384];
	int n, i;

	if (unzOpenCurrentFile(file) != UNZ_OK)
		return false;
	while ((n = unzReadCurrentFile(file, bytes, sizeof bytes)) > 0)
		for (i = 0; i < n; i++)
			scan_character(&s, bytes[i]);
	/* Closing compares the checksum. */
	return unzCloseCurrentFile(file) == UNZ_OK && n == 0 && s.good && s.any &&
	    s.depth == 0 && !s.tag;
}

bool
workbook_whole(const char *path)
{
	unzFile file = unzOpen(path);
	bool good = file != NULL && unzGoToFirstFile(file) == UNZ_OK;
	int next = UNZ_OK;

	while (good && next == UNZ_OK) {
		good = part_whole(file);
		next = unzGoToNextFile(file);
	}
	if (file != NULL)
		unzClose(file);
	return good && next == UNZ_END_OF_LIST_OF_FILE;
}
