/* SPDX-License-Identifier: ISC */
#include "map_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "encoding.h"
#include "file.h"
#include "mapping_check.h"
#include "mapping_read.h"
#include "message.h"
#include "text.h"
#include "utf8.h"

/* How many of every second byte from `from` on are NUL. */
static size_t
nuls(const struct text *bytes, size_t from)
{
	size_t n = 0;

	for (size_t i = from; i < bytes->len; i += 2)
		n += bytes->at[i] == '\0';
	return n;
}

/*
 * The character set of a map, for it need not be that of the export: UTF-16 by its mark or, as
 * most of a map is ASCII, its NULs; NULL for UTF-8; else that of the call or what a Dutch Windows
 * writes.
 */
static const char *
recognise(const struct text *bytes, const char *given)
{
	const char *s = text_string(bytes);

	if (bytes->len >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 ||
	    memcmp(s, "\xFE\xFF", 2) == 0))
		return "UTF-16";
	if (nuls(bytes, 1) > bytes->len / 4 && nuls(bytes, 0) == 0)
		return "UTF-16LE";
	if (nuls(bytes, 0) > bytes->len / 4 && nuls(bytes, 1) == 0)
		return "UTF-16BE";
	if (utf8_valid(s, bytes->len, NULL))
		return NULL;
	return given != NULL && strncasecmp(given, "UTF", 3) != 0 &&
	    strncasecmp(given, "UCS", 3) != 0 ? given : "CP1252";
}

/* The bytes as UTF-8; as they are where they do not fit what they seem to be. */
static void
decode(struct text *bytes, const char *given)
{
	const char *name = recognise(bytes, given);
	struct encoding *encoding = name != NULL ? encoding_open(name) : NULL;
	struct text utf8 = { 0 };
	unsigned char byte;

	if (encoding == NULL)
		return;
	encoding_read(encoding, text_string(bytes), bytes->len, true, &utf8);
	encoding_close(encoding);
	if (encoding_bad(text_string(&utf8), utf8.len, &byte)) {
		text_release(&utf8);
		return;
	}
	text_release(bytes);
	*bytes = utf8;
}

bool
map_files_read(struct mapping *map, const struct map_source *sources, size_t n,
    const char *encoding, struct cmdline *c)
{
	struct problems problems = { 0 };
	bool good = true;

	mapping_begin(map);
	for (size_t i = 0; i < n; i++) {
		const char *value = sources[i].value;
		struct text bytes = { 0 };

		if (!sources[i].file) {
			good = mapping_pair(map, value, c->model, &problems) && good;
			continue;
		}
		cmdline_reads(c, value);
		if (file_read_path(value, true, &bytes)) {
			size_t before = map->n;

			decode(&bytes, encoding);
			good = mapping_read(map, text_string(&bytes), bytes.len, value, c->model,
			    &problems) && good;
			if (good && map->n == before)
				problems_add(&problems, PROBLEM_WARNING, "empty", value, 0, NULL,
				    _("holds no rule"));
		} else {
			message_unread(value, &bytes);
			good = false;
		}
		text_release(&bytes);
	}
	good = good && mapping_fits(map, c->model, c->today, &problems);
	message_problems(&problems);
	problems_release(&problems);
	if (!good)
		mapping_release(map);
	return good;
}
