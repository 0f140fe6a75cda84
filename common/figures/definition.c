#include "definition.h"

#include <string.h>

#define DEFINITION(view, name, nl, en, meaning_nl, meaning_en) \
	{ view, name, { nl, en }, { meaning_nl, meaning_en } },
const struct definition definitions[] = {
#include "definitions.def"
	{ NULL, NULL, { NULL, NULL }, { NULL, NULL } }
};

const struct definition *
definition_find(const char *view, const char *name)
{
	const struct definition *d;

	for (d = definitions; d->view != NULL; d++)
		if ((strcmp(d->view, view) == 0 || d->view[0] == '\0') &&
		    strcmp(d->name, name) == 0)
			return d;
	return NULL;
}
