/* SPDX-License-Identifier: ISC */
#include "shown.h"

#include <string.h>

enum { DIGITS_MAX = 6 };	/* in a word; more may be a BSN or a telephone number, unless it
				   is a date */

static const char digits[] = "0123456789";

/* Three numbers with the same mark between them, of eight digits at most. */
static bool
like_date(const char *s)
{
	size_t n, all = 0;
	char mark = '\0';
	int i;

	for (i = 0; i < 3; i++) {
		n = strspn(s, digits);
		all += n;
		s += n;
		if (n == 0 || n > 4 || (i < 2 && (*s == '\0' || strchr("-/.", *s) == NULL)) ||
		    (i == 1 && *s != mark))
			return false;
		if (i < 2)
			mark = *s++;
	}
	return *s == '\0' && all <= 8;
}

bool
shown_value(const char *value)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
	size_t n = strlen(value), i, number = 0;

	if (n == 0 || n > SHOWN_MAX)
		return false;
	if (like_date(value))
		return true;
	if (strspn(value, letters) != n)
		return false;
	for (i = 0; i < n; i++)
		number += strchr(digits, value[i]) != NULL;
	return number <= DIGITS_MAX;
}

bool
shown_day(const char *value)
{
	static const char marks[] = "0123456789-/.";

	return shown_value(value) && strchr(digits, value[0]) != NULL &&
	    value[strspn(value, marks)] == '\0';
}

bool
shown_number(const char *value)
{
	const char *s = value + (*value == '-' || *value == '+');
	size_t whole = strspn(s, digits), n = whole;

	if (s[n] == '.' || s[n] == ',')
		n += 1 + strspn(s + n + 1, digits);
	return whole > 0 && n <= DIGITS_MAX && s[n] == '\0';
}

bool
shown_id(const char *value)
{
	return shown_value(value) && strpbrk(value, digits) != NULL;
}

const char *
shown_or_dots(const char *value)
{
	return value[0] == '\0' || shown_value(value) ? value : SHOWN_NOT;
}
