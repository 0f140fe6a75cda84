/* SPDX-License-Identifier: ISC */
#include "unmet.h"

#include "message.h"

int
unmet_say(const struct attribute *a, const struct attribute_sight *sight, const char *option)
{
	struct text why = { 0 };
	bool unmet = attribute_unmet(a, sight, &why);
	struct problem warning = { .severity = PROBLEM_WARNING, .field = (char *)a->name };

	warning.text = (char *)text_string(&why);
	if (unmet && a->row != NULL)
		message_problem(&warning);
	else if (unmet && option != NULL)
		message("%s: %s", option, text_string(&why));
	else if (unmet)
		message("%s", text_string(&why));
	text_release(&why);
	return unmet && a->row == NULL ? 2 : 0;
}
