/* SPDX-License-Identifier: ISC */
#include "source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "face.h"
#include "file.h"
#include "message.h"
#include "utf8.h"

void
source_refuse(const struct source *s, const char *expected)
{
	message(_("standard input:%lu: no line of a document for fasen-pdf, expected %s"),
	    s->line, expected);
	exit(2);
}

/* Takes the escapes out of a field in place; \l at its beginning becomes the mark of a face. */
static bool
unescape(char *field)
{
	char *from = field, *to = field;

	for (; *field != '\0'; field++) {
		if (*field != '\\') {
			*to++ = *field;
			continue;
		}
		field++;
		if (*field == 'l' && field == from + 1) {
			*to++ = FACE_MARK;
			continue;
		}
		if (*field != 'n' && *field != 't' && *field != '\\')
			return false;
		*to++ = *field;
		if (*field != '\\')
			to[-1] = *field == 'n' ? '\n' : '\t';
	}
	*to = '\0';
	return true;
}

/* With its newline, unless it is too long or holds a NUL. Returns its length. */
static size_t
read_line(struct source *s)
{
	size_t n = 0;
	int c = 1;

	while (c != '\n' && c != '\0' && n <= FILE_MOST && (c = getc_unlocked(s->from)) != EOF) {
		s->bytes = alloc_room(s->bytes, &s->cap, n + 1, 1);
		s->bytes[n++] = (char)c;
	}
	return n;
}

bool
source_next(struct source *s)
{
	size_t len = read_line(s);
	char *at;

	if (len == 0 || ferror(s->from)) {
		if (ferror(s->from)) {
			message(_("standard input: %s"), problem_errno(errno));
			exit(2);
		}
		return false;
	}
	s->line++;
	if (s->bytes[len - 1] == '\0')
		source_refuse(s, _("UTF-8 text"));
	if (s->bytes[len - 1] != '\n')
		source_refuse(s, _("a newline at its end"));
	s->bytes[--len] = '\0';
	if ( !utf8_valid(s->bytes, len, NULL))
		source_refuse(s, _("UTF-8 text"));
	s->n = 0;
	s->word = s->bytes;
	for (at = strchr(s->bytes, '\t'); at != NULL; at = strchr(at, '\t')) {
		*at++ = '\0';
		s->fields = alloc_room(s->fields, &s->fields_cap, s->n + 1, sizeof *s->fields);
		s->fields[s->n++] = at;
	}
	for (size_t i = 0; i < s->n; i++)
		if (!unescape(s->fields[i]))
			source_refuse(s, _("\\n, \\t or \\\\ behind a backslash"));
	return true;
}

void
source_release(struct source *s)
{
	free(s->bytes);
	free(s->fields);
}
