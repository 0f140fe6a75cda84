/* SPDX-License-Identifier: ISC */
#include "map_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "encoding.h"
#include "file.h"
#include "mapping_check.h"
#include "mapping_read.h"
#include "message.h"
#include "text.h"
#include "utf8.h"

/* The bytes as UTF-8; as they are where it cannot be told what else they are. */
static void
decode(struct text *bytes, const char *name)
{
	const char *s = text_string(bytes);
	bool marked = bytes->len >= 2 && (memcmp(s, "\xFF\xFE", 2) == 0 ||
	    memcmp(s, "\xFE\xFF", 2) == 0);
	struct encoding *encoding = NULL;
	struct text utf8 = { 0 };
	unsigned char byte;

	if (marked || (name != NULL && !utf8_valid(s, bytes->len, NULL)))
		encoding = encoding_open(marked ? "UTF-16" : name);
	if (encoding == NULL)
		return;
	encoding_read(encoding, s, bytes->len, true, &utf8);
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
