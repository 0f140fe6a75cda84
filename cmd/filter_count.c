/* SPDX-License-Identifier: ISC */
#include "filter.h"

#include <string.h>

#include "utf8.h"

/* So many unreadable ones are named, for nobody reads more of them; so long is a path. */
enum { PLACES = 20, PATH_SHOWN = 200 };

void
filter_count_unreadable(struct filter_count *c, const char *path, long line)
{
	if (c->unreadable++ >= PLACES)
		return;
	if (strlen(path) > PATH_SHOWN && strrchr(path, '/') != NULL)
		path = strrchr(path, '/') + 1;
	utf8_show(&c->places, path, false);
	if (line > 0)
		text_addf(&c->places, ":%ld", line);
	text_addc(&c->places, '\n');
}

void
filter_count_release(struct filter_count *c)
{
	text_release(&c->places);
}
