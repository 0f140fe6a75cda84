/* SPDX-License-Identifier: ISC */
#include "consent.h"

#include <stdlib.h>
#include <string.h>

#include "arrangement.h"
#include "schema.h"
#include "text.h"
#include "utf8.h"

enum { INITIALS = 2 };	/* letters; a first name has more */

/*
 * How the client is called, folded as the names of doubles are: wholly, by name, and as people are
 * likely to write it; "" = not, NULL = not asked yet.
 */
struct names {
	char *full, *called, *first, *called_whole;
};

/* The first name, and what comes with it: "Vries, Lisa de" begins with the other. */
static void
part_name(const char *name, struct text *first, struct text *rest)
{
	const char *comma = strchr(name, ','), *given = comma == NULL ? name : comma + 1;
	size_t n;

	given += strspn(given, " ");
	n = strcspn(given, " ");
	text_add(first, given, n);
	text_adds(rest, given + n);
	text_addc(rest, ' ');
	text_add(rest, name, comma == NULL ? 0 : (size_t)(comma - name));
}

static void
take_names(const struct fold *s, struct names *names)
{
	const char *name = entry_text(s->client, CLIENT_NAAM);
	const char *called = entry_text(s->client, CLIENT_ROEPNAAM);
	struct text first = { 0 }, rest = { 0 }, whole = { 0 };

	part_name(name, &first, &rest);
	text_addf(&whole, "%s %s", called, text_string(&rest));
	names->full = utf8_fold_name(name);
	names->called = utf8_fold_name(called);
	names->first = utf8_fold_name(text_string(&first));
	names->called_whole = utf8_fold_name(called[0] == '\0' ? "" : text_string(&whole));
	text_release(&first);
	text_release(&rest);
	text_release(&whole);
}

static bool
is_named(const char *folded, const char *name)
{
	char *other = utf8_fold_name(name);
	bool same = strcmp(folded, other) == 0;

	free(other);
	return same;
}

/* By another name than "client" the client's word would count as somebody else's. */
static void
check_who(const struct fold *s, struct names *names, const struct record *r, enum slot slot,
    struct problems *problems)
{
	const struct field *f = record_at(r, slot);
	char *who;

	if (f == NULL || f->is.code != FIELD_UNTYPED)
		return;
	if (names->full == NULL)
		take_names(s, names);
	who = utf8_fold_name(f->value);
	if (who[0] == '\0')
		;
	else if (strcmp(who, names->full) == 0 || strcmp(who, names->called) == 0)
		problems_add(problems,
		    dossier_appended(s->dossier, r) ? PROBLEM_ERROR : PROBLEM_WARNING, "own-name",
		    s->dossier->file, f->line, f->name,
		    _("the client's own name, which counts as somebody else's; expected client"));
	else if (strcmp(who, names->called_whole) == 0 ||
	    (strlen(who) > INITIALS && strcmp(who, names->first) == 0))
		problems_add(problems, PROBLEM_WARNING, "own-name", s->dossier->file, f->line,
		    f->name, _("likely the client's own name, which counts as somebody else's; "
		    "expected client, if so"));
	else if (r->kind == KIND_AKKOORD && is_named(who, entry_text(s->client,
	    CLIENT_VERTEGENWOORDIGER)))
		problems_add(problems, PROBLEM_WARNING, "own-name", s->dossier->file, f->line,
		    f->name, _("the name of the representative, which counts as somebody else's; "
		    "expected vertegenwoordiger"));
	free(who);
}

/* Whether what the record ends stood when the records above it in the file were all there were. */
static bool
stood(const struct fold *s, const struct entry *e, const char *text)
{
	const struct arrangement_key k = arrangement_key(e);
	struct dossier above = *s->dossier;
	struct fold then = { 0 };
	bool there;

	above.n = (size_t)(e->first - s->dossier->records);
	there = fold_day(&then, &above, s->model, e->op, DATE_LAST) &&
	    arrangement_there(&then, &k, text, e->op);
	fold_release(&then);
	return there;
}

static void
check_ended(const struct fold *s, const struct entry *e, struct problems *problems)
{
	for (const struct field *f = entry_at(e, AKKOORD_VERVALT); f != NULL; f = field_next(f)) {
		bool said = arrangement_said(s, e, f->value);

		if (said && (!dossier_appended(s->dossier, e->first) || stood(s, e, f->value)))
			continue;
		problems_add(problems, PROBLEM_ERROR, "ends-nothing", s->dossier->file, f->line,
		    f->name, said ?
		    _("the Afspraak in these words does not stand any more; "
		    "expected one that stands") :
		    _("no Afspraak in these words, of the same Wie, Waarop and Met; "
		    "expected one that stands"));
	}
}

void
consent_check(const struct fold *s, size_t from, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	struct names names = { 0 };

	for (size_t i = from; i < d->n; i++)
		if (fold_taken(s, &d->records[i]))
			continue;
		else if (d->records[i].kind == KIND_AKKOORD)
			check_who(s, &names, &d->records[i], AKKOORD_WIE, problems);
		else if (d->records[i].kind == KIND_WERKPUNT)
			check_who(s, &names, &d->records[i], WERKPUNT_WIE, problems);
	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next)
		if (e->first >= &d->records[from])
			check_ended(s, e, problems);
	free(names.full);
	free(names.called);
	free(names.first);
	free(names.called_whole);
}
