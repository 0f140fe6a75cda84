/* SPDX-License-Identifier: ISC */
#include "wrapped.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "text.h"
#include "utf8.h"

static void
lines_add(struct wrapped *l, const char *s, size_t n)
{
	struct text line = { 0 };

	while (n != 0 && s[n - 1] == ' ')
		n--;
	/*
	 * A blank that does not break is one like any other once it is in its line: it can be
	 * searched for.
	 */
	for (const char *at; (at = memchr(s, 0xC2, n)) != NULL; ) {
		size_t before = (size_t)(at - s);
		bool blank = before + 1 < n && at[1] == '\xA0';

		text_add(&line, s, before);
		text_addc(&line, blank ? ' ' : *at);
		s = at + 1 + blank;
		n -= before + 1 + blank;
	}
	text_add(&line, s, n);
	l->at = alloc_room(l->at, &l->cap, l->n + 1, sizeof *l->at);
	l->at[l->n++] = line.len != 0 ? text_take(&line) : alloc_copy("");
}

void
wrapped_release(struct wrapped *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->at[i]);
	free(l->at);
	*l = (struct wrapped){ 0 };
}

void
wrapped_add(struct wrapped *l, const char *s, size_t width)
{
	do {
		size_t fits = utf8_fit(s, width), cut = fits;

		if (fits == 0)
			fits = cut = strlen(s);
		if (s[fits] != '\0' && s[fits] != ' ') {
			while (cut != 0 && s[cut - 1] != ' ')
				cut--;
			if (cut == 0)
				cut = fits;
		}
		lines_add(l, s, cut);
		s += cut;
		s += strspn(s, " ");
	} while (*s != '\0');
}
