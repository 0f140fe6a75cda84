/* SPDX-License-Identifier: ISC */
#include "timeline.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "journey.h"
#include "wording.h"

/*
 * By kind: the fields of timeline_facts, and those that the sentence says or that have no place in
 * a history. One of the two of a subject is enough.
 */
struct telling {
	enum slot subject, subject2, value, who, text;
	uint64_t told;		/* a set of slots */
};

#define IN(slot) ((uint64_t)1 << (slot))
#define NO SLOT_NONE

static const struct telling tellings[KINDS] = {
	[KIND_CLIENT] = { NO, NO, NO, NO, CLIENT_HULPVRAAG,
	    IN(CLIENT_NAAM) | IN(CLIENT_ROEPNAAM) | IN(CLIENT_GEBOREN) |
	    IN(CLIENT_AANGEMELD) | IN(CLIENT_CONTACT) | IN(CLIENT_BSN) | IN(CLIENT_EXTERN) |
	    IN(SLOT_FORMAAT) },
	[KIND_INTAKE] = { NO, NO, INTAKE_BESLUIT, NO, INTAKE_REDEN, IN(INTAKE_BESLUIT) },
	[KIND_FASE] = { NO, NO, FASE_FASE, NO, FASE_REDEN, IN(FASE_FASE) },
	[KIND_LEEFGEBIED] = { LEEFGEBIED_LEEFGEBIED, NO, LEEFGEBIED_SCORE, NO, LEEFGEBIED_SITUATIE,
	    IN(LEEFGEBIED_LEEFGEBIED) | IN(LEEFGEBIED_SCORE) | IN(LEEFGEBIED_SCHAAL) },
	[KIND_KRACHT] = { KRACHT_LEEFGEBIED, NO, KRACHT_SOORT, NO, KRACHT_TEKST,
	    IN(KRACHT_LEEFGEBIED) | IN(KRACHT_SOORT) | IN(KRACHT_TEKST) },
	[KIND_NETWERK] = { NETWERK_LEEFGEBIED, NO, NETWERK_RELATIE, NETWERK_NAAM, NETWERK_GEEFT,
	    IN(NETWERK_NAAM) | IN(NETWERK_RELATIE) },
	[KIND_DOEL] = { DOEL_DOEL, NO, DOEL_LEEFGEBIED, NO, DOEL_TEKST,
	    IN(DOEL_DOEL) | IN(DOEL_TEKST) | IN(DOEL_LEEFGEBIED) },
	[KIND_WERKPUNT] = { WERKPUNT_WERKPUNT, NO, WERKPUNT_DOEL, WERKPUNT_WIE, WERKPUNT_TEKST,
	    IN(WERKPUNT_WERKPUNT) | IN(WERKPUNT_DOEL) | IN(WERKPUNT_TEKST) },
	[KIND_STAND] = { STAND_WERKPUNT, STAND_DOEL, STAND_STAND, NO, STAND_TOELICHTING,
	    IN(STAND_WERKPUNT) | IN(STAND_DOEL) | IN(STAND_STAND) },
	[KIND_AKKOORD] = { AKKOORD_WAAROP, NO, AKKOORD_AKKOORD, AKKOORD_WIE, AKKOORD_OPMERKING,
	    IN(AKKOORD_WAAROP) | IN(AKKOORD_AKKOORD) | IN(AKKOORD_WIE) | IN(AKKOORD_MET) },
	[KIND_EVALUATIE] = { EVALUATIE_SOORT, NO, EVALUATIE_BESLUIT, NO, EVALUATIE_TOELICHTING,
	    IN(EVALUATIE_SOORT) | IN(EVALUATIE_BESLUIT) },
	[KIND_NOTITIE] = { NOTITIE_DOEL, NO, NO, NO, NOTITIE_TEKST, IN(NOTITIE_TEKST) },
	[KIND_INDICATIE] = { INDICATIE_TOEWIJZING, NO, INDICATIE_PRODUCT, NO, INDICATIE_OMVANG,
	    IN(INDICATIE_PRODUCT) | IN(INDICATIE_VAN) | IN(INDICATIE_TOT) },
	[KIND_INTREKKING] = { INTREKKING_WAT, NO, INTREKKING_SOORT, NO, INTREKKING_REDEN,
	    IN(INTREKKING_WAT) | IN(INTREKKING_SOORT) },
	[KIND_UITSTROOM] = { NO, NO, UITSTROOM_REDEN, NO, UITSTROOM_TOELICHTING,
	    IN(UITSTROOM_REDEN) },
	[KIND_OTHER] = { NO, NO, NO, NO, NO, 0 },
};

/* Of a kind that the model declares all is told behind its name. */
static const struct telling *
telling_of(enum kind kind)
{
	return &tellings[kind >= KIND_OWN ? KIND_OTHER : kind];
}

static int
by_day_then_place(const void *a, const void *b)
{
	const struct timeline_event *x = a, *y = b;

	if (x->opening != y->opening)
		return x->opening ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

/* Whether the state counts the record. */
static bool
counts(const struct fold *s, const struct record *r, date registered)
{
	return !fold_taken(s, r) && record_recorded(r, registered) <= s->known &&
	    (record_day(r, SLOT_OP) <= s->at || r == &s->dossier->records[0]);
}

/* Trajectories and turns, from the stays in phases and in their order. */
static void
place_phases(struct timeline *t)
{
	struct journey j;
	size_t stay = 0, trajectory = 0;

	journey_begin(&j, t->state);
	for (size_t i = 0; i < t->n; i++) {
		struct timeline_event *e = &t->events[i];

		if (e->record->kind == KIND_FASE && !fold_paces(e->record) && stay < j.n) {
			e->back = j.stays[stay].back;
			e->onward = j.stays[stay].onward;
			trajectory = j.stays[stay++].trajectory;
		}
		e->trajectory = trajectory;
	}
	journey_release(&j);
}

void
timeline_begin(struct timeline *t, const struct fold *s)
{
	date registered = record_day(&s->dossier->records[0], CLIENT_AANGEMELD);
	size_t i;

	memset(t, 0, sizeof *t);
	t->state = s;
	t->events = alloc_new(s->dossier->n, sizeof *t->events);
	for (i = 0; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];
		struct timeline_event *e = &t->events[t->n];

		if (!counts(s, r, registered))
			continue;
		e->record = r;
		e->opening = i == 0;
		e->day = i == 0 ? registered : record_day(r, SLOT_OP);
		t->n++;
	}
	qsort(t->events, t->n, sizeof *t->events, by_day_then_place);
	for (i = 0; i < t->n; i++)
		if (t->events[i].day == DATE_NONE)
			t->events[i].day = registered;
	place_phases(t);
}

void
timeline_release(struct timeline *t)
{
	free(t->events);
	memset(t, 0, sizeof *t);
}

bool
timeline_since(const struct timeline_event *e, date since)
{
	return since == DATE_NONE || e->day >= since ||
	    record_day(e->record, SLOT_VASTGELEGD) >= since;
}

static const char *
said(const struct record *r, enum slot slot)
{
	return slot == NO ? "" : record_text(r, slot);
}

/* Of a kind of the model: its key, and the first fields that are no text and that are. */
static struct timeline_facts
own_facts(const struct record *r)
{
	const struct schema_field *key = schema_key(r->spec);
	struct timeline_facts facts = { key == NULL ? "" : record_text(r, key->slot), "", "", "" };

	for (const struct schema_field *f = schema_next(r->spec, NULL); f != NULL;
	    f = schema_next(r->spec, f)) {
		const char **fact = f->type == FIELD_TEXT ? &facts.text : &facts.value;

		if (f != key && (*fact)[0] == '\0')
			*fact = record_text(r, f->slot);
	}
	return facts;
}

struct timeline_facts
timeline_facts(const struct timeline_event *e)
{
	const struct telling *t = telling_of(e->record->kind);
	struct timeline_facts facts;

	if (e->record->spec != NULL && e->record->kind >= KIND_OWN)
		return own_facts(e->record);
	facts.subject = said(e->record, t->subject);
	if (facts.subject[0] == '\0')
		facts.subject = said(e->record, t->subject2);
	facts.value = said(e->record, t->value);
	facts.who = said(e->record, t->who);
	facts.text = said(e->record, t->text);
	return facts;
}

/* A text of the dossier, as the document has it. */
static const char *
own(const struct timeline *t, const char *s)
{
	return t->document == NULL ? s : document_own(t->document, s);
}

/* A field of the record in words. */
static const char *
words(const struct timeline *t, const struct record *r, enum slot slot, enum lang lang)
{
	const struct field *f = record_at(r, slot);

	return f == NULL ? "" : wording_value(t->state->model, f->spec, f->value, lang);
}

/* The score with its meaning, and the one before it on that scale. */
static void
score_sentence(struct text *to, const struct timeline *t, const struct record *r, enum lang lang)
{
	const struct fold *s = t->state;
	const struct model_scale *scale = model_scale(s->model, record_text(r, LEEFGEBIED_SCHAAL));
	const struct score *score, *before = NULL;
	size_t i;

	text_adds(to, words(t, r, LEEFGEBIED_LEEFGEBIED, lang));
	if (record_at(r, LEEFGEBIED_SCORE) == NULL)
		return;
	text_addf(to, ": %s", record_text(r, LEEFGEBIED_SCORE));
	for (i = 0; i < s->nscores; i++) {
		score = &s->scores[i];
		if (score->record == r)
			break;
		if (strcmp(score->domain, record_text(r, LEEFGEBIED_LEEFGEBIED)) == 0 &&
		    scale != NULL && strcmp(score->scale, scale->code) == 0)
			before = score;
	}
	if (i == s->nscores)
		return;
	if (scale != NULL && model_score_label(scale, s->scores[i].value, lang)[0] != '\0')
		text_addf(to, ", %s", model_score_label(scale, s->scores[i].value, lang));
	if (before != NULL)
		text_addf(to, " (%s %ld)", label(lang, "was"), before->value);
}

/* "action point d1.1 (Ask the housing office): attained" */
static void
stand_sentence(struct text *to, const struct timeline *t, const struct record *r, enum lang lang)
{
	bool action = record_at(r, STAND_WERKPUNT) != NULL;
	const char *id = record_text(r, action ? STAND_WERKPUNT : STAND_DOEL);
	const struct entry *of = fold_keyed(t->state, action ? KIND_WERKPUNT : KIND_DOEL, id);
	const char *what = of == NULL ? "" : entry_text(of, action ? WERKPUNT_TEKST : DOEL_TEKST);

	text_addf(to, "%s %s", label(lang, action ? "action point" : "goal"), id);
	if (what[0] != '\0')
		text_addf(to, " (%s)", own(t, what));
	text_addf(to, ": %s", words(t, r, STAND_STAND, lang));
}

/* "client agrees with the plan" */
static void
agreement_sentence(struct text *to, const struct timeline *t, const struct record *r,
    enum lang lang)
{
	int said = record_code(r, AKKOORD_AKKOORD);

	text_addf(to, "%s: %s, %s", words(t, r, AKKOORD_WAAROP, lang),
	    words(t, r, AKKOORD_WIE, lang),
	    label(lang, said == AKKOORD_JA ? "agreed" : said == AKKOORD_NEE ? "not agreed" :
	    record_text(r, AKKOORD_AKKOORD)));
	if (record_at(r, AKKOORD_MET) != NULL)
		text_addf(to, " (%s %s)", label(lang, "with"), record_text(r, AKKOORD_MET));
}

/* "Carrying out, at the client's own pace (was 1 June 2026)" */
static void
pace_sentence(struct text *to, const struct timeline *t, const struct timeline_event *e,
    enum lang lang)
{
	const struct timeline_event *before = e;
	date was = DATE_NONE;
	char day[LABEL_DATE_SIZE];

	text_addf(to, "%s: %s", words(t, e->record, FASE_FASE, lang), label(lang, "another pace"));
	while (was == DATE_NONE && before-- > t->events && before->trajectory == e->trajectory) {
		if (before->record->kind != KIND_FASE)
			continue;
		was = record_day(before->record, FASE_STREEFDATUM);
		if (!fold_paces(before->record))
			break;
	}
	if (was != DATE_NONE)
		text_addf(to, " (%s %s)", label(lang, "was"), label_date(lang, was, day));
}

void
timeline_sentence(struct text *to, const struct timeline *t, const struct timeline_event *e,
    enum lang lang)
{
	const struct record *r = e->record;
	char day[LABEL_DATE_SIZE];

	switch (r->kind) {
	case KIND_CLIENT:
		text_adds(to, label(lang, e->opening ? "registered" : "details changed"));
		break;
	case KIND_INTAKE:
		text_adds(to, words(t, r, INTAKE_BESLUIT, lang));
		break;
	case KIND_FASE:
		if (fold_paces(r)) {
			pace_sentence(to, t, e, lang);
			break;
		}
		text_addf(to, "%s%s", e->back ? label(lang, "back to ") :
		    e->onward ? label(lang, "on with ") : "", words(t, r, FASE_FASE, lang));
		break;
	case KIND_LEEFGEBIED:
		score_sentence(to, t, r, lang);
		break;
	case KIND_KRACHT:
		text_addf(to, "%s, %s: %s", words(t, r, KRACHT_LEEFGEBIED, lang),
		    words(t, r, KRACHT_SOORT, lang), own(t, record_text(r, KRACHT_TEKST)));
		break;
	case KIND_NETWERK:
		text_addf(to, record_at(r, NETWERK_RELATIE) != NULL ? "%s, %s" : "%s%s",
		    record_text(r, NETWERK_NAAM), own(t, record_text(r, NETWERK_RELATIE)));
		break;
	case KIND_DOEL:
		text_addf(to, "%s%s%s: %s", record_text(r, DOEL_DOEL),
		    record_at(r, DOEL_LEEFGEBIED) != NULL ? ", " : "",
		    words(t, r, DOEL_LEEFGEBIED, lang), own(t, record_text(r, DOEL_TEKST)));
		break;
	case KIND_WERKPUNT:
		text_addf(to, "%s: %s", record_text(r, WERKPUNT_WERKPUNT),
		    own(t, record_text(r, WERKPUNT_TEKST)));
		break;
	case KIND_STAND:
		stand_sentence(to, t, r, lang);
		break;
	case KIND_AKKOORD:
		agreement_sentence(to, t, r, lang);
		break;
	case KIND_EVALUATIE:
		text_addf(to, "%s: %s", words(t, r, EVALUATIE_SOORT, lang),
		    words(t, r, EVALUATIE_BESLUIT, lang));
		break;
	case KIND_NOTITIE:
		text_adds(to, own(t, record_text(r, NOTITIE_TEKST)));
		break;
	case KIND_INDICATIE:
		text_addf(to, "%s, %s %s", record_text(r, INDICATIE_PRODUCT), label(lang, "from"),
		    label_date(lang, record_day(r, INDICATIE_VAN), day));
		if (record_at(r, INDICATIE_TOT) != NULL)
			text_addf(to, " %s %s", label(lang, "until"),
			    label_date(lang, record_day(r, INDICATIE_TOT), day));
		break;
	case KIND_INTREKKING:
		wording_kind(to, record_text(r, INTREKKING_SOORT), lang);
		break;
	case KIND_UITSTROOM:
		text_adds(to, words(t, r, UITSTROOM_REDEN, lang));
		break;
	case KIND_OWN:
	case KIND_OWN_LAST:
	case KIND_OTHER:
	case KINDS:
		break;
	}
}

void
timeline_details(struct text *to, const struct timeline *t, const struct timeline_event *e,
    enum lang lang)
{
	const struct record *r = e->record;
	const uint64_t told = telling_of(r->kind)->told | IN(SLOT_OP) | IN(SLOT_DOOR);
	const char *before = "";
	struct text text = { 0 };
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->slot != SLOT_NONE && told >> f->slot & 1)
			continue;
		if (f->value[0] == '\0' && (r->spec == NULL || !r->spec->amends))
			continue;
		if (strcmp(before, f->name) == 0) {
			text_adds(to, "; ");
		} else {
			if (to->len > 0)
				text_addc(to, '\n');
			wording_field(to, r->name, f->name, lang);
			text_adds(to, ": ");
		}
		if (f->value[0] == '\0')
			text_adds(to, label(lang, "no longer"));
		else if (f->spec != NULL && f->spec->type == FIELD_TEXT) {
			text_clear(&text);
			wording_written(&text, t->state->model, f, lang);
			text_adds(to, own(t, text_string(&text)));
		} else
			wording_written(to, t->state->model, f, lang);
		before = f->name;
	}
	text_release(&text);
}
