#include "label.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *english, *dutch;
} labels[] = {
	{ "Client", "Cliënt" },
	{ "Phase", "Fase" },
};

const char *
label(enum lang lang, const char *english)
{
	size_t i;

	if (lang == LANG_NL)
		for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
			if (strcmp(labels[i].english, english) == 0)
				return labels[i].dutch;
	return english;
}

bool
lang_parse(const char *word, enum lang *lang)
{
	*lang = strcmp(word, "en") == 0 ? LANG_EN : LANG_NL;
	return strcmp(word, "en") == 0 || strcmp(word, "nl") == 0;
}
