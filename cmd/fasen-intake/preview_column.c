/* SPDX-License-Identifier: ISC */
#include "preview_column.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "rule.h"
#include "schema.h"
#include "shown.h"
#include "validity.h"

void
preview_column_take(struct preview_column *c, const char *value, const struct mapping_rule *r,
    bool fits)
{
	enum date_fault fault;

	if (c->filled < PREVIEW_SAMPLES)
		c->samples[c->filled] = alloc_copy(value);
	c->filled++;
	c->fit += fits;
	c->day = r != NULL && r->spec != NULL && r->spec->type == FIELD_DATE;
	for (int order = 0; order < PREVIEW_ORDERS; order++)
		c->dates[order] += date_read(value, (enum date_order)order, &fault) != DATE_NONE;
}

static bool
letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* The shape of a value: letters that are not ASCII are one x. */
static void
add_shape(const char *s, struct text *to)
{
	size_t begin = to->len;

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (to->len - begin >= SHOWN_MAX) {
			text_adds(to, "...");
			break;
		}

		if (c >= 0xC0)
			text_addc(to, 'x');
		else if (c < 0x80)
			text_addc(to, c == '\n' ? ' ' : c >= '0' &&
			    c <= '9' ? '9' : !letter(c) ? *s :
			    c & 0x20 ? 'x' : 'X');
	}
}

void
preview_column_samples(const struct preview_column *c, const struct mapping_rule *r,
    struct text *to)
{
	for (size_t i = 0; i < PREVIEW_SAMPLES && c->samples[i] != NULL; i++) {
		if (i > 0)
			text_adds(to, " | ");
		if (r != NULL && r->spec != NULL && valid_shown(r->spec, c->samples[i]))
			text_adds(to, c->samples[i]);
		else
			add_shape(c->samples[i], to);
	}
}

/* Whether a field takes codes of the schema or the model and nothing else. */
static bool
coded(const struct schema_field *f)
{
	return f->codes != NULL || f->ref == REF_LEEFGEBIED || f->ref == REF_FASE ||
	    f->ref == REF_KRACHTSOORT || f->ref == REF_SCHAAL || f->ref == REF_UITSTROOMREDEN;
}

/* Whether it could be a code: a day of birth is none. */
static bool
like_code(const char *value)
{
	enum date_fault fault;

	for (int order = 0; order < PREVIEW_ORDERS; order++)
		if (date_read(value, (enum date_order)order, &fault) != DATE_NONE)
			return false;
	return shown_value(value);
}

/* Whether there is room for the code. */
static bool
take_code(struct preview_column *c, const char *code, bool fits)
{
	for (size_t i = 0; i < c->nvalues; i++)
		if (strcmp(c->values[i].value, code) == 0)
			return true;
	if (!fits && c->strange >= PREVIEW_VALUES)
		return false;
	c->strange += !fits;
	c->values = alloc_room(c->values, &c->values_cap, c->nvalues + 1, sizeof *c->values);
	c->values[c->nvalues++] = (struct preview_value){ alloc_copy(code), fits };
	return true;
}

/* The next part of a value, without the blanks around it. Returns false when that was the last. */
static bool
next_part(const struct mapping_rule *r, const char **value, struct text *to)
{
	static const char blanks[] = " \t\n";
	size_t mark, n = rule_part(r, *value, &mark), lead = strspn(*value, blanks);

	text_clear(to);
	if (lead < n)
		text_add(to, *value + lead, n - lead);
	while (to->len > 0 && strchr(blanks, to->at[to->len - 1]) != NULL)
		to->at[--to->len] = '\0';
	*value += n + mark;
	return mark > 0;
}

/* Takes the parts of the value; where not all can be codes, only those that the field takes. */
static void
take_parts(struct preview_column *c, const char *value, const struct mapping_rule *r,
    const struct model *model, bool all)
{
	struct text part = { 0 }, why = { 0 };
	bool more, left_out = !all;

	do {
		bool fits;

		more = next_part(r, &value, &part);
		if (part.len == 0)
			continue;
		fits = valid_value(r->spec, part.at, &why) &&
		    valid_reference(r->spec, part.at, model, &why);
		if ((all || fits) && !take_code(c, part.at, fits))
			left_out = true;
	} while (more);
	c->left_out += left_out;
	text_release(&part);
	text_release(&why);
}

void
preview_column_parts(struct preview_column *c, const char *value, const struct mapping_rule *r,
    const struct model *model)
{
	const char *at = value;
	struct text part = { 0 };
	bool more, all = true;

	if (r->spec == NULL || !coded(r->spec))
		return;
	do {
		more = next_part(r, &at, &part);
		all = all && (part.len == 0 || like_code(part.at));
	} while (more);
	text_release(&part);
	take_parts(c, value, r, model, all);
}

size_t
preview_column_fit(const struct preview_column *c, const struct mapping_rule *r,
    enum date_order order)
{
	bool days = r->spec != NULL && r->spec->type == FIELD_DATE && r->ncolumns == 1 &&
	    r->ncodes == 0 && r->other == NULL && r->separator == NULL;

	return days ? c->dates[order] : c->fit;
}

/* The field's code that differs only in its letters' case; NULL when there is none. */
static const char *
same_letters(const struct schema_field *f, const struct model *model, const char *value,
    struct text *codes)
{
	const char *s;
	size_t n;

	text_clear(codes);
	if (f->codes != NULL)
		text_adds(codes, f->codes);
	else
		model_codes(model, f->ref, codes);
	for (size_t i = 0; (s = schema_code_n(text_string(codes), i, &n)) != NULL; i++)
		if (strlen(value) == n && strncasecmp(s, value, n) == 0) {
			codes->at[s - codes->at + (ptrdiff_t)n] = '\0';
			return s;
		}
	return NULL;
}

void
preview_column_codes(const struct preview_column *c, const struct mapping_rule *r,
    const struct model *model, FILE *out)
{
	struct text line = { 0 }, codes = { 0 };

	if (r->spec == NULL || !coded(r->spec) || r->spec->flags & FIELD_PRIVATE ||
	    r->ncodes > 0 || r->other != NULL || c->fit == c->filled)
		return;
	for (size_t i = 0; i < c->nvalues; i++) {
		const struct preview_value *v = &c->values[i];
		const char *to = v->fits ? v->value :
		    same_letters(r->spec, model, v->value, &codes);

		text_clear(&line);
		preview_quote(v->value, &line);
		fprintf(out, "  %s -> %s\n", text_string(&line), to != NULL ? to : "?");
	}
	if (c->left_out > 0)
		fprintf(out, ngettext("# %zu row has a value that is left out here, for it may be "
		    "no code\n", "# %zu rows have a value that is left out here, for it may be no "
		    "code\n", c->left_out), c->left_out);
	text_release(&line);
	text_release(&codes);
}

/* Whether each value can be a day, in one order or another. */
static bool
all_days(const struct preview_column *c)
{
	for (int order = 0; order < PREVIEW_ORDERS; order++)
		if (c->filled > 0 && c->dates[order] == c->filled)
			return true;
	return false;
}

enum date_order
preview_date_order(const struct preview_column *c, size_t n)
{
	static const enum date_order tried[] = { DATE_ISO, DATE_DMY, DATE_YMD, DATE_MDY };

	for (size_t t = 0; t < sizeof tried / sizeof *tried; t++) {
		size_t days = 0, fit = 0;

		for (size_t i = 0; i < n; i++)
			if (c[i].day || all_days(&c[i])) {
				days += c[i].filled;
				fit += c[i].dates[tried[t]];
			}
		if (days > 0 && fit * 10 >= days * 9)
			return tried[t];
	}
	return DATE_ISO;
}

void
preview_quote(const char *name, struct text *to)
{
	bool quotes = strpbrk(name, "+=\"") != NULL || strstr(name, "->") != NULL ||
	    strstr(name, "\u2192") != NULL || strchr(" \t#*", name[0]) != NULL;

	if (!quotes) {
		text_adds(to, name);
		return;
	}
	text_addc(to, '"');
	for (; *name != '\0'; name++) {
		if (*name == '"')
			text_addc(to, '"');
		text_addc(to, *name);
	}
	text_addc(to, '"');
}

void
preview_column_release(struct preview_column *c)
{
	for (size_t i = 0; i < PREVIEW_SAMPLES; i++)
		free(c->samples[i]);
	for (size_t i = 0; i < c->nvalues; i++)
		free(c->values[i].value);
	free(c->values);
}
