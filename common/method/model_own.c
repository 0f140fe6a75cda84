/* SPDX-License-Identifier: ISC */
#include "model_own.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "nearest.h"
#include "taken_word.h"

/* The kind that the word names; it is said when there is none. */
static const struct schema_kind *
find_kind(struct reading *g, const char *word, const char *field, long line)
{
	const struct schema_kind *k = schema_kind_named(word);
	struct nearest near;

	if (k != NULL)
		return k;
	nearest_begin(&near, word);
	for (k = schema_kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	model_refuse_word(g, line, field, _("\"%s\" is no kind of record"), word, near.best);
	return NULL;
}

/*
 * Whether a name is free: no kind, field of every record, attribute or option word, or what is
 * typed could mean two things.
 */
static bool
is_free(struct reading *g, const char *name, const char *field, long line)
{
	static const char *const heads[] = { SCHEMA_RECORD, SCHEMA_CLIENT };
	const char *taken = NULL;

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		if (schema_same_name(name, heads[i]))
			taken = heads[i];
	if (taken == NULL && schema_kind_named(name) != NULL)
		taken = schema_kind_named(name)->name;
	for (enum slot s = 0; taken == NULL && s <= SLOT_FORMAAT; s++)
		if (schema_same_name(name, schema_name(KIND_CLIENT, s)))
			taken = schema_name(KIND_CLIENT, s);
	if (taken == NULL)
		taken = taken_word(name);
	if (taken != NULL)
		model_refuse_word(g, line, field, _("\"%s\" means something else already"), name,
		    NULL);
	return taken == NULL;
}

/* Whether a name is free in the kind too: KIND.FIELD is no attribute. */
static bool
is_free_in(struct reading *g, const struct schema_kind *k, const char *name, const char *field,
    long line)
{
	struct text whole = { 0 };
	bool taken;

	if (!is_free(g, name, field, line))
		return false;
	text_addf(&whole, "%s.%s", k->name, name);
	taken = taken_word(text_string(&whole)) != NULL;
	if (taken)
		model_refuse_word(g, line, field, _("\"%s\" means something else already"),
		    text_string(&whole), NULL);
	text_release(&whole);
	return !taken;
}

static void
add_field(struct reading *g, const struct schema_kind *kind, const struct schema_field *f,
    struct model_texts values)
{
	struct model *m = g->model;

	m->fields = alloc_room(m->fields, &g->fields, m->nfields + 1, sizeof *m->fields);
	m->fields[m->nfields++] = (struct model_field){ kind, f, values };
}

static void
declare(struct reading *g, const struct schema_kind *kind, const struct schema_field *f,
    struct model_texts values, const char *field, long line)
{
	const struct schema_field *declared;

	if (schema_field_named(kind, f->name) != NULL) {
		model_refuse_word(g, line, field,
		    _("the field %s is there already; expected one of your own"), f->name, NULL);
		return;
	}
	declared = schema_declare(kind, f);
	if (declared == NULL)
		model_refuse_word(g, line, field,
		    _("no place for the field %s: a kind has at most 32 own fields"),
		    f->name, NULL);
	else
		add_field(g, kind, declared, values);
}

void
model_own_short(struct reading *g, const struct record *r)
{
	for (size_t i = 0; i < model_value_count(r, MODEL_EIGEN_VELD); i++) {
		const char *own = model_value_nth(r, MODEL_EIGEN_VELD, i);
		const char *dot = strchr(own, '.'), *name = dot == NULL ? "" : dot + 1;
		const char *field = model_names[MODEL_EIGEN_VELD];
		long line = model_line(r, field, i);
		const struct schema_kind *k;
		char *word;

		if (dot == NULL || !rec_name(name, strlen(name)) || name[0] == '%') {
			model_refuse(g, line, field,
			    _("expected KIND.Field, such as client.Doelgroep"));
			continue;
		}
		word = alloc_copy_n(own, (size_t)(dot - own));
		k = find_kind(g, word, field, line);
		free(word);
		if (k != NULL && is_free_in(g, k, name, field, line))
			declare(g, k, &(struct schema_field){ .name = name, .type = FIELD_TEXT,
			    .flags = FIELD_LATER, .nl = name, .en = name, .help = name,
			    .from = DATE_NONE }, (struct model_texts){ 0 }, field, line);
	}
}

static enum field_type
read_type(struct reading *g, const struct record *r)
{
	static const struct {
		const char *word;
		enum field_type type;
	} types[] = {
		{ "tekst", FIELD_TEXT }, { "woord", FIELD_WORD }, { "datum", FIELD_DATE },
		{ "getal", FIELD_NUMBER }
	};
	const char *word = model_value(r, MODEL_TYPE);

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(word, types[i].word) == 0)
			return types[i].type;
	if (word[0] != '\0')
		model_refuse_value(g, r, MODEL_TYPE, 0,
		    _("expected tekst, woord, datum or getal"));
	return FIELD_TEXT;
}

/* Whether it looks as a name of more than one word, of which the first would be the code. */
static bool
is_name(const char *value, size_t length)
{
	const char *rest = value + length;

	if (value[0] < 'A' || value[0] > 'Z' || length < 2 || value[1] < 'a' || value[1] > 'z' ||
	    *rest == '\0')
		return false;
	while (*++rest != '\0')
		if (strncasecmp(rest, value, length) == 0)
			return false;
	return true;
}

/* The codes of Waarde, separated by a blank, in the arena; NULL when there are none. */
static const char *
read_codes(struct reading *g, const struct record *r)
{
	size_t n = model_value_count(r, MODEL_WAARDE);
	struct text codes = { 0 };
	const char *kept;

	for (size_t i = 0; i < n; i++) {
		const char *value = model_value_nth(r, MODEL_WAARDE, i);
		size_t length = strcspn(value, " ");
		char *code = alloc_copy_n(value, length);

		if (!rec_writable(code, length) || length == 0)
			model_refuse_value(g, r, MODEL_WAARDE, i,
			    _("expected a code, a blank and what it means"));
		if (is_name(value, length))
			problems_add(g->problems, PROBLEM_WARNING, "model", g->file,
			    model_line(r, model_names[MODEL_WAARDE], i), model_names[MODEL_WAARDE],
			    _("only %s is the code, and what is behind it its name; a code has no "
			    "blank: expected one in front of the whole"), code);
		for (size_t j = 0; j < i; j++) {
			const char *other = model_value_nth(r, MODEL_WAARDE, j);

			if (strcspn(other, " ") == length && strncasecmp(other, value, length) == 0)
				model_refuse_value(g, r, MODEL_WAARDE, i,
				    _("this code stands twice in the record"));
		}
		text_addf(&codes, "%s%s", i > 0 ? " " : "", code);
		free(code);
	}
	kept = n == 0 ? NULL : arena_copy(&g->model->arena, text_string(&codes), codes.len);
	text_release(&codes);
	return kept;
}

/* Registering makes a fase, which nobody fills in. */
static void
refuse_required(struct reading *g, const struct record *r, const struct schema_kind *k)
{
	if (k->id == KIND_FASE && model_value_yes(g, r, MODEL_VERPLICHT))
		model_refuse_value(g, r, MODEL_VERPLICHT, 0,
		    _("a fase is recorded where nobody fills it in; expected none"));
}

/* A field of ours: what it may hold, and that it is required; nothing else is the model's. */
static void
restrict_field(struct reading *g, const struct record *r, const struct schema_kind *k,
    const struct schema_field *f)
{
	static const enum model_name more[] = { MODEL_TYPE, MODEL_HERHAALT, MODEL_PRIVE,
	    MODEL_NAAM };
	const char *codes = read_codes(g, r);
	bool plain = (f->type == FIELD_TEXT || f->type == FIELD_WORD) && f->codes == NULL &&
	    f->ref == REF_NONE;

	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (model_value(r, more[i])[0] != '\0')
			model_refuse(g, model_line(r, model_names[more[i]], 0),
			    model_names[more[i]],
			    _("of a field of ours a model says only Waarde, Verplicht and Vanaf"));
	refuse_required(g, r, k);
	if (codes != NULL && !plain)
		model_refuse_value(g, r, MODEL_WAARDE, 0,
		    _("its values are fixed; expected a field that holds any text"));
	else if (!schema_restrict(k, f->slot, codes, model_value_yes(g, r, MODEL_VERPLICHT),
	    model_value_date(g, r, MODEL_VANAF)))
		model_refuse(g, r->line, model_names[MODEL_CODE],
		    _("too many fields are restricted"));
	else
		add_field(g, k, schema_slot(k, f->slot), model_value_texts(g, r, MODEL_WAARDE));
}

/* The record of kind veld that is the key of a kind, or NULL. */
static const struct record *
key_record(const struct reading *g, const char *kind, const char *key)
{
	for (size_t i = 0; i < g->n; i++) {
		const struct record *r = &g->records[i];

		if (model_kind_of(r) == MODEL_KIND_VELD &&
		    schema_same_name(model_value(r, MODEL_BIJ), kind) &&
		    schema_same_name(model_value(r, MODEL_CODE), key))
			return r;
	}
	return NULL;
}

static bool
declared_before(const struct model *m, const struct schema_kind *k, const struct schema_field *f)
{
	for (size_t i = 0; i < m->nfields; i++)
		if (m->fields[i].kind == k && m->fields[i].field == f)
			return true;
	return false;
}

/* Whether the record is that of the kind's key, which was declared with the kind. */
static bool
is_key_of(const struct reading *g, const struct record *r, const struct schema_kind *k,
    const struct schema_field *f)
{
	const struct record *key = k->id < KIND_OWN ? NULL : key_record(g, k->name, f->name);

	return key == r && schema_key(k) == f;
}

void
model_own_field(struct reading *g, const struct record *r)
{
	const char *code = model_value_code(g, r), *type = model_value(r, MODEL_TYPE);
	const char *kind = model_value(r, MODEL_BIJ);
	long line = model_line(r, model_names[MODEL_CODE], 0);
	const struct schema_kind *k = kind[0] == '\0' ? NULL : find_kind(g, kind,
	    model_names[MODEL_BIJ], model_line(r, model_names[MODEL_BIJ], 0));
	const struct schema_field *ours;
	struct schema_field f = { .name = code, .flags = FIELD_LATER, .from = DATE_NONE };
	struct model_text name = model_value_text(r, MODEL_NAAM);

	if (k == NULL || code[0] == '\0')
		return;
	ours = schema_field_named(k, code);
	if (ours != NULL && is_key_of(g, r, k, ours))
		return;
	if (ours != NULL && ours->slot >= SLOT_FIRST && !declared_before(g->model, k, ours)) {
		restrict_field(g, r, k, ours);
		return;
	}
	if (ours != NULL && ours->slot >= SLOT_FIRST)
		model_refuse_word(g, line, model_names[MODEL_CODE],
		    _("the field %s is there already; expected one of your own"), code, NULL);
	else if (!rec_name(code, strlen(code)) || code[0] == '%')
		model_refuse_value(g, r, MODEL_CODE, 0,
		    _("expected a letter, then letters, digits and _"));
	else if (type[0] == '\0')
		model_refuse(g, r->line, model_names[MODEL_TYPE], _("missing"));
	else if (is_free_in(g, k, code, model_names[MODEL_CODE], line)) {
		f.type = read_type(g, r);
		f.codes = read_codes(g, r);
		if (f.codes != NULL && f.type != FIELD_WORD)
			model_refuse_value(g, r, MODEL_WAARDE, 0, _("only a woord has values"));
		if (f.codes != NULL)
			f.type = FIELD_CODE;
		refuse_required(g, r, k);
		if (model_value_yes(g, r, MODEL_VERPLICHT))
			f.flags |= FIELD_REQUIRED;
		if (model_value_yes(g, r, MODEL_HERHAALT))
			f.flags |= FIELD_REPEATS;
		if (model_value(r, MODEL_PRIVE)[0] == '\0' ? f.type == FIELD_TEXT :
		    model_value_yes(g, r, MODEL_PRIVE))
			f.flags |= FIELD_PRIVATE;
		f.from = model_value_date(g, r, MODEL_VANAF);
		f.nl = model_text(&name, LANG_NL)[0] != '\0' ? model_text(&name, LANG_NL) : code;
		f.en = model_text(&name, LANG_EN)[0] != '\0' ? model_text(&name, LANG_EN) : code;
		f.help = f.nl;
		if (k->amends && k->id >= KIND_OWN && schema_next(k, NULL) == NULL)
			f.flags |= FIELD_KEY;
		declare(g, k, &f, model_value_texts(g, r, MODEL_WAARDE), model_names[MODEL_CODE],
		    line);
	}
}

void
model_own_kind(struct reading *g, const struct record *r)
{
	const char *code = model_value_code(g, r), *key = model_value(r, MODEL_SLEUTEL);
	struct model_text name = model_value_text(r, MODEL_NAAM);
	struct schema_kind k = { .name = code, .amends = key[0] != '\0' };
	const struct record *field = key[0] == '\0' ? NULL : key_record(g, code, key);
	const struct schema_kind *declared;
	long line = model_line(r, model_names[MODEL_CODE], 0);

	if (code[0] == '\0' || !is_free(g, code, model_names[MODEL_CODE], line))
		return;
	if (taken_prefix(code) != NULL) {
		model_refuse_word(g, line, model_names[MODEL_CODE],
		    _("\"%s\" means something else already"), code, NULL);
		return;
	}
	k.nl = k.help = model_text(&name, LANG_NL);
	k.en = model_text(&name, LANG_EN);
	k.needs_op = k.amends ? OP_MAY : OP_ASKED;
	declared = schema_declare_kind(&k);
	if (declared == NULL)
		model_refuse_value(g, r, MODEL_CODE, 0, _("a model declares at most 15 kinds"));
	else if (k.amends &&
	    (field == NULL || strcmp(model_value(field, MODEL_TYPE), "woord") != 0 ||
	    !model_value_yes(g, field, MODEL_VERPLICHT) ||
	    model_value_yes(g, field, MODEL_HERHAALT)))
		model_refuse_value(g, r, MODEL_SLEUTEL, 0,
		    _("expected the Code of a veld of this kind, of type woord and required"));
	else if (k.amends)	/* its first field, by which schema_key finds it */
		model_own_field(g, field);
}
