#include "hyphen.h"

#include <string.h>

static bool
vowel(char c)
{
	return c != '\0' && strchr("aeiouy", c) != NULL;
}

static bool
consonant(char c)
{
	return c >= 'a' && c <= 'z' && !vowel(c);
}

static bool
at(const char *letters, size_t n, size_t i, const char *part)
{
	size_t length = strlen(part);

	return i + length <= n && memcmp(letters + i, part, length) == 0;
}

/* "-ing", with "s" or "en" behind it or at the end of the word. */
static bool
ends_ing(const char *s, size_t n, size_t i)
{
	return at(s, n, i, "ing") && (i + 3 == n || s[i + 3] == 's' || s[i + 3] == 'e');
}

void
hyphen_dutch(const char *s, size_t n, bool *before)
{
	static const char *const endings[] = { "heid", "heden", "schap", "lijk", "baar", "zaam",
	    "loos", "teit", "schrij",
		"vaardig", "hulp" };
	static const char *const links[] = { "ings", "heids", "teits" };
	static const char *const beginnings[] = { "ver", "be", "ge", "ont", "her", "uit",
	    "aan", "zelf" };

	memset(before, 0, n * sizeof *before);
	for (size_t i = 2; i + 3 <= n; i++) {
		if (consonant(s[i]) && s[i] == s[i - 1] && vowel(s[i - 2]) && vowel(s[i + 1]))
			before[i] = true;
		for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
			if (at(s, n, i, endings[k]))
				before[i] = true;
		if (vowel(s[i - 1]) && (at(s, n, i, "tie")))
			before[i] = true;
		if (consonant(s[i]) && s[i] != s[i - 1] && ends_ing(s, n, i + 1) &&
		    (vowel(s[i - 1]) || (consonant(s[i - 1]) && strchr("lrh", s[i]) == NULL)))
			before[i] = true;
		for (size_t k = 0; k < sizeof links / sizeof *links; k++) {
			size_t length = strlen(links[k]);

			if (i > length && i + 4 <= n && at(s, n, i - length, links[k]) &&
			    s[i] != 't')
				before[i] = true;
		}
	}
	for (size_t k = 0; k < sizeof beginnings / sizeof *beginnings; k++) {
		size_t length = strlen(beginnings[k]);

		if (length + 3 <= n && at(s, n, 0, beginnings[k]) && consonant(s[length]) &&
		    vowel(s[length + 1]))
			before[length] = true;
	}
}
