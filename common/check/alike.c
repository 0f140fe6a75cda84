/* SPDX-License-Identifier: ISC */
#include "alike.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "text.h"
#include "utf8.h"

/* An entry with its names folded: what is equal so is likely one. */
struct named {
	char *names;
	const struct entry *entry;
};

static void
add_folded(struct text *to, const char *name)
{
	char *folded = utf8_fold(name);

	text_adds(to, folded);
	text_addc(to, '\n');
	free(folded);
}

/*
 * An akkoord by a code, with nobody, has no name to be written otherwise; of those of one word the
 * latest is enough.
 */
static bool
has_name(const struct entry *e)
{
	return e->kind != KIND_AKKOORD || (!e->superseded &&
	    (entry_at(e, AKKOORD_MET) != NULL || entry_code(e, AKKOORD_WIE) == FIELD_UNTYPED));
}

static char *
names_of(const struct entry *e)
{
	struct text t = { 0 };

	if (e->kind != KIND_AKKOORD)
		add_folded(&t, e->key);
	else {
		text_addf(&t, "%s\n", entry_text(e, AKKOORD_WAAROP));
		add_folded(&t, entry_text(e, AKKOORD_WIE));
		add_folded(&t, entry_text(e, AKKOORD_MET));
	}
	return text_take(&t);
}

static int
by_names_then_line(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int c = strcmp(x->names, y->names);

	return c != 0 ? c : x->entry->first < y->entry->first ? -1 : 1;
}

/* Whether one of that kind stands in the records from that one on: of no other is anything said. */
static bool
any_from(const struct fold *s, enum kind kind, const struct record *from)
{
	const struct entry *e = s->first[kind];

	while (e != NULL && e->first < from)
		e = e->next;
	return e != NULL;
}

/* The field in which the two, folded equal, differ. */
static const struct field *
other_name(const struct entry *e, const struct entry *than)
{
	if (e->kind != KIND_AKKOORD)
		return record_at(e->first, schema_key(e->spec)->slot);
	if (strcmp(entry_text(e, AKKOORD_MET), entry_text(than, AKKOORD_MET)) != 0 &&
	    entry_at(e, AKKOORD_MET) != NULL)
		return entry_at(e, AKKOORD_MET);
	return entry_at(e, AKKOORD_WIE);
}

static void
check_kind(const struct fold *s, enum kind kind, const struct record *from,
    struct problems *problems)
{
	struct named *all = NULL;
	size_t n = 0, cap = 0;

	if (!any_from(s, kind, from))
		return;
	for (const struct entry *e = s->first[kind]; e != NULL; e = e->next)
		if (has_name(e)) {
			all = alloc_room(all, &cap, n + 1, sizeof *all);
			all[n++] = (struct named){ names_of(e), e };
		}
	if (n > 0)
		qsort(all, n, sizeof *all, by_names_then_line);
	for (size_t i = 1; i < n; i++) {
		const struct entry *e = all[i].entry, *than = all[i - 1].entry;
		const struct field *f = other_name(e, than);

		if (strcmp(all[i].names, all[i - 1].names) == 0 && e->first >= from && f != NULL)
			problems_add(problems, PROBLEM_WARNING, "alike", s->dossier->file, f->line,
			    f->name, _("written otherwise than on line %ld, so that each counts "
			    "by itself"), than->first->line);
	}
	for (size_t i = 0; i < n; i++)
		free(all[i].names);
	free(all);
}

void
alike_check(const struct fold *s, size_t from, struct problems *problems)
{
	check_kind(s, KIND_AKKOORD, s->dossier->records + from, problems);
	check_kind(s, KIND_NETWERK, s->dossier->records + from, problems);
	for (enum kind k = KIND_OWN; k <= KIND_OWN_LAST; k++)
		if (schema_kinds[k].name != NULL && schema_key(&schema_kinds[k]) != NULL)
			check_kind(s, k, s->dossier->records + from, problems);
}
