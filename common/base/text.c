/* SPDX-License-Identifier: ISC */
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { LEAST = 63 };

static void
grow(struct text *text, size_t more)
{
	if (more >= (size_t)-1 - text->len)
		alloc_none();
	if (more < LEAST && text->cap == 0)	/* else a text of words grows five times */
		more = LEAST;
	text->at = alloc_room(text->at, &text->cap, text->len + more + 1, 1);
}

static inline void
reserve(struct text *text, size_t more)
{
	if (text->cap - text->len <= more)
		grow(text, more);
}

void
text_add(struct text *text, const void *bytes, size_t n)
{
	if (n == 0)
		return;
	reserve(text, n);
	memcpy(text->at + text->len, bytes, n);
	text->len += n;
	text->at[text->len] = '\0';
}

char *
text_room(struct text *text, size_t n)
{
	reserve(text, n);
	text->at[text->len] = '\0';	/* also when nothing is written there */
	return text->at + text->len;
}

void
text_took(struct text *text, size_t n)
{
	text->len += n;
	text->at[text->len] = '\0';
}

void
text_adds(struct text *text, const char *s)
{
	text_add(text, s, strlen(s));
}

void
text_addc(struct text *text, char c)
{
	reserve(text, 1);
	text->at[text->len++] = c;
	text->at[text->len] = '\0';
}

/* As "%ld" has it: tables are full of them. */
void
text_addn(struct text *text, long number)
{
	char digits[3 * sizeof number], *s = digits + sizeof digits;
	unsigned long left = number < 0 ? 0UL - (unsigned long)number : (unsigned long)number;

	do
		*--s = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (number < 0)
		*--s = '-';
	text_add(text, s, (size_t)(digits + sizeof digits - s));
}

void
text_addf(struct text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_addv(text, format, args);
	va_end(args);
}

void
text_addv(struct text *text, const char *format, va_list args)
{
	enum { USUAL = 160 };
	va_list again;
	int n;

	reserve(text, USUAL);
	va_copy(again, args);
	n = vsnprintf(text->at + text->len, text->cap - text->len, format, again);
	va_end(again);
	if (n < 0)
		n = 0;
	if ((size_t)n >= text->cap - text->len) {
		reserve(text, (size_t)n);
		vsnprintf(text->at + text->len, (size_t)n + 1, format, args);
	}
	text->len += (size_t)n;
	text->at[text->len] = '\0';
}

void
text_cut(struct text *text, size_t len)
{
	if (len >= text->len)
		return;
	text->len = len;
	text->at[len] = '\0';
}

const char *
text_string(const struct text *text)
{
	return text->len != 0 ? text->at : "";
}

char *
text_take(struct text *text)
{
	char *s = text->at != NULL ? text->at : alloc_copy("");

	*text = (struct text){ 0 };
	return s;
}

void
text_clear(struct text *text)
{
	text_cut(text, 0);
}

void
text_release(struct text *text)
{
	free(text->at);
	*text = (struct text){ 0 };
}
