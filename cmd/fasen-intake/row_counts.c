/* SPDX-License-Identifier: ISC */
#include "row_counts.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "message.h"
#include "text.h"

static void
count(struct row_reason **at, size_t *n, size_t *cap, const char *code)
{
	size_t i;

	for (i = 0; i < *n && strcmp((*at)[i].code, code) != 0; i++)
		;
	if (i == *n) {
		*at = alloc_room(*at, cap, *n + 1, sizeof **at);
		(*at)[(*n)++] = (struct row_reason){ code, 0 };
	}
	(*at)[i].n++;
}

void
row_counts_reject(struct row_counts *c, const struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++)
		if (problems->at[i].severity == PROBLEM_ERROR) {
			count(&c->rejected, &c->nrejected, &c->rejected_cap, problems->at[i].code);
			return;
		}
}

void
row_counts_warn(struct row_counts *c, const struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++)
		if (problems->at[i].severity == PROBLEM_WARNING)
			count(&c->warned, &c->nwarned, &c->warned_cap, problems->at[i].code);
}

static size_t
rejected(const struct row_counts *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->nrejected; i++)
		n += c->rejected[i].n;
	return n;
}

static size_t
undone(const struct row_counts *c)
{
	return c->rows - c->registered - c->updated - c->known - rejected(c);
}

void
row_counts_say(const struct row_counts *c)
{
	for (size_t i = 0; i < c->nwarned; i++)
		message(_("warned, %s: %zu"), c->warned[i].code, c->warned[i].n);
	for (size_t i = 0; i < c->nrejected; i++)
		message(_("rejected, %s: %zu"), c->rejected[i].code, c->rejected[i].n);
	if (undone(c) > 0)
		message(_("not done: %zu"), undone(c));
	message(ngettext("%zu row: %zu registered, %zu updated, %zu known and left as they are, "
	    "%zu rejected", "%zu rows: %zu registered, %zu updated, %zu known and left as they "
	    "are, %zu rejected", c->rows), c->rows, c->registered, c->updated, c->known,
	    rejected(c));
}

bool
row_counts_write(const struct row_counts *c, struct save *save, struct problems *problems)
{
	struct text t = { 0 };
	bool good;

	text_addf(&t, "uitkomst\treden\taantal\ngelezen\t\t%zu\naangemeld\t\t%zu\n"
	    "bijgewerkt\t\t%zu\nbekend\t\t%zu\nniet_gedaan\t\t%zu\n",
	    c->rows, c->registered, c->updated, c->known, undone(c));
	for (size_t i = 0; i < c->nrejected; i++)
		text_addf(&t, "afgekeurd\t%s\t%zu\n", c->rejected[i].code, c->rejected[i].n);
	for (size_t i = 0; i < c->nwarned; i++)
		text_addf(&t, "gewaarschuwd\t%s\t%zu\n", c->warned[i].code, c->warned[i].n);
	good = save_write(save, t.at, t.len, problems);
	good = save_commit(save, problems) && good;
	text_release(&t);
	return good;
}

void
row_counts_release(struct row_counts *c)
{
	free(c->rejected);
	free(c->warned);
}
