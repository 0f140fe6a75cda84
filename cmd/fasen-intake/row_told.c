/* SPDX-License-Identifier: ISC */
#include "row_told.h"

#include <string.h>

#include "row_compare.h"

/* Whether it says something: the key only says of what. */
static bool
says(const struct draft *d, const struct draft_field *f)
{
	const struct schema_field *key = d->spec == NULL ? NULL : schema_key(d->spec);

	return compare_tells(f->slot) && (key == NULL || f->slot != key->slot);
}

/* A row of one that was taken over changes nothing that another row can say. */
static bool
only_fills(const struct row_apply *p, const struct draft *d)
{
	return p->taken_over && row_apply_fills(d->kind);
}

void
row_told_note(struct row_apply *p, const struct dossier *d, const struct draft *draft,
    const char *what, bool whole)
{
	if (p->told == NULL || only_fills(p, draft))
		return;
	if (whole)
		told_note(p->told, d->id, what, "");
	for (size_t i = 0; i < draft->n && !whole; i++)
		if (says(draft, &draft->fields[i]))
			told_note(p->told, d->id, what, draft->fields[i].name);
}

static void
contradicts(struct row_apply *p, const struct draft *draft, const char *field,
    const char *file, size_t line)
{
	struct text why = { 0 };

	if (strcmp(file, p->reader->file) == 0)
		text_addf(&why,
		    _("an earlier row of this client, on line %zu, says otherwise; expected the "
		    "same in each"), line);
	else
		text_addf(&why,
		    _("an earlier row of this client, on line %zu of %s, says otherwise; expected "
		    "the same in each"), line, file);
	row_problem(p->reader, p->rows, p->row, draft, PROBLEM_ERROR, "again", field,
	    text_string(&why));
	text_release(&why);
}

bool
row_told_agrees(struct row_apply *p, const struct dossier *d, const struct draft *draft,
    const char *what, bool whole, const struct entry *there)
{
	const char *file;
	size_t line;
	bool good = true;

	if (p->told == NULL || only_fills(p, draft))
		return true;
	if (whole && told_before(p->told, d->id, what, "", &file, &line)) {
		contradicts(p, draft, "", file, line);
		return false;
	}
	for (size_t i = 0; i < draft->n && !whole; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (says(draft, f) && (there == NULL ||
		    !compare_field(there, draft, f->slot, f->name)) &&
		    told_before(p->told, d->id, what, f->name, &file, &line)) {
			contradicts(p, draft, f->name, file, line);
			good = false;
		}
	}
	return good;
}
