/* SPDX-License-Identifier: ISC */
/*
 * Prints the schema as the part of fasen-dossier(5) that lists kinds and fields; tests/pages.t
 * holds the page to it.
 */
#include <stdio.h>
#include <string.h>

#include "schema.h"

static const char *
type_of(const struct schema_field *f)
{
	switch (f->type) {
	case FIELD_DATE:
		return "date";
	case FIELD_NUMBER:
		return "number";
	case FIELD_CODE:
		return "code";
	case FIELD_ID:
		return "id";
	case FIELD_WORD:
		return "code or name";
	case FIELD_TEXT:
		break;
	}
	return "text";
}

static const char *const refers[] = {
	"", "a domain of the model", "a kind of strength of the model", "a phase of the model",
	"a scale of the model", "a reason of the model", "a goal of the dossier",
	"an action of the dossier"
};

static void
field(const struct schema_field *f)
{
	printf(".It Va %s%s Pq %s%s%s%s\n", strcmp(f->name, "Op") == 0 ? "\\&" : "", f->name,
	    type_of(f), f->flags & FIELD_REQUIRED ? ", required" : "",
	    f->flags & FIELD_REPEATS ? ", may repeat" : "", f->flags & FIELD_KEY ? ", the key" :
	    "");
	printf("%c%s", f->help[0] >= 'a' && f->help[0] <= 'z' ? f->help[0] - 'a' + 'A' : f->help[0],
	    f->help + 1);
	if (f->codes != NULL)
		printf(":\n.Li %s", f->codes);
	else if (f->ref != REF_NONE)
		printf(": %s", refers[f->ref]);
	else if (f->min != f->max)
		printf(", %ld to %ld", f->min, f->max);
	printf("%s\n", f->codes != NULL ? " ." : ".");
}

int
main(void)
{
	const struct schema_kind *k;
	const struct schema_field *f;

	printf(".Ss All kinds\n.Bl -tag -width 4n\n");
	for (f = schema_common_fields; f->name != NULL; f++)
		field(f);
	printf(".El\n");
	for (k = schema_kinds; k->name != NULL; k++) {
		printf(".Ss %s\n%c%s%s%s.\n.Bl -tag -width 4n\n", k->name, k->help[0] - 'a' + 'A',
		    k->help + 1, k->amends ? "; later records amend it" : "",
		    k->needs_op ? ".\n.Va \\&Op\nis required" : "");
		for (f = k->fields; f->name != NULL; f++)
			field(f);
		printf(".El\n");
	}
	return 0;
}
