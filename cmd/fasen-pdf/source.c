/* SPDX-License-Identifier: ISC */
#include "source.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "alloc.h"
#include "face.h"
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

bool
source_next(struct source *s)
{
	ssize_t got = getline(&s->bytes, &s->cap, s->from);
	size_t len = got > 0 ? (size_t)got : 0;
	char *at;

	if (got < 0) {
		if (ferror(s->from)) {
			message(_("standard input: %s"), problem_errno(errno));
			exit(2);
		}
		return false;
	}
	s->line++;
	if (s->bytes[len - 1] != '\n')
		source_refuse(s, _("a newline at its end"));
	s->bytes[--len] = '\0';
	if (strlen(s->bytes) != len || !utf8_valid(s->bytes, len, NULL))
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
