#include "dossier_copy.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "third_party.h"
#include "wording.h"

struct copy {
	struct document *to;
	const struct dossier *dossier;
	const struct model *model;
	enum lang lang;
	bool without;
	size_t *order;		/* of the records: by date, then place */
	bool *done;		/* by record: it is in the copy, or left out knowingly */
	struct document_column codes[2];
};

struct by_op {
	size_t record;
	date op;
};

static int
compare_op(const void *a, const void *b)
{
	const struct by_op *x = a, *y = b;

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

static size_t *
order_records(const struct dossier *d)
{
	struct by_op *by = memory_new(d->n, sizeof *by);
	size_t *order = memory_new(d->n, sizeof *order), i;

	for (i = 0; i < d->n; i++) {
		by[i].record = i;
		by[i].op = i == 0 ? DATE_NONE : record_date(&d->records[i], "Op");
	}
	qsort(by, d->n, sizeof *by, compare_op);
	for (i = 0; i < d->n; i++)
		order[i] = by[i].record;
	free(by);
	return order;
}

/* Whether the field stands in a heading already: when and by whom, the phase entered, and what a chapter is about. */
static bool
heads(const struct record *r, const char *field)
{
	const struct schema_field *key = r->kind == NULL ? NULL : schema_key(r->kind);

	return strcmp(field, "Op") == 0 || strcmp(field, "Door") == 0 || strcmp(field, "Vastgelegd") == 0 ||
	    (strcmp(r->name, "fase") == 0 && strcmp(field, "Fase") == 0) || (key != NULL && strcmp(key->name, field) == 0);
}

/* When and by whom: the heading over a record. */
static void
put_record_heading(struct copy *c, const struct record *r)
{
	const char *op = record_value(r, "Op"), *by = record_value(r, "Door"), *recorded = record_value(r, "Vastgelegd");
	const struct field *phase = heads(r, "Fase") ? record_field(r, "Fase") : NULL;
	struct text t = { 0 };

	text_adds(&t, op[0] != '\0' ? op : label(c->lang, "Without date"));
	if (phase != NULL)
		text_addf(&t, ": %s", wording_value(c->model, phase->spec, phase->value, c->lang));
	if (by[0] != '\0')
		text_addf(&t, ", %s %s", label(c->lang, "noted by"), by);
	if (recorded[0] != '\0')
		text_addf(&t, ", %s %s", label(c->lang, "recorded on"), recorded);
	document_heading(c->to, 3, text_string(&t));
	text_release(&t);
}

/* "2, does not manage yet" */
static const char *
score_words(const struct copy *c, const struct record *r, const char *score, struct text *to)
{
	const struct model_scale *scale = model_scale(c->model, record_value(r, "Schaal"));
	long number;

	text_adds(to, score);
	if (scale != NULL && schema_number(score, &number) && model_score_label(scale, number, c->lang)[0] != '\0')
		text_addf(to, ", %s", model_score_label(scale, number, c->lang));
	return text_string(to);
}

static void
put_record(struct copy *c, size_t i)
{
	const struct record *r = &c->dossier->records[i];
	struct text name = { 0 }, score = { 0 };
	size_t j;

	c->done[i] = true;
	put_record_heading(c, r);
	for (j = 2; j < r->n; j++) {
		const struct field *f = &r->fields[j];
		const char *value = wording_value(c->model, f->spec, f->value, c->lang);

		if (heads(r, f->name))
			continue;
		text_clear(&score);
		if (strcmp(r->name, "leefgebied") == 0 && strcmp(f->name, "Score") == 0)
			value = score_words(c, r, f->value, &score);
		if (f->value[0] == '\0')
			value = r->kind != NULL && r->kind->amends ? label(c->lang, "no longer") : "";
		else if (c->without && third_party_field(c->dossier, r, f))
			value = label(c->lang, "[left out]");
		text_clear(&name);
		wording_field(&name, r->name, f->name, c->lang);
		document_pair(c->to, text_string(&name), value);
	}
	text_release(&score);
	text_release(&name);
}

/* All records of the kind that are not done and hold that value in that field; NULL = any. The heading comes before the first. */
static void
put_records(struct copy *c, const char *kind, const char *field, const char *value, const char *heading)
{
	size_t i;

	for (i = 0; i < c->dossier->n; i++) {
		size_t at = c->order[i];
		const struct record *r = &c->dossier->records[at];

		if (c->done[at] || strcmp(r->name, kind) != 0 ||
		    (field != NULL && strcmp(record_value(r, field), value) != 0))
			continue;
		if (heading != NULL)
			document_heading(c->to, 2, heading);
		heading = NULL;
		put_record(c, at);
	}
}

/* The first record of the kind, by date, that is not done, or NULL. */
static const struct record *
waiting(const struct copy *c, const char *kind)
{
	size_t i;

	for (i = 0; i < c->dossier->n; i++) {
		const struct record *r = &c->dossier->records[c->order[i]];

		if (!c->done[c->order[i]] && (kind == NULL || strcmp(r->name, kind) == 0))
			return r;
	}
	return NULL;
}

/* A chapter for each value of the field: "Life domain: Housing". */
static void
put_by(struct copy *c, const char *kind, const char *field)
{
	const struct record *r;
	struct text heading = { 0 };

	while ((r = waiting(c, kind)) != NULL) {
		const char *value = record_value(r, field);

		text_clear(&heading);
		wording_kind(&heading, kind, c->lang);
		text_addf(&heading, ": %s", wording_value(c->model, schema_field(r->kind, field), value, c->lang));
		put_records(c, kind, field, value, text_string(&heading));
	}
	text_release(&heading);
}

/* An action point as all its records, then how it went. */
static void
put_actions(struct copy *c, const char *goal)
{
	struct text heading = { 0 };
	size_t i;

	for (i = 0; i < c->dossier->n; i++) {
		size_t at = c->order[i];
		const struct record *r = &c->dossier->records[at];
		const char *action = record_value(r, "Werkpunt");

		if (c->done[at] || strcmp(r->name, "werkpunt") != 0 || strcmp(record_value(r, "Doel"), goal) != 0)
			continue;
		text_clear(&heading);
		wording_kind(&heading, "werkpunt", c->lang);
		text_addf(&heading, " %s", action);
		put_records(c, "werkpunt", "Werkpunt", action, text_string(&heading));
		put_records(c, "stand", "Werkpunt", action, NULL);
	}
	text_release(&heading);
}

/* A goal with its progress, then its action points. */
static void
put_goals(struct copy *c)
{
	const struct record *r;
	struct text heading = { 0 };

	while ((r = waiting(c, "doel")) != NULL) {
		const char *goal = record_value(r, "Doel");
		size_t i;

		text_clear(&heading);
		wording_kind(&heading, "doel", c->lang);
		text_addf(&heading, " %s", goal);
		put_records(c, "doel", "Doel", goal, text_string(&heading));
		for (i = 0; i < c->dossier->n; i++) {
			size_t at = c->order[i];
			const struct record *stand = &c->dossier->records[at];

			if (!c->done[at] && strcmp(stand->name, "stand") == 0 && record_value(stand, "Werkpunt")[0] == '\0' &&
			    strcmp(record_value(stand, "Doel"), goal) == 0)
				put_record(c, at);
		}
		put_actions(c, goal);
	}
	put_by(c, "werkpunt", "Werkpunt");
	put_records(c, "stand", NULL, NULL, label(c->lang, "Progress"));
	text_release(&heading);
}

static void
leave_out_network(struct copy *c)
{
	const struct dossier *d = c->dossier;
	struct text t = { 0 };
	size_t records = 0, fields = 0, i, j;

	for (i = 0; i < d->n; i++) {
		c->done[i] = third_party_record(&d->records[i]);
		records += c->done[i];
		for (j = 2; !c->done[i] && j < d->records[i].n; j++)
			fields += third_party_field(d, &d->records[i], &d->records[i].fields[j]);
	}
	text_addf(&t, label(c->lang, "Left out, because it is about somebody else: %zu notes about people around the client, and %zu "
	    "details; where such a detail was, it says %s. The client's texts and the notes were not searched for names."),
	    records, fields, label(c->lang, "[left out]"));
	document_paragraph(c->to, text_string(&t));
	text_release(&t);
}

/* How much there is, of when and by whom. */
static void
put_extent(struct copy *c, date day)
{
	const struct dossier *d = c->dossier;
	struct text t = { 0 }, by = { 0 };
	const char *first = record_value(&d->records[0], "Aangemeld"), *last = record_value(&d->records[c->order[d->n - 1]], "Op");
	char made[DATE_SIZE];
	size_t i, j;

	for (i = 0; i < d->n; i++) {
		const char *who = record_value(&d->records[i], "Door");

		for (j = 0; j < i && strcmp(record_value(&d->records[j], "Door"), who) != 0; j++)
			continue;
		if (who[0] != '\0' && j == i)
			text_addf(&by, by.len > 0 ? ", %s" : "%s", who);
	}
	text_addf(&t, label(c->lang, c->without ? "This is a copy, made on %s, of the dossier of %zu notes, from %s to %s." :
	    "This is a copy, made on %s, of all that is in the dossier: %zu notes, from %s to %s."),
	    date_format(day, made), d->n, first, last[0] != '\0' ? last : first);
	if (by.len > 0)
		text_addf(&t, " %s %s.", label(c->lang, "They were made by:"), text_string(&by));
	text_addf(&t, " %s", label(c->lang, "Each note says from when it holds and who made it; a later one can change an earlier one, and both stay."));
	document_paragraph(c->to, text_string(&t));
	document_paragraph(c->to, label(c->lang, "Is something wrong, missing, or to be removed? Ask the support worker: that is the client's right."));
	text_release(&t);
	text_release(&by);
}

/* Lines of comment in the file: written by a person too. */
static void
put_comments(struct copy *c)
{
	const char *s = text_string(&c->dossier->bytes), *end;
	bool joined = false, headed = false;

	for (; *s != '\0'; s = *end == '\0' ? end : end + 1) {
		size_t n;

		end = s + strcspn(s, "\n");
		n = (size_t)(end - s);
		if (*s == '#' && !joined) {
			char *comment = memory_copy_n(s, n > 0 && s[n - 1] == '\r' ? n - 1 : n);

			if (!headed)
				document_heading(c->to, 2, label(c->lang, "Remarks in the file"));
			headed = true;
			document_item(c->to, comment + strspn(comment, "# "));
			free(comment);
		} else
			joined = n > 0 && s[n - 1] == '\\';
	}
}

/* Whether the record before it, field by field, already had this value in this sense. */
static bool
code_known(const struct dossier *d, size_t record, size_t field)
{
	const struct field *f = &d->records[record].fields[field];
	size_t i, j;

	for (i = 0; i <= record; i++)
		for (j = 0; j < d->records[i].n && (i < record || j < field); j++)
			if (d->records[i].fields[j].spec == f->spec && strcmp(d->records[i].fields[j].value, f->value) == 0)
				return true;
	return false;
}

static void
put_code(struct copy *c, bool *headed, const char *code, const char *means)
{
	if (!*headed) {
		c->codes[0].heading = label(c->lang, "In the file");
		c->codes[1].heading = label(c->lang, "means");
		c->codes[0].weight = 1;
		c->codes[1].weight = 2;
		document_heading(c->to, 2, label(c->lang, "Codes in the file"));
		document_table(c->to, "", c->codes, 2);
	}
	*headed = true;
	document_cell(c->to, code);
	document_cell(c->to, means);
}

/* The codes for which the copy has words, so that it can be held against the file. */
static void
put_codes(struct copy *c)
{
	const struct dossier *d = c->dossier;
	struct text name = { 0 };
	bool headed = false;
	size_t i, j;

	for (i = 0; i < d->n; i++)
		for (j = 0; j < d->records[i].n; j++) {
			const struct field *f = &d->records[i].fields[j];
			const char *means = wording_value(c->model, f->spec, f->value, c->lang);

			if (j == 0) {
				text_clear(&name);
				wording_kind(&name, f->value, c->lang);
				means = text_string(&name);
			}
			if ((j == 0 || f->spec != NULL) && strcmp(means, f->value) != 0 && !code_known(d, i, j) &&
			    !(c->without && third_party_record(&d->records[i])))
				put_code(c, &headed, f->value, means);
		}
	if (headed)
		document_table_end(c->to);
	text_release(&name);
}

static void
put_kinds(struct copy *c)
{
	const struct record *r;
	struct text heading = { 0 };

	put_records(c, "client", NULL, NULL, label(c->lang, "Who the client is and what is asked"));
	put_records(c, "intake", NULL, NULL, label(c->lang, "Decisions on the registration"));
	put_records(c, "fase", NULL, NULL, label(c->lang, "Phases"));
	put_by(c, "leefgebied", "Leefgebied");
	put_records(c, "kracht", NULL, NULL, label(c->lang, "Strengths"));
	put_by(c, "netwerk", "Naam");
	put_goals(c);
	put_records(c, "akkoord", NULL, NULL, label(c->lang, "Agreements"));
	put_records(c, "evaluatie", NULL, NULL, label(c->lang, "Evaluations"));
	put_records(c, "notitie", NULL, NULL, label(c->lang, "Notes"));
	put_records(c, "uitstroom", NULL, NULL, label(c->lang, "Closing"));
	while ((r = waiting(c, NULL)) != NULL) {
		text_clear(&heading);
		wording_kind(&heading, r->name, c->lang);
		put_records(c, r->name, NULL, NULL, text_string(&heading));
	}
	text_release(&heading);
}

/* The latest value of a field of client, "" when there is none. */
static const char *
latest(const struct copy *c, const char *field)
{
	const char *value = "";
	size_t i;

	for (i = 0; i < c->dossier->n; i++) {
		const struct record *r = &c->dossier->records[c->order[i]];

		if (strcmp(r->name, "client") == 0 && record_field(r, field) != NULL)
			value = record_value(r, field);
	}
	return value;
}

void
dossier_copy(struct document *to, const struct dossier *d, const struct model *m, date day, bool without_network)
{
	struct copy c = { .to = to, .dossier = d, .model = m, .lang = document_lang(to), .without = without_network };
	struct text title = { 0 }, foot = { 0 };

	c.order = order_records(d);
	c.done = memory_new(d->n, sizeof *c.done);
	text_addf(&title, "%s %s", label(c.lang, "Dossier of"), latest(&c, "Naam")[0] != '\0' ? latest(&c, "Naam") : d->id);
	text_addf(&foot, "%s %s", label(c.lang, "Copy of dossier"), d->id);
	document_part(to, text_string(&title), text_string(&foot), text_string(&foot));
	put_extent(&c, day);
	if (without_network)
		leave_out_network(&c);
	put_kinds(&c);
	put_comments(&c);
	put_codes(&c);
	text_release(&title);
	text_release(&foot);
	free(c.order);
	free(c.done);
}
