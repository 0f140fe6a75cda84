/* SPDX-License-Identifier: ISC */
#include "model_value.h"

#include "nearest.h"

#include <string.h>

#include "schema.h"

void
model_refuse(struct reading *g, long line, const char *field, const char *text)
{
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file, line, field, "%s", text);
}

void
model_refuse_word(struct reading *g, long line, const char *field, const char *format,
    const char *word, const char *near)
{
	struct text t = { 0 };

	text_addf(&t, format, word);
	nearest_say(&t, near);
	model_refuse(g, line, field, text_string(&t));
	text_release(&t);
}

long
model_line(const struct record *r, const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0 && n-- == 0)
			return r->fields[i].line;
	return r->line;
}

void
model_refuse_value(struct reading *g, const struct record *r, enum model_name name, size_t n,
    const char *text)
{
	model_refuse(g, model_line(r, model_names[name], n), model_names[name], text);
}

/* The name is one of model_names or model_names_en, as those of the fields are. */
static const char *
nth(const struct record *r, const char *name, size_t n)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->fields[i].name == name && n-- == 0)
			return r->fields[i].value;
	return NULL;
}

static size_t
count(const struct record *r, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += r->fields[i].name == name;
	return n;
}

const char *
model_value_nth(const struct record *r, enum model_name name, size_t n)
{
	return nth(r, model_names[name], n);
}

size_t
model_value_count(const struct record *r, enum model_name name)
{
	return count(r, model_names[name]);
}

const char *
model_value(const struct record *r, enum model_name name)
{
	const char *value = nth(r, model_names[name], 0);

	return value == NULL ? "" : value;
}

struct model_text
model_value_text(const struct record *r, enum model_name name)
{
	const char *en = nth(r, model_names_en[name], 0);

	return (struct model_text){ model_value(r, name), en == NULL ? "" : en };
}

struct model_texts
model_value_texts(struct reading *g, const struct record *r, enum model_name name)
{
	const char *en = model_names_en[name];
	struct model_texts t = { 0 };
	size_t i, nen;

	t.n = model_value_count(r, name);
	nen = count(r, en);
	if (t.n > 0 && nen > 0 && nen != t.n)
		model_refuse(g, model_line(r, en, 0), en,
		    _("not as many as in the other language; expected one for one"));
	if (nen > t.n)
		t.n = nen;
	t.at = arena_room(&g->model->arena, (t.n + 1) * sizeof *t.at);
	for (i = 0; i < t.n; i++) {
		const char *a = model_value_nth(r, name, i), *b = nth(r, en, i);

		t.at[i].nl = a == NULL ? "" : a;
		t.at[i].en = b == NULL ? "" : b;
	}
	return t;
}

long
model_value_number(struct reading *g, const struct record *r, enum model_name name, long absent,
    long min, long max)
{
	const char *value = model_value(r, name);
	long number;

	if (value[0] == '\0')
		return absent;
	if (schema_number(value, &number) && number >= min && number <= max)
		return number;
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file,
	    model_line(r, model_names[name], 0),
	    model_names[name], _("expected a whole number from %ld to %ld"), min, max);
	return absent;
}

date
model_value_date(struct reading *g, const struct record *r, enum model_name name)
{
	const char *value = model_value(r, name);
	date day = value[0] == '\0' ? DATE_NONE : date_parse(value);

	if (value[0] != '\0' && day == DATE_NONE)
		model_refuse_value(g, r, name, 0, _("not a date; expected YYYY-MM-DD"));
	return day;
}

bool
model_value_yes(struct reading *g, const struct record *r, enum model_name name)
{
	const char *value = model_value(r, name);

	if (value[0] != '\0' && strcmp(value, schema_yes(true)) != 0 &&
	    strcmp(value, schema_yes(false)) != 0)
		model_refuse_value(g, r, name, 0, _("expected ja or nee"));
	return strcmp(value, schema_yes(true)) == 0;
}

const char *
model_value_code(struct reading *g, const struct record *r)
{
	const char *code = model_value(r, MODEL_CODE);

	if (code[0] != '\0' &&
	    code[strspn(code,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] != '\0')
		model_refuse_value(g, r, MODEL_CODE, 0,
		    _("expected letters a-z, digits, - and _ only"));
	return code;
}

enum model_kind
model_kind_of(const struct record *r)
{
	enum model_kind k = 0;

	while (k < MODEL_KINDS && !schema_same_name(model_kinds[k], r->name))
		k++;
	return k;
}
