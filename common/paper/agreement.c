/* SPDX-License-Identifier: ISC */
#include "agreement.h"

#include <stdint.h>
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
		if (fold_current(s, e) && entry_code(e, AKKOORD_WIE) == wie &&
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
	return !e->superseded && fold_current(s, e) &&
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
			if (*at != NULL)
				continue;
			*at = written;
			if (written->n == 1) {
				document_keep_end(d);
				document_keep(d);
				document_heading(d, 2, label(document_lang(d), "What we agreed"));
			}
			document_item(d, document_own(d, f->value));
		}
	}
}

/* Adds "agreed on 9 April 2024 (the school), until 1 June 2025". */
static void
add_decision(struct text *to, struct document *d, const struct entry *e)
{
	enum lang lang = document_lang(d);
	char day[LABEL_DATE_SIZE];

	text_addf(to, "%s %s", label(lang, yes(e) ? "agreed on" : "did not agree on"),
	    label_date(lang, e->op, day));
	if (*entry_text(e, AKKOORD_MET) != '\0')
		text_addf(to, " (%s)", entry_text(e, AKKOORD_MET));
	if (entry_day(e, AKKOORD_TOT) != DATE_NONE)
		text_addf(to, ", %s %s", label(lang, "until"),
		    label_date(lang, entry_day(e, AKKOORD_TOT), day));
	if (*entry_text(e, AKKOORD_OPMERKING) != '\0')
		text_addf(to, "\n\xE2\x80\x9C%s\xE2\x80\x9D",
		    document_own(d, entry_text(e, AKKOORD_OPMERKING)));
}

/* Whether a yes says no more than will stand at the line to sign on. */
static bool
on_line(const struct fold *s, const struct entry *e, const char *waarop, date changed)
{
	int wie = entry_code(e, AKKOORD_WIE);

	return !fold_closed(s) && yes(e) && e->op >= changed &&
	    *entry_text(e, AKKOORD_MET) == '\0' && entry_day(e, AKKOORD_TOT) == DATE_NONE &&
	    *entry_text(e, AKKOORD_OPMERKING) == '\0' && (wie == AKKOORD_WIE_CLIENT ||
	    wie == AKKOORD_WIE_VERTEGENWOORDIGER || wie == AKKOORD_WIE_BEGELEIDER) &&
	    latest_word(s, wie, waarop) == e;
}

static void
write_decisions(struct document *d, const struct fold *s, const char *waarop, date changed)
{
	struct text what = { 0 };

	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		if (!holds_on(s, e, waarop) || on_line(s, e, waarop, changed))
			continue;
		text_clear(&what);
		add_decision(&what, d, e);
		document_pair(d, person_who(d, s, entry_text(e, AKKOORD_WIE)), text_string(&what));
	}
	text_release(&what);
}

/* Where the client's word on it stands: not there yet, or of before it changed. */
static void
write_status(struct document *d, const struct fold *s, bool plan, date changed)
{
	enum lang lang = document_lang(d);
	const struct entry *client = latest_word(s, AKKOORD_WIE_CLIENT,
	    WAAROP_words[plan ? WAAROP_PLAN : WAAROP_PERSOONSBESCHRIJVING]);
	struct text t = { 0 };
	char day[LABEL_DATE_SIZE];

	if (client == NULL && fold_closed(s))
		person_say(d, s, plan ? "You did not sign this plan." :
		    "You did not sign this description.");
	else if (client == NULL)
		person_say(d, s, plan ? "You have not signed this plan yet." :
		    "You have not signed this description yet.");
	if (client == NULL || changed <= client->op)
		return;
	label_say(&t, lang, s->model->formal, yes(client) ?
	    plan ? "This plan was changed after that, the last time on" :
	    "This description was changed after that, the last time on" :
	    plan ? "You did not agree with this plan. After that it was changed, the last time on" :
	    "You did not agree with this description. After that it was changed, the last time on");
	text_addf(&t, " %s.", label_date(lang, changed, day));
	if (yes(client) && !fold_closed(s)) {
		text_addc(&t, ' ');
		label_say(&t, lang, s->model->formal, "Will you sign again?");
	}
	document_paragraph(d, text_string(&t));
	text_release(&t);
}

/* One sentence on what it means to sign, one on how to object. */
static void
write_meaning(struct document *d, const struct fold *s, bool plan)
{
	enum lang lang = document_lang(d);
	struct text t = { 0 };

	label_say(&t, lang, s->model->formal, plan ?
	    "Signing means: this is my plan, and this is how we do it." :
	    "Signing means: what is written here about me is right.");
	text_addc(&t, ' ');
	label_say(&t, lang, s->model->formal,
	    "Do you not agree? Then do not sign, and tell your support worker; "
	    "you can also complain to");
	text_addf(&t, " %s.", *s->model->organisation != '\0' ? s->model->organisation :
	    label(lang, "the organisation"));
	document_paragraph(d, text_string(&t));
	text_release(&t);
}

static void
write_line(struct document *d, const char *who, const char *name, const struct entry *e,
    date changed)
{
	enum lang lang = document_lang(d);
	struct text agreed = { 0 };
	char day[LABEL_DATE_SIZE];

	if (yes(e) && e->op >= changed)
		text_addf(&agreed, "%s %s", label(lang, "agreed on"), label_date(lang, e->op, day));
	document_sign(d, who, name, text_string(&agreed));
	text_release(&agreed);
}

/* Somebody else who had a say. */
static bool
other_word(const struct fold *s, const struct entry *e, const char *waarop)
{
	int wie = entry_code(e, AKKOORD_WIE);

	return holds_on(s, e, waarop) && wie != AKKOORD_WIE_CLIENT &&
	    wie != AKKOORD_WIE_VERTEGENWOORDIGER && wie != AKKOORD_WIE_BEGELEIDER;
}

/* A line for each of them; of one who has had it with several, the last. Whether there is any. */
static bool
write_others(struct document *d, const struct fold *s, const char *waarop, date changed)
{
	struct entry_table last = { 0 };
	const struct entry *e;
	bool any = false;

	for (e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		const char *who = entry_text(e, AKKOORD_WIE);

		if (other_word(s, e, waarop))
			*entry_table_at(&last, 0, who, strlen(who)) = (void *)(uintptr_t)e;
	}
	for (e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		const char *who = entry_text(e, AKKOORD_WIE);

		if (entry_table_find(&last, 0, who, strlen(who)) != e)
			continue;
		write_line(d, label(document_lang(d), "Who else signs"), person_who(d, s, who), e,
		    changed);
		any = true;
	}
	entry_table_release(&last);
	return any;
}

/*
 * Who signs: client, representative, worker, whoever else had a say, and if nobody else did room
 * for one more.
 */
static void
write_lines(struct document *d, const struct fold *s, const char *waarop, date changed)
{
	enum lang lang = document_lang(d);
	const char *speaks = entry_text(s->client, CLIENT_VERTEGENWOORDIGER);
	const struct entry *word = latest_word(s, AKKOORD_WIE_VERTEGENWOORDIGER, waarop);
	bool others = *speaks != '\0' || word != NULL;

	write_line(d, label(lang, "Client"), person_full_name(s),
	    latest_word(s, AKKOORD_WIE_CLIENT, waarop), changed);
	if (others)
		write_line(d, label(lang, "Representative"), speaks, word, changed);
	write_line(d, label(lang, "Support worker"), person_worker_name(s),
	    latest_word(s, AKKOORD_WIE_BEGELEIDER, waarop), changed);
	others = write_others(d, s, waarop, changed) || others;
	if (!others)
		document_sign(d, label(lang, "Who else signs"), "", "");
}

void
agreement_view(struct document *d, const struct fold *s, int waarop, date changed)
{
	const char *word = WAAROP_words[waarop];
	bool plan = waarop == WAAROP_PLAN;
	struct entry_table written = { 0 };

	/*
	 * What each may expect of the other was first agreed at the intake and holds for the plan
	 * too.
	 */
	if (plan)
		write_expectations(d, s, WAAROP_words[WAAROP_INTAKE], &written);
	write_expectations(d, s, word, &written);
	entry_table_release(&written);
	document_heading(d, 2, label(document_lang(d), fold_closed(s) ? "Who agreed" :
	    "Signatures"));
	write_decisions(d, s, word, changed);
	write_status(d, s, plan, changed);
	if (fold_closed(s))
		return;
	write_meaning(d, s, plan);
	write_lines(d, s, word, changed);
}
