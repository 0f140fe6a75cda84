/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <stdlib.h>
#include <string.h>

#include "nearest.h"
#include "schema.h"
#include "shown.h"
#include "utf8.h"
#include "validity.h"

bool
term_is(const char *operand)
{
	return strpbrk(operand, "=<>~") != NULL;
}

/* The operator at s; its length goes to *n. Returns false for a lone '!'. */
static bool
read_operator(const char *s, enum term_operator *o, size_t *n)
{
	*n = s[1] == '=' && s[0] != '=' && s[0] != '~' ? 2 : 1;
	switch (s[0]) {
	case '=': *o = TERM_EQUAL; return true;
	case '~': *o = TERM_HOLDS; return true;
	case '<': *o = *n == 2 ? TERM_LESS_EQUAL : TERM_LESS; return true;
	case '>': *o = *n == 2 ? TERM_MORE_EQUAL : TERM_MORE; return true;
	default: *o = TERM_UNEQUAL; return *n == 2;
	}
}

static bool
orders(enum term_operator o)
{
	return o == TERM_LESS || o == TERM_LESS_EQUAL || o == TERM_MORE || o == TERM_MORE_EQUAL;
}

static bool
is_phase(const struct term *t)
{
	return t->attribute.spec != NULL && t->attribute.spec->ref == REF_FASE;
}

/* A phase by what a person calls it, so that fase=3 and fase=Startfase are understood. */
static const char *
settle_code(const struct term *t, const char *word, const struct model *m)
{
	const struct model_phase *p;

	if (!is_phase(t) || t->operator == TERM_HOLDS)
		return word;
	p = model_phase_named(m, word);
	return p == NULL ? word : p->code;
}

static bool
read_value(struct term *t, struct term_value *v, const char *word, const struct model *m,
    date today, struct arena *arena, struct text *why)
{
	const struct schema_field *spec = t->attribute.spec;
	enum table_type type = t->attribute.type;
	const char *shown = spec != NULL && spec->flags & FIELD_PRIVATE ? SHOWN_NOT :
	    shown_or_dots(word);
	char *folded;

	v->text = word = settle_code(t, word, m);
	v->is_number = schema_number(word, &v->number);
	v->date = date_parse(word);
	if (v->date == DATE_NONE && type != TABLE_NUMBER)
		v->date = date_relative(word, today);
	if (t->operator == TERM_HOLDS) {
		folded = utf8_fold(word);
		v->folded = arena_copy(arena, folded, strlen(folded));
		free(folded);
		if (word[0] != '\0')
			return true;
		text_adds(why, _("\"~\" asks for a text to look for"));
		return false;
	}
	if (word[0] == '\0') {
		if (!orders(t->operator))
			return true;
		text_adds(why, _("nothing to compare with"));
		return false;
	}
	if (type == TABLE_NUMBER && !v->is_number) {
		text_addf(why, _("\"%s\" is not a whole number"), shown);
		return false;
	}
	if (type == TABLE_DATE && v->date == DATE_NONE) {
		text_addf(why,
		    _("\"%s\" is not a date; expected YYYY-MM-DD, today, today+14 or today-30"),
		    shown);
		return false;
	}
	if ((orders(t->operator) && !is_phase(t)) || spec == NULL || (spec->type != FIELD_CODE &&
	    spec->type != FIELD_NUMBER))
		return true;
	return valid_value(spec, word, why) && valid_reference(spec, word, m, why);
}

/* The next word of the list, to the comma, without blanks around; NULL after the last. */
static const char *
next_word(const char **list, struct arena *arena)
{
	const char *s = *list;
	char *word;
	size_t n = 0, i, blanks;

	if (s == NULL)
		return NULL;
	word = arena_copy(arena, s, strlen(s));
	for (i = 0; s[i] != '\0' && s[i] != ','; i++) {
		if (s[i] == '\\' && s[i + 1] == ',')
			i++;
		word[n++] = s[i];
	}
	*list = s[i] == ',' ? s + i + 1 : NULL;
	while (n > 0 && word[n - 1] == ' ')
		n--;
	word[n] = '\0';
	blanks = strspn(word, " ");
	return word + blanks;
}

bool
term_read(struct term *t, const char *source, const struct model *m, date today,
    struct arena *arena, struct text *why)
{
	size_t n = strcspn(source, "=<>~!"), length, most = 1, blanks;
	const char *list = source + n, *word;

	memset(t, 0, sizeof *t);
	t->source = source;
	blanks = strspn(source, " ");
	if (*list == '\0' || !read_operator(list, &t->operator, &length)) {
		text_adds(why, _("no operator; expected one of = != < <= > >= ~"));
		return false;
	}
	list += length;
	while (n > blanks && source[n - 1] == ' ')
		n--;
	if (!attribute_find(&t->attribute, arena_copy(arena, source + blanks, n - blanks), m,
	    arena, why))
		return false;
	for (word = list; *word != '\0'; word++)
		most += *word == ',';
	t->values = arena_room(arena, most * sizeof *t->values);
	memset(t->values, 0, most * sizeof *t->values);
	while ((word = next_word(&list, arena)) != NULL)
		if (!read_value(t, &t->values[t->n++], word, m, today, arena, why))
			return false;
	if (t->n > 1 && orders(t->operator)) {
		text_adds(why, _("a list of values goes with =, != and ~ only"));
		return false;
	}
	return true;
}

/* How the dossier's value compares with that of the term; *good is false when it does not. */
static int
compare(const struct term *t, const struct model *m, const char *value,
    const struct term_value *with, bool *good)
{
	const struct model_phase *p = is_phase(t) ? model_phase(m, value) : NULL,
	    *q = model_phase(m, with->text);
	enum table_type type = t->attribute.type;
	long number;
	date d;

	*good = true;
	if (p != NULL && q != NULL)
		return p < q ? -1 : p > q;
	if (with->is_number && type != TABLE_DATE && schema_number(value, &number))
		return number < with->number ? -1 : number > with->number;
	if (with->date != DATE_NONE && type != TABLE_NUMBER && (d = date_parse(value)) != DATE_NONE)
		return d < with->date ? -1 : d > with->date;
	*good = type == TABLE_WORD && !is_phase(t);
	return strcmp(value, with->text);
}

static bool
equal(const struct term *t, const struct model *m, const char *value, const struct term_value *with)
{
	bool good;

	if (t->attribute.type == TABLE_WORD && with->date == DATE_NONE)
		return strcmp(value, with->text) == 0;
	return compare(t, m, value, with, &good) == 0 && good;
}

static bool
holds_text(const char *value, const struct term_value *with)
{
	char *folded;
	bool found;

	if (with->folded[0] == '\0')
		return strstr(value, with->text) != NULL;
	folded = utf8_fold(value);
	found = strstr(folded, with->folded) != NULL;
	free(folded);
	return found;
}

static bool
fits(const struct term *t, const struct model *m, const char *value, const struct term_value *with)
{
	bool good;
	int c;

	if (t->operator == TERM_HOLDS)
		return holds_text(value, with);
	if (t->operator == TERM_EQUAL || t->operator == TERM_UNEQUAL)
		return equal(t, m, value, with);
	c = compare(t, m, value, with, &good);
	if (!good)
		return false;
	switch (t->operator) {
	case TERM_LESS: return c < 0;
	case TERM_LESS_EQUAL: return c <= 0;
	case TERM_MORE: return c > 0;
	default: return c >= 0;
	}
}

bool
term_holds(const struct term *t, const struct fold *s, struct attribute_values *values)
{
	bool found = false;

	attribute_values(&t->attribute, s, values);
	for (size_t i = 0; i < t->n && !found; i++) {
		found = t->values[i].text[0] == '\0' && values->n == 0;
		for (size_t j = 0; j < values->n && !found; j++)
			found = t->values[i].text[0] != '\0' &&
			    fits(t, s->model, values->at[j], &t->values[i]);
	}
	return t->operator == TERM_UNEQUAL ? !found : found;
}
