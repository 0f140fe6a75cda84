#include "html.h"

#include <unistr.h>

#include <string.h>

/* What neither XML 1.0 (2.2) nor HTML takes as text, and what turns the direction of the text around it. */
static bool
forbidden(ucs4_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) ||
	    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xFDD0 && c <= 0xFDEF);
}

static void
add(struct text *to, const char *s, bool lines)
{
	size_t n = strlen(s), len;

	for (; n != 0; s += len, n -= len) {
		ucs4_t c;
		int got = u8_mbtoucr(&c, (const uint8_t *)s, n);

		len = got > 0 ? (size_t)got : 1;
		if (got <= 0 || forbidden(c))
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
