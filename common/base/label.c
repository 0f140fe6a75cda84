/* SPDX-License-Identifier: ISC */
#include "label.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "label_table.h"

static const struct label_entry label_shared[] = {
	{ "Client", "Cliënt" },
	{ "Phase", "Fase" },
	{ NULL, NULL }
};

static const struct label_entry *const tables[] = {
	label_shared,
	label_plan,
	label_show,
	label_form,
	label_report,
};

const char *
label(enum lang lang, const char *english)
{
	if (lang == LANG_NL)
		for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
			for (const struct label_entry *e = tables[i]; e->english != NULL; e++)
				if (strcmp(e->english, english) == 0)
					return e->dutch;
	return english;
}

const char *
label_code(enum lang lang, const char *code)
{
	/* By themselves they would not say of what. */
	if (lang == LANG_NL && strcmp(code, "deels") == 0)
		return label(lang, "partly attained");
	if (lang == LANG_NL && strcmp(code, "open") == 0)
		return label(lang, "not begun yet");
	if (lang == LANG_EN)
		for (const struct label_entry *e = label_codes; e->english != NULL; e++)
			if (strcmp(e->dutch, code) == 0)
				return e->english;
	return code;
}

const char *
label_plain(enum lang lang, const char *code)
{
	const char *english = label_code(LANG_EN, code), *plain = label(lang, english);

	return lang == LANG_EN || strcmp(plain, english) == 0 ? label_code(lang, code) : plain;
}

void
label_say(struct text *to, enum lang lang, bool formal, const char *english)
{
	for (const char *s = label(lang, english), *bar, *end; *s != '\0'; s = end + 1) {
		size_t n = strcspn(s, "{");

		text_add(to, s, n);
		if (s[n] == '\0')
			return;
		s += n + 1;
		bar = strchr(s, '|');
		end = strchr(s, '}');
		if (formal)
			text_add(to, s, (size_t)(bar - s));
		else
			text_add(to, bar + 1, (size_t)(end - bar) - 1);
	}
}

char *
label_date(enum lang lang, date day, char to[LABEL_DATE_SIZE])
{
	static const char *const months[][12] = {
		[LANG_NL] = { "januari", "februari", "maart", "april", "mei", "juni",
		    "juli", "augustus", "september", "oktober", "november", "december" },
		[LANG_EN] = { "January", "February", "March", "April", "May", "June",
		    "July", "August", "September", "October", "November", "December" }
	};
	int year, month, dom;

	to[0] = '\0';
	if (day == DATE_NONE)
		return to;
	date_split(day, &year, &month, &dom);
	snprintf(to, LABEL_DATE_SIZE, "%d\xC2\xA0%s\xC2\xA0%d", dom, months[lang][month - 1], year);
	return to;
}

bool
lang_parse(const char *word, enum lang *lang)
{
	*lang = strcmp(word, "en") == 0 ? LANG_EN : LANG_NL;
	return strcmp(word, "en") == 0 || strcmp(word, "nl") == 0;
}
