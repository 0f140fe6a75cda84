/* SPDX-License-Identifier: ISC */
#include "finding.h"

#include <stdlib.h>
#include <string.h>

#include "alike.h"
#include "alloc.h"
#include "chronology.h"
#include "closing.h"
#include "coherence.h"
#include "consent.h"
#include "pace.h"
#include "schema.h"
#include "spelling.h"
#include "utf8.h"
#include "validity.h"

static void
wrong(struct problems *problems, const char *code, const struct dossier *d, const struct field *f,
    struct text *why)
{
	problems_add(problems, PROBLEM_ERROR, code, d->file, f->line, f->name, "%s",
	    text_string(why));
	text_clear(why);
}

/* Whether reading already said that the field holds no date (rules.md "Malformed"). */
static bool
judged(const struct record *r, const struct field *f)
{
	return f->slot == SLOT_OP || f->slot == SLOT_VASTGELEGD || f->slot == SLOT_FORMAAT ||
	    (r->kind == KIND_CLIENT && f->slot == CLIENT_AANGEMELD);
}

/* Whether reading made of it what its type asks, so that nothing need be said of its value. */
static bool
typed(const struct field *f)
{
	switch (f->spec->type) {
	case FIELD_DATE:
		return f->is.day != DATE_NONE;
	case FIELD_NUMBER:
		return f->is.number != FIELD_UNTYPED && (f->spec->min == f->spec->max ||
		    (f->is.number >= f->spec->min && f->is.number <= f->spec->max));
	case FIELD_CODE:
		return f->spec->codes != NULL && f->is.code != FIELD_UNTYPED;
	case FIELD_TEXT:
	case FIELD_WORD:
		return true;
	case FIELD_ID:
		break;
	}
	return false;
}

static void
check_values(const struct dossier *d, const struct record *r, const struct model *m,
    struct problems *problems)
{
	struct text why = { 0 };
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->spec == NULL || judged(r, f))
			continue;
		if (!typed(f) && !valid_value(f->spec, f->value, &why))
			wrong(problems, "value", d, f, &why);
		else if (f->spec->ref != REF_NONE && !valid_reference(f->spec, f->value, m, &why))
			wrong(problems, "reference", d, f, &why);
	}
	text_release(&why);
}

/* What an older dossier holds is warned of; what is to be recorded is refused. */
static enum severity
severity_of(const struct dossier *d, const struct record *r)
{
	return dossier_appended(d, r) ? PROBLEM_ERROR : PROBLEM_WARNING;
}

/* A code in other letters would count as the name of somebody else. */
static void
check_word(const struct dossier *d, const struct record *r, const struct field *f,
    struct problems *problems)
{
	size_t n;
	const char *code = spelling_code(f->spec, f->value, &n);

	if (code != NULL)
		problems_add(problems, severity_of(d, r), "word", d->file, f->line, f->name,
		    _("counts as somebody's name; expected the code \"%.*s\""), (int)n, code);
}

/*
 * Text of blanks only would count as said. Where a text is asked for, that it is missing is said
 * elsewhere.
 */
static void
check_text(const struct dossier *d, const struct record *r, const struct field *f,
    struct problems *problems)
{
	if (f->n > 0 && !(f->spec->flags & (FIELD_REQUIRED | FIELD_KEY)) && utf8_blank(f->value))
		problems_add(problems, severity_of(d, r), "blank", d->file, f->line, f->name, "%s",
		    r->spec->amends ? _("blanks only; expected a text, or nothing to clear it") :
		    _("blanks only; expected a text"));
}

static void
check_words(const struct dossier *d, const struct record *r, struct problems *problems)
{
	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->spec != NULL && f->spec->type == FIELD_WORD && f->is.code == FIELD_UNTYPED)
			check_word(d, r, f, problems);
		else if (f->spec != NULL && f->spec->type == FIELD_TEXT)
			check_text(d, r, f, problems);
	}
}

/* Text that cannot be seen for what it is: a copy from elsewhere, or meant to mislead. */
static void
check_unseen(const struct dossier *d, const struct record *r, struct problems *problems)
{
	uint32_t c;

	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		/* A day or a code of ours holds none. */
		if (f->spec != NULL && typed(f) &&
		    (f->spec->type == FIELD_DATE || f->spec->type == FIELD_CODE))
			continue;
		if ((c = utf8_acting(f->value, f->n)) != 0)
			problems_add(problems, PROBLEM_WARNING, "unseen", d->file, f->line, f->name,
			    _("holds U+%04X, which is not seen, or acts where it is shown"),
			    (unsigned)c);
	}
}

static int
by_slot_then_value(const void *a, const void *b)
{
	const struct field *x = *(const struct field *const *)a;
	const struct field *y = *(const struct field *const *)b;
	int c = (int)x->slot - (int)y->slot;

	if (c == 0)
		c = strcmp(x->value, y->value);
	return c != 0 ? c : x < y ? -1 : x > y;
}

static bool
repeats(const struct field *f)
{
	return f->spec != NULL && f->spec->flags & FIELD_REPEATS && f->value[0] != '\0';
}

/* Two equal values are one: a domain asked about twice is no second domain. */
static void
check_repeats(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct field **sorted;
	size_t i, n = 0;

	for (i = 2; i < r->n; i++)
		n += repeats(&r->fields[i]);
	if (n < 2)
		return;
	sorted = alloc_new(n, sizeof *sorted);
	for (i = 2, n = 0; i < r->n; i++)
		if (repeats(&r->fields[i]))
			sorted[n++] = &r->fields[i];
	qsort(sorted, n, sizeof *sorted, by_slot_then_value);
	for (i = 1; i < n; i++)
		if (sorted[i - 1]->slot == sorted[i]->slot &&
		    strcmp(sorted[i - 1]->value, sorted[i]->value) == 0)
			problems_add(problems, PROBLEM_WARNING, "double-value", d->file,
			    sorted[i]->line, sorted[i]->name,
			    _("the same value stands in the record already; it counts once"));
	free(sorted);
}

static void
check_score(const struct dossier *d, const struct record *r, const struct model *m,
    struct problems *problems)
{
	const struct field *score = record_at(r, LEEFGEBIED_SCORE);
	const struct field *scale = record_at(r, LEEFGEBIED_SCHAAL);
	const struct field *nvt = record_at(r, LEEFGEBIED_NVT);
	struct text why = { 0 };

	if (score != NULL && !valid_score(scale != NULL ? scale->value : "", score->value, m, &why))
		wrong(problems, "score", d, score, &why);
	text_release(&why);
	if (score != NULL && nvt != NULL)
		problems_add(problems, PROBLEM_WARNING, "nvt-score", d->file, nvt->line, nvt->name,
		    _("stands beside a Score, which counts; expected one of them"));
	if (score == NULL && scale != NULL)
		problems_add(problems, PROBLEM_WARNING, "scale", d->file, scale->line, scale->name,
		    _("a scale without a Score in the record says nothing"));
}

/*
 * What leaves no dossier malformed, for an older program reads it otherwise: a field that is there
 * twice, a kind without its day, and one of the model's without its key.
 */
static void
check_later(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct schema_field *key = r->kind < KIND_OWN ? NULL : schema_key(r->spec);
	uint64_t seen = 0;

	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		uint64_t bit = f->spec == NULL ? 0 : (uint64_t)1 << f->slot;

		if (seen & bit && f->spec->flags & FIELD_LATER && !(f->spec->flags & FIELD_REPEATS))
			problems_add(problems, PROBLEM_ERROR, "repeated", d->file, f->line, f->name,
			    _("stands twice in the record; expected once"));
		seen |= bit;
	}
	if (r->spec->needs_op == OP_ASKED && record_at(r, SLOT_OP) == NULL)
		problems_add(problems, PROBLEM_ERROR, "missing", d->file, r->line,
		    schema_name(r->kind, SLOT_OP), _("missing; %s asks for it"), r->name);
	if (key != NULL && !record_says(r, key->slot))
		problems_add(problems, PROBLEM_ERROR, "missing", d->file, r->line, key->name,
		    _("missing; %s asks for it"), r->name);
}

/* Required fields of an event; those of an amending kind are looked for in the folded dossier. */
static void
check_event(const struct dossier *d, const struct record *r, bool dated, struct problems *problems)
{
	const struct schema_field *f;

	for (f = schema_next_required(r->spec, NULL); f != NULL;
	    f = schema_next_required(r->spec, f))
		if ((dated || f->from == DATE_NONE) && schema_asks(f, DATE_NONE) &&
		    !record_says(r, f->slot))
			problems_add(problems, PROBLEM_ERROR, "missing", d->file, r->line, f->name,
			    _("missing; %s asks for it"), r->name);
	if (r->kind == KIND_INDICATIE && record_day(r, INDICATIE_TOT) != DATE_NONE &&
	    record_day(r, INDICATIE_TOT) < record_day(r, INDICATIE_VAN))
		problems_add(problems, PROBLEM_ERROR, "until", d->file,
		    record_at(r, INDICATIE_TOT)->line, schema_name(r->kind, INDICATIE_TOT),
		    _("before its Van; expected that day or later"));
	if (r->kind == KIND_STAND && record_at(r, STAND_DOEL) == NULL &&
	    record_at(r, STAND_WERKPUNT) == NULL)
		problems_add(problems, PROBLEM_ERROR, "missing", d->file, r->line,
		    schema_name(KIND_STAND, STAND_DOEL),
		    _("missing; stand asks for Doel or Werkpunt"));
	if (r->kind == KIND_EVALUATIE && record_code(r, EVALUATIE_SOORT) == SOORT_EIND &&
	    (record_code(r, EVALUATIE_BESLUIT) == BESLUIT_VOORTZETTEN ||
	    record_code(r, EVALUATIE_BESLUIT) == BESLUIT_BIJSTELLEN))
		problems_add(problems, PROBLEM_WARNING, "final", d->file,
		    record_at(r, EVALUATIE_BESLUIT)->line,
		    schema_name(KIND_EVALUATIE, EVALUATIE_BESLUIT),
		    _("goes on after a final evaluation; expected %s, or %s as its kind"),
		    BESLUIT_words[BESLUIT_UITSTROOM], SOORT_words[SOORT_TUSSENTIJDS]);
	if (r->kind == KIND_AKKOORD && record_code(r, AKKOORD_AKKOORD) == AKKOORD_NEE &&
	    record_at(r, AKKOORD_AFSPRAAK) != NULL)
		problems_add(problems, PROBLEM_WARNING, "refused", d->file,
		    record_at(r, AKKOORD_AFSPRAAK)->line,
		    schema_name(KIND_AKKOORD, AKKOORD_AFSPRAAK),
		    _("does not stand, for it comes with a refusal; expected an agreement"));
	if (r->kind == KIND_AKKOORD && record_code(r, AKKOORD_WAAROP) == WAAROP_DELEN &&
	    record_at(r, AKKOORD_MET) == NULL)
		problems_add(problems, PROBLEM_WARNING, "with-whom", d->file, r->line,
		    schema_name(KIND_AKKOORD, AKKOORD_MET),
		    _("missing; sharing is agreed on for somebody to share with"));
}

static int
by_line(const void *a, const void *b)
{
	const struct problem *p = a, *q = b;

	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	if (p->severity != q->severity)
		return p->severity > q->severity ? -1 : 1;
	if (strcmp(p->code, q->code) != 0)
		return strcmp(p->code, q->code);
	return strcmp(p->field == NULL ? "" : p->field, q->field == NULL ? "" : q->field);
}

void
finding_record(const struct dossier *d, const struct record *r, const struct model *m, bool dated,
    struct problems *problems)
{
	if (r->broken)
		return;
	check_unseen(d, r, problems);
	if (r->spec == NULL)
		return;
	check_values(d, r, m, problems);
	check_later(d, r, problems);
	check_words(d, r, problems);
	check_repeats(d, r, problems);
	if (r->kind == KIND_LEEFGEBIED)
		check_score(d, r, m, problems);
	if (!r->spec->amends)
		check_event(d, r, dated, problems);
}

void
finding_registered(const struct dossier *d, size_t from, const bool *taken,
    struct problems *problems)
{
	const uint64_t asked = (uint64_t)1 << CLIENT_NAAM | (uint64_t)1 << CLIENT_AANGEMELD |
	    (uint64_t)1 << CLIENT_HULPVRAAG;

	for (size_t i = from > 0 ? from : 1; d->id != NULL && i < d->n; i++) {
		const struct record *r = &d->records[i];

		if ((taken == NULL || !taken[i]) && r->kind == KIND_CLIENT &&
		    (r->full & asked) == asked &&
		    (r->op == DATE_NONE || r->op == record_day(r, CLIENT_AANGEMELD) ||
		    r->op == d->records[0].op))
			problems_add(problems, PROBLEM_WARNING, "registered", d->file, r->line,
			    SCHEMA_CLIENT,
			    _("%s is registered anew here; expected one dossier of a client, "
			    "amended by what changes"), d->id);
	}
}

void
finding_dossier(const struct dossier *d, size_t from, const struct model *m, date today,
    struct fold *s, struct problems *problems)
{
	bool folded = !d->malformed && fold_day(s, d, m, DATE_LAST, DATE_LAST);
	const bool *taken = folded ? s->taken : NULL;

	spelling_check(d, from, taken, problems);
	finding_registered(d, from, taken, problems);
	for (size_t i = from; i < d->n; i++)
		if (taken == NULL || !taken[i])
			finding_record(d, &d->records[i], m, false, problems);
	if (folded) {
		coherence_check(s, from, problems);
		consent_check(s, from, problems);
		chronology_check(s, today, from, problems);
		closing_check(s, from, problems);
		alike_check(s, from, problems);
		pace_check(s, from, problems);
	}
	if (problems->n > 1)
		qsort(problems->at, problems->n, sizeof *problems->at, by_line);
}

static const char *
field_of(const struct problem *p)
{
	return p->field == NULL ? "" : p->field;
}

static int
compare(const struct problem *p, const struct problem *q)
{
	int c;

	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	c = strcmp(p->code, q->code);
	return c != 0 ? c : strcmp(field_of(p), field_of(q));
}

/* Of one kind the graver ones come first. */
static int
by_place(const void *a, const void *b)
{
	const struct problem *p = a, *q = b;
	int c = compare(p, q);

	if (c == 0)
		c = (int)q->severity - (int)p->severity;
	return c != 0 ? c : strcmp(p->text, q->text);
}

/* An error stays the same when its limit moves; a warning is said in the words of fasen-check. */
static bool
same(const struct problem *before, const struct problem *now, bool in_words)
{
	return compare(before, now) == 0 && before->severity >= now->severity &&
	    (!in_words || now->severity == PROBLEM_ERROR || strcmp(before->text, now->text) == 0);
}

static void
sort(struct problems *problems)
{
	if (problems->n > 1)
		qsort(problems->at, problems->n, sizeof *problems->at, by_place);
}

bool
finding_new(struct problems *now, struct problems *before, bool in_words, struct problems *to,
    struct problems *old)
{
	struct problems known = { 0 }, new = { 0 };
	size_t j = 0;
	bool good;

	sort(now);
	if (before->n == 0) {
		good = !problems_error(now);
		problems_move(to, now);
		return good;
	}
	sort(before);
	for (size_t i = 0; i < now->n; i++) {
		struct problem *p = &now->at[i];

		while (j < before->n && compare(&before->at[j], p) < 0)
			j++;
		problems_take(j < before->n && same(&before->at[j], p, in_words) ? &known : &new,
		    p);
		if (j < before->n && compare(&before->at[j], p) == 0)
			j++;
	}
	now->n = 0;
	good = !problems_error(&new);
	problems_move(to, &new);
	if (old != NULL)
		problems_move(old, &known);
	problems_release(&known);
	problems_release(&new);
	return good;
}
