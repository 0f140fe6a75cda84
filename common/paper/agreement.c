#include "agreement.h"

#include <string.h>

#include "arrangement.h"
#include "entry_table.h"
#include "person.h"

/*
 * The latest akkoord by Wie and on Waarop in the current trajectory, whatever its Met and whether
 * ja or nee; or NULL.
 */
static const struct entry *
latest_word(const struct fold *s, int wie, const char *waarop)
{
	const struct entry *e, *latest = NULL;

	for (e = s->first[KIND_AKKOORD]; e != NULL; e = e->next)
		if (e->trajectory + 1 == s->ntrajectories && entry_code(e, AKKOORD_WIE) == wie &&
		    strcmp(entry_text(e, AKKOORD_WAAROP), waarop) == 0)
			latest = e;
	return latest;
}

static bool
yes(const struct entry *e)
{
	return e != NULL && entry_code(e, AKKOORD_AKKOORD) == AKKOORD_JA;
}

/* Whether the akkoord is on it and still holds, in the current trajectory. */
static bool
holds_on(const struct fold *s, const struct entry *e, const char *waarop)
{
	return !e->superseded && e->trajectory + 1 == s->ntrajectories &&
	    strcmp(entry_text(e, AKKOORD_WAAROP), waarop) == 0;
}

/* What stands on it of everybody, save what was written already. */
static void
write_expectations(struct document *d, const struct fold *s, const char *waarop,
    struct entry_table *written)
{
	const struct field *f;

	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		if (strcmp(entry_text(e, AKKOORD_WAAROP), waarop) != 0)
			continue;
		for (f = entry_at(e, AKKOORD_AFSPRAAK); f != NULL; f = field_next(f)) {
			size_t n;
			const char *text = arrangement_text(f->value, &n);
			void **at;

			if (!arrangement_stands(s, e, text, s->at))
				continue;
			at = entry_table_at(written, 0, text, n);
			if (*at == NULL)
				document_item(d, f->value);
			*at = written;
		}
	}
}

static void
write_decisions(struct document *d, const struct fold *s, const char *waarop)
{
	enum lang lang = document_lang(d);
	char day[DATE_SIZE];
	struct text who = { 0 }, what = { 0 };

	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		if (!holds_on(s, e, waarop))
			continue;
		text_clear(&who);
		text_clear(&what);
		text_adds(&who, person_who(d, s, entry_text(e, AKKOORD_WIE)));
		text_addf(&what, "%s %s", label(lang, yes(e) ? "agreed on" : "did not agree on"),
		    date_format(e->op, day));
		if (*entry_text(e, AKKOORD_MET) != '\0')
			text_addf(&what, " (%s)", entry_text(e, AKKOORD_MET));
		if (entry_day(e, AKKOORD_TOT) != DATE_NONE)
			text_addf(&what, ", %s %s", label(lang, "until"),
			    date_format(entry_day(e, AKKOORD_TOT), day));
		if (*entry_text(e, AKKOORD_OPMERKING) != '\0' &&
		    entry_code(e, AKKOORD_WIE) != AKKOORD_WIE_CLIENT)
			text_addf(&what, "\n%s", entry_text(e, AKKOORD_OPMERKING));
		document_pair(d, text_string(&who), text_string(&what));
	}
	text_release(&who);
	text_release(&what);
}

static void
write_line(struct document *d, const struct fold *s, int wie, const char *who, const char *name,
    const char *waarop, date changed)
{
	enum lang lang = document_lang(d);
	const struct entry *e = latest_word(s, wie, waarop);
	struct text agreed = { 0 };
	char day[DATE_SIZE];

	if (yes(e) && e->op >= changed)
		text_addf(&agreed, "%s %s", label(lang, "agreed on"), date_format(e->op, day));
	document_sign(d, who, name, text_string(&agreed));
	text_release(&agreed);
}

void
agreement_view(struct document *d, const struct fold *s, const char *waarop, date changed)
{
	enum lang lang = document_lang(d);
	const struct entry *client = latest_word(s, AKKOORD_WIE_CLIENT, waarop);
	const char *speaks = entry_text(s->client, CLIENT_VERTEGENWOORDIGER);
	struct entry_table written = { 0 };
	char day[DATE_SIZE];

	document_keep(d);
	document_heading(d, 2, label(lang, "Agreement"));
	/*
	 * What each may expect of the other was first agreed at the intake and holds for the plan
	 * too.
	 */
	if (strcmp(waarop, WAAROP_words[WAAROP_PLAN]) == 0)
		write_expectations(d, s, WAAROP_words[WAAROP_INTAKE], &written);
	write_expectations(d, s, waarop, &written);
	entry_table_release(&written);
	write_decisions(d, s, waarop);
	if (client != NULL && *entry_text(client, AKKOORD_OPMERKING) != '\0') {
		document_heading(d, 3, label(lang, "The client's remark"));
		document_quote(d, entry_text(client, AKKOORD_OPMERKING));
	}
	if (client == NULL)
		document_paragraph(d, label(lang, "The client has not agreed yet."));
	else if (changed > client->op) {
		struct text note = { 0 };

		text_addf(&note, "%s %s.",
		    label(lang, yes(client) ?
		    "Sign again: it has changed since that agreement, last on" :
		    "It has changed since the client did not agree, last on"),
		    date_format(changed, day));
		document_paragraph(d, text_string(&note));
		text_release(&note);
	}
	write_line(d, s, AKKOORD_WIE_CLIENT, label(lang, "Client"), person_full_name(s), waarop,
	    changed);
	if (*speaks != '\0' || latest_word(s, AKKOORD_WIE_VERTEGENWOORDIGER, waarop) != NULL)
		write_line(d, s, AKKOORD_WIE_VERTEGENWOORDIGER, label(lang, "Representative"),
		    speaks, waarop, changed);
	write_line(d, s, AKKOORD_WIE_BEGELEIDER, label(lang, "Support worker"),
	    entry_text(s->client, CLIENT_BEGELEIDER), waarop, changed);
	document_keep_end(d);
}
