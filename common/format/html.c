#include "html.h"

#include <unistr.h>

#include <string.h>

#include "utf8.h"

/* What does something where it is shown, and what neither XML 1.0 (2.2) nor HTML takes as text. */
static bool
forbidden(ucs4_t c, ucs4_t before)
{
	return (utf8_acts(c, before) && c != '\t' && c != '\n') || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xFDD0 && c <= 0xFDEF);
}

static void
add(struct text *to, const char *s, bool lines)
{
	size_t n = strlen(s), len;
	ucs4_t c, before = 0;

	for (; n != 0; s += len, n -= len, before = c) {
		int got = u8_mbtoucr(&c, (const uint8_t *)s, n);

		len = got > 0 ? (size_t)got : 1;
		if (got <= 0 || forbidden(c, before))
			text_adds(to, "\xEF\xBF\xBD");
		else if (c == '&')
			text_adds(to, "&amp;");
		else if (c == '<')
			text_adds(to, "&lt;");
		else if (c == '>')
			text_adds(to, "&gt;");
		else if (c == '"')
			text_adds(to, "&quot;");
		else if (c == '\'')
			text_adds(to, "&#39;");
		else if (c == '\n' && lines)
			text_adds(to, "<br/>\n");
		else
			text_add(to, s, len);
	}
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
