/* SPDX-License-Identifier: ISC */
#include "keys.h"

#include "nearest.h"
#include "shown.h"

enum { KEYS_SHOWN = 30, KEYS_COMPARED = 200 };

/*
 * Of very many the first ones: nobody reads the others, and each wrong id would be held against
 * them all.
 */
void
keys_say(const struct fold *s, const enum kind *kinds, const char *word, struct text *why)
{
	struct nearest near;
	size_t there = 0, n = 0;

	nearest_begin(&near, word);
	for (; *kinds != KINDS; kinds++)
		for (const struct entry *e = s->first[*kinds]; e != NULL && there < KEYS_COMPARED;
		    e = e->next) {
			there++;
			if (!shown_value(e->key))
				continue;
			if (n < KEYS_SHOWN)
				text_addf(why, "%s%s", n == 0 ? _("; expected one of ") : " ",
				    e->key);
			nearest_offer(&near, e->key);
			n++;
		}
	if (n > KEYS_SHOWN || (n > 0 && there == KEYS_COMPARED))
		text_adds(why, " ...");
	if (there == 0)
		text_adds(why, _("; it has none yet"));
	else if (n == 0)
		text_adds(why, _("; expected one that it has, and those look like no id"));
	else
		nearest_say(why, near.best);
}
