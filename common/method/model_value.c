#include "model_value.h"

#include <string.h>

#include "schema.h"

void
model_refuse(struct reading *g, long line, const char *field, const char *text)
{
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file, line, field, "%s", text);
}

void
model_refuse_word(struct reading *g, long line, const char *field, const char *format, const char *word,
    const char *near)
{
	struct text t = { 0 };

	text_addf(&t, format, word);
	if (near != NULL)
		text_addf(&t, _("; did you mean \"%s\"?"), near);
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

struct model_text
model_value_text(const struct record *r, const char *name)
{
	struct text en = { 0 };
	struct model_text t;

	text_addf(&en, "%s_en", name);
	t.nl = record_value(r, name);
	t.en = record_value(r, text_string(&en));
	text_release(&en);
	return t;
}

const char *
model_value_nth(const struct record *r, const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0 && n-- == 0)
			return r->fields[i].value;
	return NULL;
}

size_t
model_value_count(const struct record *r, const char *name)
{
	size_t n = 0;

	while (model_value_nth(r, name, n) != NULL)
		n++;
	return n;
}

struct model_texts
model_value_texts(struct reading *g, const struct record *r, const char *name)
{
	struct model_texts t = { 0 };
	struct text en = { 0 };
	size_t i, nen;

	text_addf(&en, "%s_en", name);
	t.n = model_value_count(r, name);
	nen = model_value_count(r, text_string(&en));
	if (t.n > 0 && nen > 0 && nen != t.n)
		model_refuse(g, model_line(r, text_string(&en), 0), text_string(&en),
		    _("not as many as in the other language; expected one for one"));
	if (nen > t.n)
		t.n = nen;
	t.at = arena_room(&g->model->arena, (t.n + 1) * sizeof *t.at);
	for (i = 0; i < t.n; i++) {
		const char *a = model_value_nth(r, name, i), *b = model_value_nth(r, text_string(&en), i);

		t.at[i].nl = a == NULL ? "" : a;
		t.at[i].en = b == NULL ? "" : b;
	}
	text_release(&en);
	return t;
}

long
model_value_number(struct reading *g, const struct record *r, const char *name, long absent, long min, long max)
{
	const char *value = record_value(r, name);
	long number;

	if (value[0] == '\0')
		return absent;
	if (schema_number(value, &number) && number >= min && number <= max)
		return number;
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file, model_line(r, name, 0), name,
	    _("expected a whole number from %ld to %ld"), min, max);
	return absent;
}

bool
model_value_yes(struct reading *g, const struct record *r, const char *name)
{
	const char *value = record_value(r, name);

	if (value[0] != '\0' && strcmp(value, "ja") != 0 && strcmp(value, "nee") != 0)
		model_refuse(g, model_line(r, name, 0), name, _("expected ja or nee"));
	return strcmp(value, "ja") == 0;
}

const char *
model_value_code(struct reading *g, const struct record *r)
{
	const char *code = record_value(r, "Code");

	if (code[0] != '\0' && code[strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] != '\0')
		model_refuse(g, model_line(r, "Code", 0), "Code", _("expected letters a-z, digits, - and _ only"));
	return code;
}

