/* SPDX-License-Identifier: ISC */
#include "sheet_field.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "form.h"

static const struct schema_field *
field_of(enum kind kind, enum slot slot)
{
	return schema_slot(&schema_kinds[kind], slot);
}

char *
sheet_say(const struct sheet *s, const char *english)
{
	struct text t = { 0 };

	label_say(&t, s->call->lang, s->call->model->formal, english);
	return text_take(&t);
}

void
sheet_heading(const struct sheet *s, const char *english)
{
	char *words = sheet_say(s, english);

	document_heading(s->document, 2, words);
	free(words);
}

void
sheet_begin(const struct sheet *s, enum kind kind, const struct entry *known)
{
	struct text records = { 0 };

	document_record(s->document, schema_kinds[kind].name, s->client);
	if (known == NULL)
		return;
	text_addf(&records, "%zu", s->state->dossier->n);
	document_given(s->document, FORM_RECORDS, text_string(&records));
	text_release(&records);
}

void
sheet_given(const struct sheet *s, enum kind kind, enum slot slot, const char *value)
{
	document_given(s->document, field_of(kind, slot)->name, value);
}

static bool
has_value(const struct entry *e, enum slot slot, const char *value)
{
	for (const struct field *v = e != NULL ? entry_at(e, slot) : NULL; v != NULL;
	    v = field_next(v))
		if (strcmp(v->value, value) == 0)
			return true;
	return false;
}

/*
 * The codes of a field, in words of the model or of ours; those that the entry has are chosen. What
 * it has and is none is among them: nothing chosen goes by the way.
 */
static void
choose_code(const struct sheet *s, const struct schema_field *f, const char *asked,
    const struct entry *e)
{
	struct document_choice *choices = NULL;
	size_t n = 0, cap = 0, length;
	const char *code;

	while ((code = schema_code_n(f->codes, n, &length)) != NULL) {
		char *value = alloc_copy_n(code, length);
		const char *words = model_value_label(s->call->model, f, value, s->call->lang);

		choices = alloc_room(choices, &cap, n + 1, sizeof *choices);
		choices[n++] = (struct document_choice){ value,
		    words != NULL ? words : label_plain(s->call->lang, value),
		    has_value(e, f->slot, value) };
	}
	for (const struct field *v = e != NULL ? entry_at(e, f->slot) : NULL; v != NULL;
	    v = field_next(v))
		if (!schema_code(f, v->value)) {
			choices = alloc_room(choices, &cap, n + 1, sizeof *choices);
			choices[n++] = (struct document_choice){ alloc_copy(v->value), v->value,
			    true };
		}
	document_choose(s->document, f->name, asked, choices, n,
	    f->flags & FIELD_REPEATS ? CHOOSE_SEVERAL : CHOOSE_ONE);
	for (size_t i = 0; i < n; i++)
		free((char *)choices[i].value);
	free(choices);
}

/* Each value of a field that repeats is a line. */
static void
ask(const struct sheet *s, const struct schema_field *field, const char *asked,
    const struct entry *e, int lines)
{
	bool several = (field->flags & FIELD_REPEATS) != 0;
	struct text known = { 0 };

	for (const struct field *v = e != NULL ? entry_at(e, field->slot) : NULL; v != NULL;
	    v = several ? field_next(v) : NULL)
		text_addf(&known, "%s%s", known.len > 0 ? "\n" : "", v->value);
	document_blank(s->document, field->name, asked, text_string(&known), lines, several);
	text_release(&known);
}

void
sheet_blank(const struct sheet *s, enum kind kind, enum slot slot, const char *english,
    const struct entry *e, int lines)
{
	const struct schema_field *field = field_of(kind, slot);
	char *asked = sheet_say(s, english);

	if (field->codes != NULL)
		choose_code(s, field, asked, e);
	else
		ask(s, field, asked, e, lines);
	free(asked);
}

void
sheet_end(const struct sheet *s, enum kind kind, const struct entry *e)
{
	const struct schema_kind *k = &schema_kinds[kind];

	for (const struct schema_field *f = schema_next(k, NULL); f != NULL;
	    f = schema_next(k, f)) {
		const char *asked = s->call->lang == LANG_NL ? f->nl : f->en;

		if (schema_declared(f) && f->codes != NULL)
			choose_code(s, f, asked, e);
		else if (schema_declared(f))
			ask(s, f, asked, e, f->type == FIELD_DATE ? 0 : 1);
	}
	document_record_end(s->document);
}

void
sheet_choose_code(const struct sheet *s, enum kind kind, enum slot slot, const char *english)
{
	char *asked = sheet_say(s, english);

	choose_code(s, field_of(kind, slot), asked, NULL);
	free(asked);
}

/* In the client's voice: what is written here is a code, "I" would be somebody's name. */
void
sheet_choose_who(const struct sheet *s, const char *english)
{
	const struct schema_field *f = field_of(KIND_WERKPUNT, WERKPUNT_WIE);
	enum lang lang = s->call->lang;
	const struct document_choice choices[] = {
		{ WIE_words[WIE_CLIENT], label(lang, "I do"), false },
		{ WIE_words[WIE_NETWERK], label(lang, "somebody around me"), false },
		{ WIE_words[WIE_BEGELEIDER], label(lang, "my support worker"), false },
	};
	char *asked = sheet_say(s, english);

	document_choose(s->document, f->name, asked, choices, sizeof choices / sizeof *choices,
	    CHOOSE_ONE);
	free(asked);
}

/* What was chosen and the model does not have is among them: nothing chosen goes by the way. */
void
sheet_choose_domain(const struct sheet *s, enum kind kind, enum slot slot, const char *english,
    const struct entry *e, bool several)
{
	const struct model *m = s->call->model;
	struct document_choice *choices = NULL;
	size_t n = 0, cap = 0;
	char *asked = sheet_say(s, english);

	for (size_t i = 0; i < m->ndomains; i++) {
		choices = alloc_room(choices, &cap, n + 1, sizeof *choices);
		choices[n++] = (struct document_choice){ m->domains[i].code,
		    model_text(&m->domains[i].name, s->call->lang),
		    has_value(e, slot, m->domains[i].code) };
	}
	for (const struct field *v = e != NULL ? entry_at(e, slot) : NULL; v != NULL;
	    v = field_next(v))
		if (model_domain(m, v->value) == NULL) {
			choices = alloc_room(choices, &cap, n + 1, sizeof *choices);
			choices[n++] = (struct document_choice){ v->value, v->value, true };
		}
	document_choose(s->document, field_of(kind, slot)->name, asked, choices, n,
	    several ? CHOOSE_SEVERAL : CHOOSE_ONE);
	free(choices);
	free(asked);
}

/* Of a mark the ends have faces. */
void
sheet_choose_number(const struct sheet *s, enum kind kind, enum slot slot, const char *asked,
    long min, long max, bool faces)
{
	size_t n = (size_t)(max - min) + 1;
	struct document_choice *choices = alloc_new(n, sizeof *choices);

	for (size_t i = 0; i < n; i++) {
		struct text number = { 0 }, words = { 0 };

		text_addf(&number, "%ld", min + (long)i);
		text_addf(&words, "%s%s%s", faces && i == 0 ? "\xE2\x98\xB9 " : "",
		    text_string(&number), faces && i + 1 == n ? " \xE2\x98\xBA" : "");
		choices[i] = (struct document_choice){ text_take(&number), text_take(&words),
		    false };
	}
	document_choose(s->document, field_of(kind, slot)->name, asked, choices, n,
	    faces ? CHOOSE_SCALE_FACES : CHOOSE_SCALE);
	for (size_t i = 0; i < n; i++) {
		free((char *)choices[i].value);
		free((char *)choices[i].words);
	}
	free(choices);
}

void
sheet_questions(const struct sheet *s, const struct model_texts *texts)
{
	for (size_t i = 0; i < texts->n; i++)
		document_item(s->document, model_text(&texts->at[i], s->call->lang));
}
