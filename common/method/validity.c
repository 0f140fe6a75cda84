#include "validity.h"

#include <string.h>

#include "nearest.h"

bool
valid_bsn(const char *bsn)
{
	int sum = 0, i;

	if (strlen(bsn) != 9 || strspn(bsn, "0123456789") != 9 || strcmp(bsn, "000000000") == 0)
		return false;
	for (i = 0; i < 8; i++)
		sum += (9 - i) * (bsn[i] - '0');
	return (sum - (bsn[8] - '0')) % 11 == 0;
}

static void
say_codes(const struct schema_field *f, const char *value, struct text *why)
{
	struct nearest near;
	struct text word = { 0 }, best = { 0 };
	const char *s;
	size_t i, n;
	size_t least = 0;

	text_addf(why, _("expected one of %s"), f->codes);
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
	if (best.len > 0)
		text_addf(why, _("; did you mean \"%s\"?"), text_string(&best));
	text_release(&word);
	text_release(&best);
}

/* Whether a message may show it as a bad code: what holds a blank is text that went astray. */
static bool
like_code(const char *value)
{
	return value[strcspn(value, " \t\n")] == '\0';
}

static bool
goal_id(const char *s)
{
	return s[0] != '\0' && s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] == '\0';
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
		if (like_code(value))
			text_addf(why, _("\"%s\" is no valid code; "), value);
		else
			text_adds(why, _("no valid code; "));
		say_codes(f, value, why);
		return false;
	case FIELD_ID:
		if (strcmp(f->name, "BSN") == 0) {
			if (valid_bsn(value))
				return true;
			text_adds(why, _("expected nine digits that pass the eleven-test"));
			return false;
		}
		if (strcmp(f->name, "Extern") == 0 || goal_id(value))
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
valid_reference(const struct schema_field *f, const char *value, const struct model *m, struct text *why)
{
	const char *near;

	if (value[0] == '\0' || model_knows(m, f->ref, value))
		return true;
	if (like_code(value))
		text_addf(why, _("\"%s\" is not in the model; expected one of "), value);
	else
		text_adds(why, _("not in the model; expected one of "));
	model_codes(m, f->ref, why);
	near = model_nearest(m, f->ref, value);
	if (near != NULL)
		text_addf(why, _("; did you mean \"%s\"?"), near);
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

static bool
wrong(struct problems *problems, const char *code, const char *file, long line, const char *field,
    struct text *why)
{
	problems_add(problems, PROBLEM_ERROR, code, file, line, field, "%s", text_string(why));
	text_release(why);
	return false;
}

static bool
missing(const struct draft *d, const struct schema_field *f, const char *file, long line,
    struct problems *problems)
{
	const char *value = draft_value(d, f->name);

	if (!(f->flags & FIELD_REQUIRED) || (value != NULL && value[0] != '\0'))
		return false;
	problems_add(problems, PROBLEM_ERROR, "missing", file, line, f->name, _("missing; %s asks for it"),
	    d->kind_name);
	return true;
}

bool
valid_draft_types(const struct draft *d, const char *file, long line, struct problems *problems)
{
	const struct schema_field *f;
	bool good = true;
	size_t i;

	for (i = 0; i < d->n; i++) {
		struct text why = { 0 };

		f = d->kind == NULL ? NULL : schema_field(d->kind, d->fields[i].name);
		if (f != NULL && !valid_value(f, d->fields[i].value, &why))
			good = wrong(problems, "value", file, line, f->name, &why);
	}
	for (f = d->kind == NULL ? NULL : d->kind->fields; f != NULL && f->name != NULL; f++)
		if ((!d->kind->amends || f->flags & FIELD_KEY) && strcmp(d->kind_name, "client") != 0 &&
		    missing(d, f, file, line, problems))
			good = false;
	return good;
}

bool
valid_draft_model(const struct draft *d, const struct model *m, const char *file, long line,
    struct problems *problems)
{
	const char *scale = draft_value(d, "Schaal"), *score = draft_value(d, "Score");
	struct text why = { 0 };
	bool good = true;
	size_t i;

	for (i = 0; i < d->n; i++) {
		const struct schema_field *f = d->kind == NULL ? NULL : schema_field(d->kind, d->fields[i].name);

		if (f != NULL && !valid_reference(f, d->fields[i].value, m, &why)) {
			good = wrong(problems, "reference", file, line, f->name, &why);
			memset(&why, 0, sizeof why);
		}
	}
	if (strcmp(d->kind_name, "leefgebied") == 0 && score != NULL &&
	    !valid_score(scale == NULL ? "" : scale, score, m, &why))
		good = wrong(problems, "score", file, line, "Score", &why);
	return good;
}

static void
say_keys(const struct state *s, const char *kind, const char *word, struct text *why)
{
	const struct entry *e;
	struct nearest near;
	const char *comma = "";

	nearest_begin(&near, word);
	for (size_t i = 0; (e = state_next(s, kind, &i)) != NULL; comma = " ") {
		if (comma[0] == '\0')
			text_adds(why, _("; expected one of "));
		text_addf(why, "%s%s", comma, e->key);
		nearest_offer(&near, e->key);
	}
	if (comma[0] == '\0')
		text_adds(why, _("; it has none yet"));
	else if (near.best != NULL)
		text_addf(why, _("; did you mean \"%s\"?"), near.best);
}

bool
valid_key(const struct schema_field *f, const char *value, const struct state *s, struct text *why)
{
	const char *kind = f->ref == REF_DOEL ? "doel" : "werkpunt";

	if ((f->ref != REF_DOEL && f->ref != REF_WERKPUNT) || value[0] == '\0' || state_find(s, kind, value) != NULL)
		return true;
	text_addf(why, _("the dossier has no %s \"%s\""), kind, value);
	say_keys(s, kind, value, why);
	return false;
}

/* Whether the goal's new parent stands, at whatever depth, under the goal. */
static bool
under_itself(const struct draft *d, const struct state *s)
{
	const char *goal = draft_value(d, "Doel"), *up = draft_value(d, "Onder");
	const struct entry *e;

	for (size_t i = 0; goal != NULL && up != NULL && i <= s->n; i++) {
		if (strcmp(up, goal) == 0)
			return true;
		e = state_find(s, "doel", up);
		up = e == NULL ? NULL : entry_value(e, "Onder");
	}
	return false;
}

bool
valid_draft_dossier(const struct draft *d, const struct state *s, const char *file, long line,
    struct problems *problems)
{
	const struct schema_field *f, *key = d->kind == NULL ? NULL : schema_key(d->kind);
	const char *op = draft_value(d, "Op");
	date on = op == NULL ? DATE_NONE : date_parse(op), begin = entry_date(s->client, "Aangemeld");
	bool good = true, begins;
	size_t i;

	for (i = 0; i < d->n; i++) {
		struct text why = { 0 };

		f = d->kind == NULL ? NULL : schema_field(d->kind, d->fields[i].name);
		/* What is no id was found by valid_draft_types. */
		if (f != NULL && goal_id(d->fields[i].value) && !valid_key(f, d->fields[i].value, s, &why))
			good = wrong(problems, "unknown-key", file, line, f->name, &why);
	}
	begins = key != NULL && draft_value(d, key->name) != NULL &&
	    state_find(s, d->kind_name, draft_value(d, key->name)) == NULL;
	for (f = d->kind == NULL || !d->kind->amends ? NULL : d->kind->fields; f != NULL && f->name != NULL; f++)
		if ((begins || draft_value(d, f->name) != NULL) && missing(d, f, file, line, problems))
			good = false;
	if (!begins && strcmp(d->kind_name, "doel") == 0 && under_itself(d, s)) {
		problems_add(problems, PROBLEM_ERROR, "loop", file, line, "Onder",
		    _("%s would come under itself; expected a goal that does not stand under it"), draft_value(d, "Doel"));
		good = false;
	}
	if (strcmp(d->kind_name, "stand") == 0 && draft_value(d, "Doel") == NULL && draft_value(d, "Werkpunt") == NULL) {
		problems_add(problems, PROBLEM_ERROR, "missing", file, line, "Doel",
		    _("missing; stand asks for Doel or Werkpunt"));
		good = false;
	}
	if (on != DATE_NONE && on < begin) {
		char to[DATE_SIZE], from[DATE_SIZE];

		problems_add(problems, PROBLEM_ERROR, "before-registration", file, line, "Op",
		    _("%s is before the registration on %s"), date_format(on, to), date_format(begin, from));
		good = false;
	}
	return good;
}
