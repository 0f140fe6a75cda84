/* SPDX-License-Identifier: ISC */
#include "tongue.h"

#include <stdbool.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* Below it all letters are Latin. */
enum { LATIN_END = 0x370 };

static const struct script {
	const char *name, *language;
} scripts[] = {
	{ "Arabic", "und-Arab" }, { "Hebrew", "he" }, { "Cyrillic", "und-Cyrl" },
	{ "Greek", "el" }, { "Han", "zh" }, { "Hangul", "ko" }, { "Hiragana", "ja" },
	{ "Katakana", "ja" }, { "Thai", "th" }, { "Armenian", "hy" }, { "Georgian", "ka" },
	{ "Ethiopic", "und-Ethi" }, { "Devanagari", "und-Deva" }, { "Bengali", "und-Beng" },
	{ "Tamil", "ta" }, { "Sinhala", "si" }, { "Khmer", "km" }, { "Lao", "lo" },
	{ "Myanmar", "und-Mymr" }, { "Gujarati", "gu" }, { "Gurmukhi", "pa" },
	{ "Tibetan", "und-Tibt" }, { "Syriac", "und-Syrc" }, { "Thaana", "dv" },
	{ "Tifinagh", "und-Tfng" }, { "Latin", NULL },
};
enum { NSCRIPTS = sizeof scripts / sizeof *scripts, LATIN = NSCRIPTS - 1 };

/* The script of a letter; NULL of what is none. */
static const struct script *
script_of(ucs4_t c)
{
	const uc_script_t *script;

	if (c < 0x80)
		return (c | 32) >= 'a' && (c | 32) <= 'z' ? &scripts[LATIN] : NULL;
	if (!uc_is_property_alphabetic(c))
		return NULL;
	if (c < LATIN_END)
		return &scripts[LATIN];
	script = uc_script(c);
	if (script == NULL || strcmp(script->name, "Common") == 0 ||
	    strcmp(script->name, "Inherited") == 0)
		return NULL;
	for (size_t i = 0; i < LATIN; i++)
		if (strcmp(scripts[i].name, script->name) == 0)
			return &scripts[i];
	return &scripts[LATIN];
}

/* Japanese is written in Chinese characters and its own. */
static bool
together(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && (strcmp(a, b) == 0 ||
	    (strcmp(a, "zh") == 0 && strcmp(b, "ja") == 0) ||
	    (strcmp(a, "ja") == 0 && strcmp(b, "zh") == 0)));
}

struct tongue
tongue_first(const char *s)
{
	const uint8_t *from = (const uint8_t *)s, *at = from, *next;
	struct tongue t = { 0 };
	const struct script *script;
	bool begun = false;
	ucs4_t c;

	for (; (next = u8_next(&c, at)) != NULL; at = next) {
		if ((script = script_of(c)) == NULL)
			continue;
		if (begun && !together(t.language, script->language))
			return t;
		if (!begun && script->language != NULL && at != from)
			return (struct tongue){ NULL, (size_t)(at - from) };
		if (!begun || (script->language != NULL && strcmp(script->language, "ja") == 0))
			t.language = script->language;
		begun = true;
		t.n = (size_t)(next - from);
	}
	if (t.language == NULL)
		t.n = (size_t)(at - from);
	return t;
}

const char *
tongue_of(const char *s)
{
	const uint8_t *at = (const uint8_t *)s;
	const char *language = NULL;
	const struct script *script;
	bool begun = false;
	ucs4_t c;

	while ((at = u8_next(&c, at)) != NULL) {
		if ((script = script_of(c)) == NULL)
			continue;
		if (script->language == NULL || (begun && !together(language, script->language)))
			return NULL;
		if (!begun || strcmp(script->language, "ja") == 0)
			language = script->language;
		begun = true;
	}
	return language;
}
