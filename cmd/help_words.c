/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "help.h"
#include "message.h"
#include "period.h"

/* The words that can be the value of a field: the schema's, the model's or the dossier's. */
static void
add_codes(struct text *to, const struct schema_field *f, const struct model *model)
{
	if (f->ref == REF_DOEL || f->ref == REF_WERKPUNT)
		text_addf(to, "<%s>", schema_kinds[f->ref == REF_DOEL ? KIND_DOEL :
		    KIND_WERKPUNT].name);
	else if (f->codes != NULL)
		text_adds(to, f->codes);
	else
		model_codes(model, f->ref, to);
}

/* The kinds of the command from that one on. */
static void
add_kinds(struct text *to, const struct command *k, enum kind from)
{
	for (size_t i = 0; k->kinds[i] != KINDS; i++)
		if (k->kinds[i] >= from && schema_kinds[k->kinds[i]].name != NULL)
			text_addf(to, "%s ", schema_kinds[k->kinds[i]].name);
}

/* The life domains of the model, an = behind each. */
static void
add_pairs(struct text *to, const struct model *model)
{
	struct text codes = { 0 };
	char *at, *rest = NULL;

	model_codes(model, REF_LEEFGEBIED, &codes);
	for (at = strtok_r((char *)text_string(&codes), " ", &rest); at != NULL;
	    at = strtok_r(NULL, " ", &rest))
		text_addf(to, "%s= ", at);
	text_release(&codes);
}

/* The words that can be the value of an option. */
static void
add_values(struct text *to, const struct command *k, const struct command_option *o,
    const struct model *model)
{
	static const char *const files[] = { "FILE", "DIR", "F", "KEYFILE", "FORM" };
	const char *value = o->value == NULL ? "" : o->value, *word;
	const struct command_verb *v = command_verb(k, o->key);

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		if (strcmp(value, files[i]) == 0)
			text_adds(to, "<files>");
	if (v != NULL && v->kind != KIND_OTHER && v->slot != SLOT_NONE)
		add_codes(to, schema_slot(&schema_kinds[v->kind], v->slot), model);
	else if (strcmp(value, "PHASE") == 0)
		model_codes(model, REF_FASE, to);
	else if (strcmp(value, "PERIOD") == 0)
		for (size_t i = 0; (word = period_word(i)) != NULL; i++)
			text_addf(to, "last-%s this-%s ", word, word);
	else if (strcmp(value, "VIEW") == 0 && k->views != NULL)
		for (size_t i = 0; k->views[i] != NULL; i++)
			text_addf(to, "%s ", k->views[i]);
	else if (strcmp(value, "FORMAT") == 0 || strcmp(value, "VIEW") == 0)
		command_add_usage(to, k, o->key == 'v' ? "-v" : "-T");
	else if (strcmp(value, "KIND") == 0)
		add_kinds(to, k, o->has_arg == required_argument ? KIND_OWN : 0);
	else if (strcmp(value, "CODE") == 0) {
		model_codes(model, REF_LEEFGEBIED, to);
		text_addc(to, ' ');
		model_codes(model, REF_KRACHTSOORT, to);
	}
	else if (strcmp(value, "CODE=N,...") == 0)
		add_pairs(to, model);
	else if (v != NULL && v->also == DOEL_DOEL && v->kind == KIND_DOEL)
		text_addf(to, "<%s> <%s>", schema_kinds[KIND_DOEL].name,
		    schema_kinds[KIND_WERKPUNT].name);
	else if (strcmp(value, "NAME,...") == 0)
		text_adds(to, "<attributes>");
	else if (strcmp(value, "ID") == 0 && o->key == 'c')
		text_adds(to, "<ids>");
	else if (value[0] >= 'a' && value[0] <= 'z')
		for (const char *s = value; *s != '\0'; s++)
			text_addc(to, *s == '|' ? ' ' : *s);
}

static void
line(const char *name, const char *takes, bool repeats, const char *values, const char *verbs,
    const char *help)
{
	printf("%s|%s%s|%s|%s|%s\n", name, takes, repeats ? "*" : "", values, verbs, help);
}

/* The verbs that an option goes with: that it is one, or the only one that has it. */
static const char *
verbs_of(const struct command *k, const struct command_option *o)
{
	const struct command_verb *only;

	if (command_verb(k, o->key) != NULL)
		return o->key == k->beside ? "!+" : "!";
	only = help_verb_of(k, o->name);
	return only == NULL ? "" : command_option(k, only->key)->name;
}

static void
option_lines(const struct command *k, const struct command_option *o, const struct model *model)
{
	const char *help = o->help == NULL ? "" : _(o->help);
	int takes = o->has_arg & ~COMMAND_REPEATS;
	bool repeats = (o->has_arg & COMMAND_REPEATS) != 0;
	char letter[] = { '-', (char)o->key, '\0' };
	struct text values = { 0 }, name = { 0 };

	add_values(&values, k, o, model);
	if (o->key > ' ' && o->key < 127)
		line(letter, takes == required_argument ? "=" : "", repeats,
		    takes == required_argument ? text_string(&values) : "", verbs_of(k, o), help);
	text_addf(&name, "--%s", o->name);
	line(text_string(&name), takes == required_argument ? "=" :
	    takes == optional_argument ? "[=" : "", repeats, text_string(&values), verbs_of(k, o),
	    help);
	text_release(&values);
	text_release(&name);
}

/* The field of that name of the command's kind i, where an option gives it; or NULL. */
static const struct schema_field *
given(const struct command *k, size_t i, const char *name)
{
	const struct schema_kind *kind = &schema_kinds[k->kinds[i]];
	const struct schema_field *f = schema_field_named(kind, name);

	return f != NULL && !command_own_option(k, name) &&
	    !command_verb_gives(k, NULL, kind->id, f->slot) ? f : NULL;
}

/* Of a field that several kinds have: one option, with the words of all. */
static void
field_line(const struct command *k, size_t i, const struct schema_field *f,
    const struct model *model)
{
	struct text values = { 0 }, name = { 0 }, verbs = { 0 }, help = { 0 };
	char *option = command_field_option(f->name);
	const struct schema_field *same;
	bool told = false;

	for (size_t j = 0; k->kinds[j] != KINDS; j++)
		if ((same = given(k, j, f->name)) != NULL) {
			told = told || j < i;
			text_adds(&values, values.len > 0 ? " " : "");
			add_codes(&values, same, model);
		}
	text_addf(&name, "--%s", option);
	help_field(&help, model, k->kinds[i], f);
	command_add_verbs(&verbs, k, f);
	if (!told)
		line(text_string(&name), "=", (f->flags & FIELD_REPEATS) != 0,
		    text_string(&values), text_string(&verbs), text_string(&help));
	text_release(&verbs);
	text_release(&help);
	text_release(&values);
	text_release(&name);
	free(option);
}

/* Of a field that the model declares, of a kind of which no other field is an option. */
static void
own_line(enum kind kind, const struct schema_field *f, const struct model *model)
{
	struct text values = { 0 }, name = { 0 }, help = { 0 };
	char *option = command_field_option(f->name);

	add_codes(&values, f, model);
	text_addf(&name, "--%s", option);
	help_field(&help, model, kind, f);
	line(text_string(&name), "=", (f->flags & FIELD_REPEATS) != 0, text_string(&values), "",
	    text_string(&help));
	text_release(&help);
	text_release(&values);
	text_release(&name);
	free(option);
}

void
help_words(const struct command *k, const struct model *model)
{
	const struct command_option *o;

	for (o = k->options; o->name != NULL; o++)
		option_lines(k, o, model);
	for (size_t i = 0; (o = command_shared(k, &i)) != NULL; )
		option_lines(k, o, model);
	for (size_t i = 0; k->kinds != NULL && k->kinds[i] != KINDS; i++) {
		const struct schema_kind *kind = &schema_kinds[k->kinds[i]];
		const struct schema_field *f;

		for (f = schema_next(kind, NULL); f != NULL; f = schema_next(kind, f))
			if (given(k, i, f->name) == f)
				field_line(k, i, f, model);
	}
	for (size_t i = 0; k->own_kinds != NULL && k->own_kinds[i] != KINDS; i++)
		for (const struct schema_field *f = command_own_next(k->own_kinds[i], NULL);
		    f != NULL; f = command_own_next(k->own_kinds[i], f))
			own_line(k->own_kinds[i], f, model);
}
