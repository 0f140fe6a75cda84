/* SPDX-License-Identifier: ISC */
#include "condition.h"

#include <stdarg.h>
#include <string.h>

#include "model_name.h"
#include "nearest.h"
#include "text.h"

/* What is being read. */
struct source {
	const char *at;			/* what is left of it */
	struct condition *condition;
	struct arena *arena;
	const char *file;
	struct problems *problems;
};

static void
refuse(struct source *s, const char *format, ...)
{
	struct text text = { 0 };
	va_list ap;

	va_start(ap, format);
	text_addv(&text, format, ap);
	va_end(ap);
	problems_add(s->problems, PROBLEM_ERROR, "condition", s->file, s->condition->line,
	    model_names[MODEL_EIST], "%s", text_string(&text));
	text_release(&text);
}

static void
unknown_kind(struct source *s, const char *word)
{
	const struct schema_kind *k;
	struct nearest near;

	nearest_begin(&near, word);
	for (k = schema_kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	if (near.best != NULL)
		refuse(s, _("\"%s\" is no kind of record; did you mean \"%s\"?"), word, near.best);
	else
		refuse(s, _("\"%s\" is no kind of record; expected KIND[.FIELD [= "
		    "VALUE[|VALUE...]]] [en FIELD = VALUE]... [>= N] [per "
		    "leefgebied|per doel] [sinds fase]"), word);
}

/* The field of the kind that the word is nearly the name of, or NULL. */
static const char *
near_field(const struct schema_kind *k, const char *word)
{
	const struct schema_field *f;
	struct nearest near;

	nearest_begin(&near, word);
	for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f))
		nearest_offer(&near, f->name);
	return near.best;
}

static void
unknown_field(struct source *s, const char *word)
{
	const struct schema_kind *k = s->condition->kind;
	const char *near = near_field(k, word);

	if (near != NULL)
		refuse(s, _("%s has no field \"%s\"; did you mean \"%s\"?"), k->name, word, near);
	else
		refuse(s, _("%s has no field \"%s\"; a field of your own is declared by "
		    "\"Eigen_veld: %s.%s\""), k->name, word, k->name, word);
}

/* Names the first word of what is left that is near to one of the grammar. */
static void
not_a_condition(struct source *s)
{
	const char *const words[] = { "en", "per", schema_kinds[KIND_LEEFGEBIED].name,
	    schema_kinds[KIND_DOEL].name, "sinds", schema_kinds[KIND_FASE].name };
	const char *rest = s->at, *word = "";
	struct nearest near = { 0 };

	while (near.best == NULL && *(rest += strspn(rest, " ")) != '\0') {
		word = arena_copy(s->arena, rest, strcspn(rest, " "));
		rest += strlen(word);
		nearest_begin(&near, word);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			nearest_offer(&near, words[i]);
		if (near.best != NULL && strcmp(near.best, word) == 0)
			near.best = NULL;
	}
	if (near.best != NULL)
		refuse(s, _("\"%s\" is no word of a condition; did you mean \"%s\"?"),
		    word, near.best);
	else
		refuse(s, _("not a condition; expected KIND[.FIELD [= VALUE[|VALUE...]]] [en FIELD "
		    "= VALUE]... [>= N] [per leefgebied|per doel] [sinds fase]"));
}

/* The field of the kind as it is written, or NULL. */
static const char *
known_field(const struct source *s, const char *field)
{
	const struct schema_field *f = schema_field_named(s->condition->kind, field);

	return f == NULL ? NULL : f->name;
}

static enum slot
slot_of(const struct schema_kind *k, const char *field)
{
	const struct schema_field *f = schema_field(k, field);

	return f == NULL ? SLOT_NONE : f->slot;
}

/* Takes the word, blanks before it aside. */
static bool
take(struct source *s, const char *word)
{
	const char *at = s->at + strspn(s->at, " ");
	size_t n = strlen(word);

	if (strncmp(at, word, n) != 0)
		return false;
	s->at = at + n;
	return true;
}

/* Takes the word where a blank or the end follows it. */
static bool
take_word(struct source *s, const char *word)
{
	const char *before = s->at;

	if (take(s, word) && (*s->at == ' ' || *s->at == '\0'))
		return true;
	s->at = before;
	return false;
}

static const char *
take_name(struct source *s, const char *until)
{
	size_t n;
	const char *name;

	s->at += strspn(s->at, " ");
	n = strcspn(s->at, until);
	name = arena_copy(s->arena, s->at, n);
	s->at += n;
	return name;
}

/*
 * Where a value ends: before " >= ", " per ", " sinds " or " en FIELD =" of a field of the kind;
 * "Bergen en Dal" is whole. *near gets the field that somebody may have meant behind an "en".
 */
static size_t
value_length(const struct source *s, const char **word, const char **near)
{
	static const char *const ends[] = { " >= ", " per ", " sinds " };
	size_t n;

	*near = NULL;
	for (n = 0; s->at[n] != '\0'; n++) {
		const char *field = s->at + n + 4, *name;
		size_t length;

		if (s->at[n] != ' ')
			continue;
		for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
			if (strncmp(s->at + n, ends[i], strlen(ends[i])) == 0)
				return n;
		if (strncmp(s->at + n, " en ", 4) != 0)
			continue;
		field += strspn(field, " ");
		length = strcspn(field, " =");
		if (field[length + strspn(field + length, " ")] != '=')
			continue;
		name = arena_copy(s->arena, field, length);
		if (known_field(s, name) != NULL)
			return n;
		*word = name;
		*near = near_field(s->condition->kind, name);
		if (*near != NULL)
			return n;
	}
	return n;
}

/* Cuts the text at each |, blanks around it aside. Returns false for an empty value. */
static bool
take_values(struct source *s, const char *text, size_t n, struct condition_ask *ask)
{
	size_t cap = 1;

	for (size_t i = 0; i < n; i++)
		cap += text[i] == '|';
	ask->values = arena_room(s->arena, cap * sizeof *ask->values);
	for (const char *end = text + n;; text++) {
		size_t length;

		while (text < end && *text == ' ')
			text++;
		for (length = 0; text + length < end && text[length] != '|'; length++)
			continue;
		for (cap = length; cap > 0 && text[cap - 1] == ' '; cap--)
			continue;
		if (cap == 0)
			return false;
		ask->values[ask->n++] = arena_copy(s->arena, text, cap);
		text += length;
		if (text == end)
			return true;
	}
}

/* The values as a set of codes; 0 when one of them is none. */
static uint64_t
codes_of(const struct schema_kind *kind, const struct condition_ask *ask)
{
	const struct schema_field *f = ask->slot == SLOT_NONE ? NULL : schema_slot(kind, ask->slot);
	uint64_t codes = 0;

	for (size_t i = 0; f != NULL && f->codes != NULL && i < ask->n; i++) {
		int code = schema_code_of(f, ask->values[i]);

		if (code < 0 || code >= 64)
			return 0;
		codes |= (uint64_t)1 << code;
	}
	return codes;
}

/* "VALUE|VALUE" behind the = of a field. */
static bool
take_ask(struct source *s, const char *field)
{
	struct condition *c = s->condition;
	struct condition_ask *ask = &c->asks[c->nasks++];
	const char *word, *near;
	size_t n = value_length(s, &word, &near);

	memset(ask, 0, sizeof *ask);
	ask->field = field;
	ask->slot = slot_of(c->kind, field);
	if (near != NULL) {
		unknown_field(s, word);
		return false;
	}
	if (!take_values(s, s->at, n, ask)) {
		refuse(s, _("a value is missing behind = or |"));
		return false;
	}
	ask->codes = codes_of(c->kind, ask);
	s->at += n;
	return true;
}

/* "KIND", "KIND.FIELD" or "KIND.FIELD = VALUE" */
static bool
take_subject(struct source *s)
{
	struct condition *c = s->condition;
	const char *word = take_name(s, " .=");

	c->kind = schema_kind_named(word);
	if (c->kind == NULL) {
		unknown_kind(s, word);
		return false;
	}
	if (*s->at != '.')
		return true;
	s->at++;
	word = take_name(s, " =");
	c->field = known_field(s, word);
	if (c->field == NULL) {
		unknown_field(s, word);
		return false;
	}
	c->slot = slot_of(c->kind, c->field);
	c->valued = take(s, "=");
	return !c->valued || take_ask(s, c->field);
}

/* "en FIELD = VALUE" */
static bool
take_and(struct source *s)
{
	const char *word = take_name(s, " ="), *field = known_field(s, word);

	if (field == NULL) {
		unknown_field(s, word);
		return false;
	}
	if (!take(s, "=")) {
		refuse(s, _("\"en\" asks for FIELD = VALUE"));
		return false;
	}
	return take_ask(s, field);
}

/* The N of " >= N": 0 when it is none. */
static long
take_number(struct source *s)
{
	long number = 0;
	size_t n;

	s->at += strspn(s->at, " ");
	n = strspn(s->at, "0123456789");
	if (n == 0 || n > 6)
		return 0;
	while (n-- > 0)
		number = number * 10 + (*s->at++ - '0');
	return *s->at == ' ' || *s->at == '\0' ? number : 0;
}

static bool
take_tail(struct source *s)
{
	struct condition *c = s->condition;

	while (take_word(s, "en"))
		if (!take_and(s))
			return false;
	if (take_word(s, ">=") && (c->count = take_number(s)) == 0) {
		refuse(s, _("\">=\" asks for a whole number from 1 to 999999"));
		return false;
	}
	if (take_word(s, "per leefgebied"))
		c->per = PER_LEEFGEBIED;
	else if (take_word(s, "per doel"))
		c->per = PER_DOEL;
	c->since_phase = take_word(s, "sinds fase");
	if (*s->at == '\0')
		return true;
	not_a_condition(s);
	return false;
}

/* In each kind it is called as in the one that it names. */
const struct schema_field *
condition_per_field(const struct condition *c, enum condition_per per)
{
	return schema_field(c->kind, per == PER_LEEFGEBIED ? schema_name(KIND_LEEFGEBIED,
	    LEEFGEBIED_LEEFGEBIED) : schema_name(KIND_DOEL, DOEL_DOEL));
}

bool
condition_read(struct condition *c, const char *source, struct arena *arena, const char *file,
    long line, struct problems *problems)
{
	struct source s = { .condition = c, .arena = arena, .file = file, .problems = problems };
	size_t n, equals = 0;

	memset(c, 0, sizeof *c);
	c->line = line;
	c->count = 1;
	c->slot = SLOT_NONE;
	source += strspn(source, " ");
	n = strlen(source);
	while (n > 0 && source[n - 1] == ' ')
		n--;
	c->source = s.at = arena_copy(arena, source, n);
	for (size_t i = 0; i < n; i++)
		equals += source[i] == '=';
	c->asks = arena_room(arena, (equals + 1) * sizeof *c->asks);
	if (!take_subject(&s) || !take_tail(&s))
		return false;
	if (c->per != PER_NOTHING && condition_per_field(c, c->per) == NULL) {
		refuse(&s, _("%s holds nothing to count that way; \"per leefgebied\" asks for a "
		    "field Leefgebied, \"per doel\" for a field Doel"), c->kind->name);
		return false;
	}
	return true;
}

const struct condition_ask *
condition_asks(const struct condition *c, enum slot slot)
{
	for (size_t i = 0; i < c->nasks; i++)
		if (c->asks[i].slot == slot)
			return &c->asks[i];
	return NULL;
}

bool
condition_names(const struct condition *c, enum kind kind, enum slot slot)
{
	return c->kind->id == kind && (c->slot == slot || condition_asks(c, slot) != NULL);
}

bool
condition_takes(const struct condition_ask *ask, const char *value)
{
	for (size_t i = 0; i < ask->n; i++)
		if (strcmp(ask->values[i], value) == 0)
			return true;
	return false;
}

bool
condition_takes_field(const struct condition_ask *ask, const struct field *f)
{
	if (ask->codes != 0)
		return f->is.code >= 0 && f->is.code < 64 && ask->codes >> f->is.code & 1;
	return condition_takes(ask, f->value);
}
