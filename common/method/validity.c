/* SPDX-License-Identifier: ISC */
#include "validity.h"

#include <string.h>

#include "nearest.h"
#include "shown.h"

/*
 * Nine digits that pass the eleven-test (Wet algemene bepalingen burgerservicenummer; Logisch
 * Ontwerp BSN).
 */
static bool
valid_bsn(const char *bsn)
{
	int sum = 0, i;

	if (strlen(bsn) != 9 || strspn(bsn, "0123456789") != 9 || strcmp(bsn, "000000000") == 0)
		return false;
	for (i = 0; i < 8; i++)
		sum += (9 - i) * (bsn[i] - '0');
	return (sum - (bsn[8] - '0')) % 11 == 0;
}

bool
valid_shown(const struct schema_field *f, const char *value)
{
	if (f->flags & FIELD_PRIVATE)
		return false;
	switch (f->type) {
	case FIELD_DATE:
		return shown_day(value);
	case FIELD_NUMBER:
		return shown_number(value);
	case FIELD_ID:
		return shown_id(value);
	case FIELD_CODE:
		return shown_value(value);
	case FIELD_TEXT:
	case FIELD_WORD:
		break;
	}
	return false;
}

/* The nearest one too, unless that would tell what a private field holds. */
static void
say_codes(const struct schema_field *f, const char *value, struct text *why)
{
	struct nearest near;
	struct text word = { 0 }, best = { 0 };
	const char *s;
	size_t i, n;
	size_t least = 0;

	text_addf(why, _("expected one of %s"), f->codes);
	if (f->flags & FIELD_PRIVATE)
		return;
	for (i = 0; (s = schema_code_n(f->codes, i, &n)) != NULL; i++) {
		text_clear(&word);
		text_add(&word, s, n);
		nearest_begin(&near, value);
		nearest_offer(&near, text_string(&word));
		if (near.best != NULL && (best.len == 0 || near.distance < least)) {
			text_clear(&best);
			text_add(&best, s, n);
			least = near.distance;
		}
	}
	nearest_say(why, best.at);
	text_release(&word);
	text_release(&best);
}

static bool
goal_id(const char *s)
{
	const char *c = s;

	while ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
	    *c == '.' || *c == '_' || *c == '-')
		c++;
	return c > s && *c == '\0';
}

bool
valid_value(const struct schema_field *f, const char *value, struct text *why)
{
	long number;

	if (value[0] == '\0')
		return true;
	switch (f->type) {
	case FIELD_DATE:
		if (date_parse(value) != DATE_NONE)
			return true;
		text_adds(why, _("not a date; expected YYYY-MM-DD, 1900 to 2199"));
		return false;
	case FIELD_NUMBER:
		if (!schema_number(value, &number))
			text_adds(why, _("not a whole number"));
		else if (f->min == f->max || (number >= f->min && number <= f->max))
			return true;
		else
			text_adds(why, _("out of range"));
		if (f->min != f->max)
			text_addf(why, _("; expected %ld ... %ld"), f->min, f->max);
		return false;
	case FIELD_CODE:
		if (f->codes == NULL || schema_code(f, value))
			return true;
		if (valid_shown(f, value))
			text_addf(why, _("\"%s\" is no valid code; "), value);
		else
			text_adds(why, _("no valid code; "));
		say_codes(f, value, why);
		return false;
	case FIELD_ID:
		if (f == schema_slot(&schema_kinds[KIND_CLIENT], CLIENT_BSN)) {
			if (valid_bsn(value))
				return true;
			text_adds(why, _("expected nine digits that pass the eleven-test"));
			return false;
		}
		if (f == schema_slot(&schema_kinds[KIND_CLIENT], CLIENT_EXTERN) || goal_id(value))
			return true;
		text_adds(why, _("not an id; expected letters, digits, . _ -"));
		return false;
	case FIELD_TEXT:
	case FIELD_WORD:
		break;
	}
	return true;
}

bool
valid_reference(const struct schema_field *f, const char *value, const struct model *m,
    struct text *why)
{
	if (value[0] == '\0' || model_knows(m, f->ref, value))
		return true;
	if (valid_shown(f, value))
		text_addf(why, _("\"%s\" is not in the model; expected one of "), value);
	else
		text_adds(why, _("not in the model; expected one of "));
	model_codes(m, f->ref, why);
	if (!(f->flags & FIELD_PRIVATE))
		nearest_say(why, model_nearest(m, f->ref, value));
	return false;
}

bool
valid_score(const char *scale, const char *score, const struct model *m, struct text *why)
{
	const struct model_scale *s = model_scale(m, scale);
	long number;

	if (score[0] == '\0' || s == NULL || !schema_number(score, &number) ||
	    (number >= s->min && number <= s->max))
		return true;
	text_addf(why, _("off the scale %s; expected %ld ... %ld"), s->code, s->min, s->max);
	return false;
}
