/* SPDX-License-Identifier: ISC */
#include "dossier_copy.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "dossier_account.h"
#include "record_chains.h"
#include "retraction.h"
#include "third_party.h"
#include "wording.h"

struct copy {
	struct document *to;
	const struct dossier *dossier;
	const struct model *model;
	enum lang lang;
	const struct third_parties *without;	/* what is left out; NULL = nothing is */
	struct record_chains chains;
	const struct handles *handles;	/* NULL: not shown */
	bool *taken;		/* by record: taken back; NULL = none is */
	bool *done;		/* by record: it is in the copy, or left out knowingly */
};

/* Whether the field stands in a heading already: when and by whom, and what a chapter is about. */
static bool
heads(const struct record *r, const struct field *f)
{
	const struct schema_field *key = r->spec == NULL ? NULL : schema_key(r->spec);

	return f->slot == SLOT_OP || f->slot == SLOT_DOOR || f->slot == SLOT_VASTGELEGD ||
	    f->slot == SLOT_UIT_DOSSIER || (key != NULL && f->slot == key->slot);
}

/* A day in words; one that is no date as it is written. */
static const char *
day_words(const struct copy *c, const struct record *r, enum slot slot, char to[LABEL_DATE_SIZE])
{
	date day = record_day(r, slot);

	return day != DATE_NONE ? label_date(c->lang, day, to) : record_text(r, slot);
}

/* ", noted by anna, recorded on 23 March 2026, from dossier 2026-0002" */
static void
signed_words(const struct copy *c, const struct record *r, struct text *to)
{
	const char *by = record_text(r, SLOT_DOOR);
	char day[LABEL_DATE_SIZE];
	const char *recorded = day_words(c, r, SLOT_VASTGELEGD, day);
	const char *from = record_text(r, SLOT_UIT_DOSSIER);

	if (by[0] != '\0')
		text_addf(to, ", %s %s", label(c->lang, "noted by"), wording_worker(c->model, by));
	if (recorded[0] != '\0')
		text_addf(to, ", %s %s", label(c->lang, "recorded on"), recorded);
	if (from[0] != '\0')
		text_addf(to, ", %s %s", label(c->lang, "from dossier"), from);
}

/* ", handle 3f2a9c01d4e5" */
static void
called(const struct copy *c, const struct record *r, struct text *to)
{
	char handle[HANDLE_SIZE];

	if (c->handles != NULL)
		text_addf(to, ", %s %s", label(c->lang, "handle"),
		    handles_of(c->handles, (size_t)(r - c->dossier->records), handle));
}

static bool
is_taken(const struct copy *c, const struct record *r)
{
	return c->taken != NULL && c->taken[r - c->dossier->records];
}

/* Of a record that was taken back: when, by whom and why; what follows is struck through. */
static void
begin_taken(struct copy *c, const struct record *r)
{
	const struct dossier *d = c->dossier;
	size_t at = (size_t)(r - d->records);
	char day[LABEL_DATE_SIZE];
	struct text t = { 0 };

	if (!is_taken(c, r))
		return;
	for (size_t i = 0; i < d->nretractions; i++) {
		const struct record *by = &d->records[d->retractions[i].by];

		if (d->retractions[i].of != at || c->taken[d->retractions[i].by])
			continue;
		text_addf(&t, "%s %s", label(c->lang, "Taken back:"),
		    day_words(c, by, SLOT_OP, day));
		signed_words(c, by, &t);
		text_addf(&t, ". %s: %s", label(c->lang, "Reason"),
		    record_text(by, INTREKKING_REDEN));
		break;
	}
	document_paragraph(c->to, text_string(&t));
	document_strike(c->to);
	text_release(&t);
}

static void
end_taken(struct copy *c, const struct record *r)
{
	if (is_taken(c, r))
		document_strike_end(c->to);
}

/* When and by whom: the heading over a record. */
static void
put_record_heading(struct copy *c, const struct record *r)
{
	char day[LABEL_DATE_SIZE];
	const char *op = day_words(c, r, SLOT_OP, day);
	struct text t = { 0 };

	text_adds(&t, op[0] != '\0' ? op : label(c->lang, "Without date"));
	signed_words(c, r, &t);
	called(c, r, &t);
	document_heading(c->to, 3, text_string(&t));
	text_release(&t);
}

/* "2, does not manage yet" */
static void
score_words(const struct copy *c, const struct record *r, const char *score, struct text *to)
{
	const struct model_scale *scale = model_scale(c->model, record_text(r, LEEFGEBIED_SCHAAL));
	long number;

	text_adds(to, score);
	if (scale != NULL && schema_number(score, &number) &&
	    model_score_label(scale, number, c->lang)[0] != '\0')
		text_addf(to, ", %s", model_score_label(scale, number, c->lang));
}

static void
put_record(struct copy *c, size_t i)
{
	const struct record *r = &c->dossier->records[i];
	struct text name = { 0 }, said = { 0 };
	size_t j;

	c->done[i] = true;
	put_record_heading(c, r);
	begin_taken(c, r);
	for (j = 2; j < r->n; j++) {
		const struct field *f = &r->fields[j];
		const char *value;

		if (heads(r, f))
			continue;
		if (r->kind == KIND_NOTITIE && f->slot == NOTITIE_TEKST) {
			document_paragraph(c->to, document_own(c->to, f->value));
			continue;
		}
		text_clear(&said);
		if (r->kind == KIND_LEEFGEBIED && f->slot == LEEFGEBIED_SCORE)
			score_words(c, r, f->value, &said);
		else
			wording_written(&said, c->model, f, c->lang);
		value = f->spec != NULL && f->spec->type == FIELD_TEXT ?
		    document_own(c->to, text_string(&said)) : text_string(&said);
		if (f->value[0] == '\0')
			value = r->spec != NULL && r->spec->amends ? label(c->lang, "no longer") :
			    "";
		else if (c->without != NULL && third_party_field(c->without, r, f))
			value = label(c->lang, "[left out]");
		text_clear(&name);
		wording_field(&name, r->name, f->name, c->lang);
		document_pair(c->to, text_string(&name), value);
	}
	end_taken(c, r);
	text_release(&said);
	text_release(&name);
}

/* The phases as a list by date, each with who and why. */
static void
put_phases(struct copy *c)
{
	struct text t = { 0 };
	char day[LABEL_DATE_SIZE];
	bool headed = false;
	size_t i, j;

	for (i = 0; i < c->dossier->n; i++) {
		const struct record *r = &c->dossier->records[c->chains.order[i]];

		if (r->kind != KIND_FASE)
			continue;
		if (!headed)
			document_heading(c->to, 2, label(c->lang, "Phases"));
		headed = c->done[c->chains.order[i]] = true;
		text_clear(&t);
		text_adds(&t, wording_value(c->model, schema_slot(r->spec, FASE_FASE),
		    record_text(r, FASE_FASE), c->lang));
		signed_words(c, r, &t);
		for (j = 2; j < r->n; j++) {
			const struct field *f = &r->fields[j];

			if (heads(r, f) || f->slot == FASE_FASE || f->value[0] == '\0')
				continue;
			text_addc(&t, '\n');
			wording_field(&t, r->name, f->name, c->lang);
			text_adds(&t, ": ");
			wording_written(&t, c->model, f, c->lang);
		}
		called(c, r, &t);
		begin_taken(c, r);
		document_pair(c->to, day_words(c, r, SLOT_OP, day), text_string(&t));
		end_taken(c, r);
	}
	text_release(&t);
}

/* Those of a chain that are not done. The heading comes first. */
static void
put_records(struct copy *c, const struct record_link *chain, const char *heading)
{
	for (; chain != NULL; chain = chain->next) {
		if (c->done[chain->record])
			continue;
		if (heading != NULL)
			document_heading(c->to, 2, heading);
		heading = NULL;
		put_record(c, chain->record);
	}
}

/* The first record of the kind, by date, that is not done, or NULL; it stays the first. */
static const struct record *
waiting(struct copy *c, enum kind kind)
{
	const struct record_link *l = record_chains_waiting(&c->chains, schema_kinds[kind].name,
	    c->done);

	return l == NULL ? NULL : &c->dossier->records[l->record];
}

/* A chapter of all records of a kind that are not done. */
static void
put_kind(struct copy *c, enum kind kind, const char *heading)
{
	put_records(c, record_chains_kind(&c->chains, schema_kinds[kind].name), heading);
}

/* A chapter for each value of the key: "Life domain: Housing". */
static void
put_by(struct copy *c, enum kind kind)
{
	const char *name = schema_kinds[kind].name;
	const struct schema_field *key = schema_key(&schema_kinds[kind]);
	const struct record *r;
	struct text heading = { 0 };

	while ((r = waiting(c, kind)) != NULL) {
		const char *value = record_text(r, key->slot);

		text_clear(&heading);
		wording_kind(&heading, name, c->lang);
		text_addf(&heading, ": %s", wording_value(c->model, key, value, c->lang));
		put_records(c, record_chains_with(&c->chains, kind, key->slot, value),
		    text_string(&heading));
	}
	text_release(&heading);
}

/* "Goal d1: A key of my own": with the latest words that there are for it. */
static void
put_name(const struct copy *c, enum kind kind, const char *key, enum slot slot,
    const struct record_link *chain, struct text *to)
{
	const char *latest = "";

	for (; chain != NULL; chain = chain->next) {
		const struct record *r = &c->dossier->records[chain->record];
		const struct field *f = record_at(r, slot);

		if (f != NULL && !is_taken(c, r))
			latest = c->without != NULL && third_party_field(c->without, r, f) ? "" :
			    f->value;
	}
	text_clear(to);
	dossier_account_kind(to, schema_kinds[kind].name, c->lang);
	text_addf(to, latest[0] != '\0' ? " %s: %s" : " %s%s", key,
	    document_own(c->to, latest));
}

/* An action point as all its records, then how it went. */
static void
put_actions(struct copy *c, const char *goal)
{
	const struct record_link *l = record_chains_with(&c->chains, KIND_WERKPUNT,
	    WERKPUNT_DOEL, goal), *own;
	struct text heading = { 0 };

	for (; l != NULL; l = l->next) {
		const struct record *r = &c->dossier->records[l->record];
		const char *action = record_text(r, WERKPUNT_WERKPUNT);

		if (c->done[l->record])
			continue;
		own = record_chains_with(&c->chains, KIND_WERKPUNT, WERKPUNT_WERKPUNT, action);
		put_name(c, KIND_WERKPUNT, action, WERKPUNT_TEKST, own, &heading);
		put_records(c, own, text_string(&heading));
		put_records(c, record_chains_with(&c->chains, KIND_STAND, STAND_WERKPUNT, action),
		    NULL);
	}
	text_release(&heading);
}

/* A goal with its progress, then its action points. */
static void
put_goals(struct copy *c)
{
	const struct record *r;
	struct text heading = { 0 };

	while ((r = waiting(c, KIND_DOEL)) != NULL) {
		const char *goal = record_text(r, DOEL_DOEL);
		const struct record_link *l = record_chains_with(&c->chains, KIND_STAND,
		    STAND_DOEL, goal);
		const struct record_link *own = record_chains_with(&c->chains, KIND_DOEL,
		    DOEL_DOEL, goal);

		put_name(c, KIND_DOEL, goal, DOEL_TEKST, own, &heading);
		put_records(c, own, text_string(&heading));
		for (; l != NULL; l = l->next)
			if (!c->done[l->record] && record_text(&c->dossier->records[l->record],
			    STAND_WERKPUNT)[0] == '\0')
				put_record(c, l->record);
		put_actions(c, goal);
	}
	put_by(c, KIND_WERKPUNT);
	put_kind(c, KIND_STAND, label(c->lang, "Progress"));
	text_release(&heading);
}

static void
put_kinds(struct copy *c)
{
	struct text heading = { 0 };

	put_kind(c, KIND_CLIENT, label(c->lang, "Who the client is and what is asked"));
	put_kind(c, KIND_INTAKE, label(c->lang, "Decisions on the registration"));
	put_phases(c);
	put_by(c, KIND_LEEFGEBIED);
	put_kind(c, KIND_KRACHT, label(c->lang, "Strengths"));
	put_by(c, KIND_NETWERK);
	put_goals(c);
	put_kind(c, KIND_AKKOORD, label(c->lang, "Agreements"));
	put_kind(c, KIND_EVALUATIE, label(c->lang, "Evaluations"));
	put_kind(c, KIND_NOTITIE, label(c->lang, "Notes"));
	put_kind(c, KIND_UITSTROOM, label(c->lang, "Closing"));
	for (size_t i = 0; i < c->dossier->n; i++) {
		const struct record *r = &c->dossier->records[c->chains.order[i]];

		if (c->done[c->chains.order[i]])
			continue;
		text_clear(&heading);
		wording_kind(&heading, r->name, c->lang);
		if (r->spec != NULL && schema_key(r->spec) != NULL)
			put_by(c, r->kind);
		else
			put_records(c, record_chains_kind(&c->chains, r->name),
			    text_string(&heading));
	}
	text_release(&heading);
}

/* The latest name of the client, "" when there is none. */
static const char *
latest_name(const struct copy *c)
{
	const char *value = "";
	size_t i;

	for (i = 0; i < c->dossier->n; i++) {
		const struct record *r = &c->dossier->records[c->chains.order[i]];

		if (r->kind == KIND_CLIENT && record_has(r, CLIENT_NAAM) && !is_taken(c, r))
			value = record_text(r, CLIENT_NAAM);
	}
	return value;
}

void
dossier_copy(struct document *to, const struct dossier *d, const struct model *m, date day,
    bool without_network, const struct handles *handles)
{
	struct third_parties others = { 0 };
	struct copy c = { .to = to, .dossier = d, .model = m, .lang = document_lang(to),
	    .without = without_network ? &others : NULL, .handles = handles,
	    .taken = retraction_marks(d, DATE_LAST) };
	struct text title = { 0 }, foot = { 0 };
	size_t i;

	third_parties_begin(&others, d);
	record_chains_begin(&c.chains, d);
	c.done = alloc_new(d->n, sizeof *c.done);
	text_addf(&title, "%s %s", label(c.lang, "Dossier of"),
	    latest_name(&c)[0] != '\0' ? latest_name(&c) : d->id);
	text_addf(&foot, "%s %s", label(c.lang, "Copy of dossier"), d->id);
	document_part(to, text_string(&title), text_string(&foot), text_string(&foot));
	dossier_account_begin(to, d, m, day, c.without);
	for (i = 0; without_network && i < d->n; i++)
		c.done[i] = third_party_record(&d->records[i]);
	put_kinds(&c);
	dossier_account_end(to, d, m, without_network);
	text_release(&title);
	text_release(&foot);
	record_chains_release(&c.chains);
	third_parties_end(&others);
	free(c.done);
	free(c.taken);
}
