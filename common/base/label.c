#include "label.h"

#include <stddef.h>
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
	label_advance,
	label_show,
	label_form,
	label_report,
	label_workbook,
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
	if (lang == LANG_EN)
		for (const struct label_entry *e = label_codes; e->english != NULL; e++)
			if (strcmp(e->dutch, code) == 0)
				return e->english;
	return code;
}

bool
lang_parse(const char *word, enum lang *lang)
{
	*lang = strcmp(word, "en") == 0 ? LANG_EN : LANG_NL;
	return strcmp(word, "en") == 0 || strcmp(word, "nl") == 0;
}
