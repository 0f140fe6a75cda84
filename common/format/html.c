/* SPDX-License-Identifier: ISC */
#include "html.h"

#include <string.h>

#include "utf8.h"

static void
add(struct text *to, const char *s, bool lines)
{
	for (struct utf8_walk w = utf8_walk(s, strlen(s)); utf8_next(&w);)
		if (w.c == '\n' && lines)
			text_adds(to, "<br/>\n");
		else if (!w.valid || (w.acts && w.c != '\n' && w.c != '\t' && w.c != 0xAD))
			text_adds(to, "\xEF\xBF\xBD");
		else if (w.c == '&')
			text_adds(to, "&amp;");
		else if (w.c == '<')
			text_adds(to, "&lt;");
		else if (w.c == '>')
			text_adds(to, "&gt;");
		else if (w.c == '"')
			text_adds(to, "&quot;");
		else if (w.c == '\'')
			text_adds(to, "&#39;");
		else
			text_add(to, w.at, w.len);
}

void
html_add(struct text *to, const char *s)
{
	add(to, s, false);
}

void
html_add_lines(struct text *to, const char *s)
{
	add(to, s, true);
}
