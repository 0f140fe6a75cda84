/* SPDX-License-Identifier: ISC */
#include "dossier_account.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "entry_table.h"
#include "lines.h"
#include "third_party.h"
#include "wording.h"

static void
put_left_out(struct document *to, const struct dossier *d, const struct third_parties *others)
{
	enum lang lang = document_lang(to);
	struct text t = { 0 };
	size_t records = 0, fields = 0, i, j;

	for (i = 0; i < d->n; i++) {
		bool record = third_party_record(&d->records[i]);

		records += record;
		for (j = 2; !record && j < d->records[i].n; j++)
			fields += third_party_field(others, &d->records[i],
			    &d->records[i].fields[j]);
	}
	text_addf(&t,
	    label(lang, "Left out, because it is about somebody else: notes about people around "
	    "the client (%zu) and single details (%zu); where such a detail was, it says %s. "
	    "The client's texts and the notes were left as they are."),
	    records, fields, label(lang, "[left out]"));
	document_paragraph(to, text_string(&t));
	text_release(&t);
}

/* How much there is, of when and by whom. */
static void
put_extent(struct document *to, const struct dossier *d, const struct model *m, date day,
    bool without_network)
{
	enum lang lang = document_lang(to);
	date latest = DATE_NONE;
	struct text t = { 0 }, by = { 0 };
	date first = record_day(&d->records[0], CLIENT_AANGEMELD);
	char made[LABEL_DATE_SIZE], from[LABEL_DATE_SIZE], last[LABEL_DATE_SIZE];
	struct entry_table hands = { 0 };
	void **seen;
	size_t i;

	for (i = 0; i < d->n; i++) {
		date op = record_day(&d->records[i], SLOT_OP);
		const char *who = record_text(&d->records[i], SLOT_DOOR);

		if (op > latest)
			latest = op;
		seen = entry_table_at(&hands, 0, who, strlen(who));
		if (who[0] != '\0' && *seen == NULL)
			text_addf(&by, by.len > 0 ? ", %s" : "%s", wording_worker(m, who));
		*seen = &hands;
	}
	text_addf(&t,
	    label(lang, without_network ?
	    "This is a copy, made on %s, of the dossier. Notes: %zu, from %s to %s" :
	    "This is a copy, made on %s, of all that is in the dossier. Notes: %zu, from %s to %s"),
	    label_date(lang, day, made), d->n, label_date(lang, first, from),
	    label_date(lang, latest == DATE_NONE ? first : latest, last));
	if (by.len > 0)
		text_addf(&t, ", %s %s", label(lang, "noted by"), text_string(&by));
	text_addf(&t, ". %s",
	    label(lang, "Each note says from when it holds and who made it; a later one can change "
	    "an earlier one, and both stay."));
	document_paragraph(to, text_string(&t));
	text_clear(&t);
	label_say(&t, lang, m->formal,
	    "Is something wrong, missing, or to be removed? Ask your support "
	    "worker. That is your right.");
	document_paragraph(to, text_string(&t));
	text_release(&t);
	text_release(&by);
	entry_table_release(&hands);
}

/* Lines of comment in the file: written by a person too. */
static void
put_comments(struct document *to, const struct dossier *d)
{
	struct lines lines = { .at = d->bytes.at, .end = d->bytes.at + d->bytes.len };
	bool joined = false, headed = false;
	struct line line;

	while (lines_next(&lines, &line)) {
		if (line.n > 0 && line.at[0] == '#' && !joined) {
			char *comment = alloc_copy_n(line.at, line.n);

			if (!headed)
				document_heading(to, 2,
				    label(document_lang(to), "Remarks in the file"));
			headed = true;
			document_item(to, comment + strspn(comment, "# "));
			free(comment);
		} else
			joined = line.n > 0 && line.at[line.n - 1] == '\\';
	}
}

void
dossier_account_kind(struct text *to, const char *kind, enum lang lang)
{
	if (strcmp(kind, schema_kinds[KIND_WERKPUNT].name) == 0)
		text_adds(to, label(lang, "Step"));
	else
		wording_kind(to, kind, lang);
}

struct code {
	const char *code;
	char *means;
};

struct codes {
	struct code *at;
	size_t n, cap;
};

static void
note_code(struct codes *c, const char *code, const char *means)
{
	size_t i;

	if (strcmp(code, means) == 0)
		return;
	for (i = 0; i < c->n; i++)
		if (strcmp(c->at[i].code, code) == 0 && strcasecmp(c->at[i].means, means) == 0)
			return;
	c->at = alloc_room(c->at, &c->cap, c->n + 1, sizeof *c->at);
	c->at[c->n].code = code;
	c->at[c->n++].means = alloc_copy(means);
}

static int
by_code(const void *a, const void *b)
{
	const struct code *x = a, *y = b;
	int order = strcmp(x->code, y->code);

	return order != 0 ? order : strcmp(x->means, y->means);
}

/* The values of a record that the copy says in other words. */
static void
note_codes(struct codes *c, const struct record *r, const struct model *m, enum lang lang)
{
	struct text kind = { 0 };
	size_t i;

	dossier_account_kind(&kind, r->name, lang);
	note_code(c, r->name, text_string(&kind));
	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		const char *means = wording_value(m, f->spec, f->value, lang);

		note_code(c, f->value, means);
	}
	text_release(&kind);
}

/* The codes for which the copy has words, so that it can be held against the file. */
static void
put_codes(struct document *to, const struct dossier *d, const struct model *m, bool without_network)
{
	enum lang lang = document_lang(to);
	struct document_column columns[2] = { { .weight = 1 }, { .weight = 2 } };
	struct codes c = { 0 };
	size_t i;

	for (i = 0; i < d->n; i++)
		if (!without_network || !third_party_record(&d->records[i]))
			note_codes(&c, &d->records[i], m, lang);
	if (c.n > 0) {
		qsort(c.at, c.n, sizeof *c.at, by_code);
		columns[0].heading = label(lang, "In the file");
		columns[1].heading = label(lang, "means");
		document_heading(to, 2, label(lang, "Codes in the file"));
		document_table(to, "", columns, 2);
		for (i = 0; i < c.n; i++) {
			document_cell(to, c.at[i].code);
			document_cell(to, c.at[i].means);
			free(c.at[i].means);
		}
		document_table_end(to);
	}
	free(c.at);
}

void
dossier_account_begin(struct document *to, const struct dossier *d, const struct model *m, date day,
    const struct third_parties *left_out)
{
	put_extent(to, d, m, day, left_out != NULL);
	if (left_out != NULL)
		put_left_out(to, d, left_out);
}

void
dossier_account_end(struct document *to, const struct dossier *d, const struct model *m,
    bool without_network)
{
	put_comments(to, d);
	put_codes(to, d, m, without_network);
}
