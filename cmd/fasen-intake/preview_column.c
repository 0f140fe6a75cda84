/* SPDX-License-Identifier: ISC */
#include "preview_column.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema.h"
#include "shown.h"

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
	for (size_t i = 0; i < c->nvalues; i++)
		if (strcmp(c->values[i].value, value) == 0) {
			c->values[i].n++;
			return;
		}
	if (c->nvalues < PREVIEW_VALUES)
		c->values[c->nvalues++] = (struct preview_value){ alloc_copy(value), fits, 1 };
	else
		c->beyond++;
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
	bool private = r == NULL || r->spec == NULL || r->spec->flags & FIELD_PRIVATE;

	for (size_t i = 0; i < PREVIEW_SAMPLES && c->samples[i] != NULL; i++) {
		if (i > 0)
			text_adds(to, " | ");
		if (private || !shown_value(c->samples[i]))
			add_shape(c->samples[i], to);
		else
			text_adds(to, c->samples[i]);
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

void
preview_column_codes(const struct preview_column *c, const struct mapping_rule *r, FILE *out)
{
	struct text line = { 0 };
	size_t left_out = c->beyond;

	if (r->spec == NULL || !coded(r->spec) || r->spec->flags & FIELD_PRIVATE ||
	    r->ncodes > 0 || c->fit == c->filled)
		return;
	for (size_t i = 0; i < c->nvalues; i++) {
		const struct preview_value *v = &c->values[i];

		if (!v->fits && !like_code(v->value)) {
			left_out += v->n;
			continue;
		}
		text_clear(&line);
		preview_quote(v->value, &line);
		fprintf(out, "  %s -> %s\n", text_string(&line), v->fits ? v->value : "?");
	}
	if (left_out > 0)
		fprintf(out, ngettext("# %zu row has a value that is left out here, for it may be "
		    "no code\n", "# %zu rows have a value that is left out here, for it may be no "
		    "code\n", left_out), left_out);
	text_release(&line);
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
	bool quotes = strpbrk(name, "+=\"\n") != NULL || strstr(name, "->") != NULL ||
	    strchr(" \t#*", name[0]) != NULL;

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
}
