/* SPDX-License-Identifier: ISC */
#include "form.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "filter.h"
#include "message.h"
#include "nearest.h"
#include "rec.h"
#include "shown.h"
#include "terminal.h"

static const char *
word(const struct form *f, const char *english)
{
	return label(f->call->lang, english);
}

void
form_comment(struct form *f, const char *text)
{
	do {
		size_t n = strcspn(text, "\r\n");

		text_adds(f->to, n > 0 ? "# " : "#");
		text_add(f->to, text, n);
		text_addc(f->to, '\n');
		text += n;
	} while (*text != '\0' && *++text != '\0');
}

void
form_say(struct form *f, const char *english, ...)
{
	struct text t = { 0 };
	va_list ap;

	va_start(ap, english);
	text_addv(&t, label(f->call->lang, english), ap);
	va_end(ap);
	form_comment(f, text_string(&t));
	text_release(&t);
}

void
form_ask(struct form *f, const struct model_texts *questions)
{
	for (size_t i = 0; i < questions->n; i++) {
		const char *question = model_text(&questions->at[i], f->call->lang);

		if (question[0] != '\0')
			form_say(f, "- %s", question);
	}
}

const struct model_worker *
form_worker(const struct cmdline *c, const struct fold *s)
{
	const struct model_worker *w = s == NULL ? NULL :
	    model_worker(c->model, entry_text(s->client, CLIENT_BEGELEIDER));

	return w != NULL ? w : model_worker(c->model, c->by);
}

void
form_questions(struct form *f, enum kind kind)
{
	const struct model *m = f->call->model;

	for (size_t i = 0; i < m->nphases; i++)
		for (size_t j = 0; j < m->phases[i].nconditions; j++)
			if (m->phases[i].conditions[j].kind->id == kind) {
				form_ask(f, &m->phases[i].questions);
				return;
			}
}

/* What a scale's scores mean: "1 ... 5: 1 acute problem, 2 ...". */
static void
explain_scale(const struct form *f, const struct model_scale *s, struct text *to)
{
	const char *sep = ": ";

	text_addf(to, "%s %ld ... %ld", s->code, s->min, s->max);
	for (long score = s->min; score <= s->max; score++) {
		const char *is = model_score_label(s, score, f->call->lang);

		if (is[0] == '\0')
			continue;
		text_addf(to, "%s%ld %s", sep, score, is);
		sep = ", ";
	}
}

/* A score is a measurement: the form names the last one and asks for another. */
static bool
measured(const struct schema_kind *kind, enum slot slot)
{
	return kind->id == KIND_LEEFGEBIED && slot == LEEFGEBIED_SCORE;
}

/* Adds the codes of a field, and what the model says that they mean. */
static void
explain_codes(const struct form *f, const struct schema_field *field, struct text *to)
{
	const char *code;
	size_t length;

	for (size_t i = 0; (code = schema_code_n(field->codes, i, &length)) != NULL; i++) {
		char *word = alloc_copy_n(code, length);
		const char *means = model_value_label(f->call->model, field, word, f->call->lang);

		text_addf(to, "%s%s", i == 0 ? ": " : " ", word);
		if (means != NULL && strcmp(means, word) != 0)
			text_addf(to, " (%s)", means);
		free(word);
	}
}

static void
explain(struct form *f, const struct schema_kind *kind, const struct schema_field *field)
{
	struct text t = { 0 };

	if (schema_declared(field))
		text_adds(&t, f->call->lang == LANG_NL ? field->nl : field->en);
	else
		text_adds(&t, word(f, field->help));
	if (field->codes != NULL && field->type == FIELD_CODE)
		explain_codes(f, field, &t);
	else if (field->ref != REF_NONE && field->ref != REF_DOEL && field->ref != REF_WERKPUNT) {
		text_adds(&t, ": ");
		model_codes(f->call->model, field->ref, &t);
	} else if (field->type == FIELD_DATE)
		text_addf(&t, ", %s", word(f, "YYYY-MM-DD"));
	else if (field->min != field->max)
		text_addf(&t, ", %ld ... %ld", field->min, field->max);
	if (measured(kind, field->slot))
		for (size_t i = 0; i < f->call->model->nscales; i++) {
			text_adds(&t, i == 0 ? ": " : "; ");
			explain_scale(f, &f->call->model->scales[i], &t);
		}
	if (field->flags & FIELD_REPEATS)
		text_addf(&t, "; %s", word(f, "+ may be repeated"));
	form_comment(f, text_string(&t));
	text_release(&t);
}

static void
last_measured(struct form *f, const struct entry *e)
{
	const struct score *score = e == NULL || f->state == NULL ? NULL :
	    fold_latest_score(f->state, e->key);
	char on[DATE_SIZE];

	if (score == NULL)
		return;
	if (f->call->model->nscales > 1)
		form_say(f, "latest: %ld on %s (%s)", score->value, date_format(score->op, on),
		    score->scale);
	else
		form_say(f, "latest: %ld on %s", score->value, date_format(score->op, on));
}

static const char *
given_value(const struct form_value *given, enum slot slot)
{
	for (; given != NULL && given->value != NULL; given++)
		if (given->slot == slot)
			return given->value;
	return NULL;
}

static void
write_field(struct form *f, const struct schema_kind *kind, const struct schema_field *s,
    const struct entry *e, const struct form_value *given)
{
	const char *value = given_value(given, s->slot);
	const struct field *v = value == NULL && e != NULL && !measured(kind, s->slot) ? entry_at(e,
	    s->slot) : NULL;

	if (v == NULL)
		rec_write(f->to, s->name, value == NULL ? "" : value, "\n");
	for (; v != NULL; v = field_next(v))
		rec_write(f->to, s->name, v->value, "\n");
}

/* Whether the record has a line for it. What is asked for and not there yet always has one. */
static bool
has_line(const struct schema_field *s, const struct entry *e, uint64_t only)
{
	return only == 0 || only >> s->slot & 1 || (s->flags & FIELD_REQUIRED &&
	    (e == NULL || entry_text(e, s->slot)[0] == '\0'));
}

void
form_record(struct form *f, enum kind id, const struct entry *e, const struct form_value *given,
    uint64_t only)
{
	const struct schema_kind *kind = &schema_kinds[id];
	unsigned bit = 1u << id;
	const struct schema_field *s;
	const struct field *own;

	rec_write(f->to, SCHEMA_RECORD, kind->name, "\n");
	rec_write(f->to, SCHEMA_CLIENT, f->client, "\n");
	if (e != NULL && only == 0)
		text_addf(f->to, FORM_RECORDS ": %zu\n", f->state->dossier->n);
	for (s = schema_next(kind, NULL); s != NULL; s = schema_next(kind, s)) {
		if (!has_line(s, e, only))
			continue;
		if (s->ref == REF_SCHAAL && f->call->model->nscales < 2)
			continue;
		if (!(f->explained & bit))
			explain(f, kind, s);
		if (measured(kind, s->slot))
			last_measured(f, e);
		write_field(f, kind, s, e, given);
	}
	for (size_t i = 0; e != NULL && only == 0 && (own = entry_loose(e, &i)) != NULL; )
		rec_write(f->to, own->name, own->value, "\n");
	text_addc(f->to, '\n');
	f->explained |= bit;
}

struct forms {
	const struct cmdline *call;
	enum kind kind;
	form_layout *layout;
	struct fold state;
};

/* What to know before filling in; `records` when the form has that field. */
static void
head(struct form *f, bool records)
{
	if (f->client[0] != '\0')
		form_say(f, "Form for client %s.", f->client);
	else
		form_say(f, "Empty form.");
	form_say(f, "Fill in behind the colon. A text goes on in a next line "
	    "that begins with \"+ \".");
	form_say(f, "Leave empty what is not to be recorded. What stands there already "
	    "is recorded only when you change it,\nand cleared when you empty it.");
	if (records)
		form_say(f, "Records says of how many of the dossier's records the form was made; "
		    "leave it as it is.");
	form_say(f, "A field may be copied where it says +. \"Op: YYYY-MM-DD\" gives a "
	    "record a date of its own.");
	if (f->client[0] == '\0')
		form_say(f, "Client may stay empty when the form is read back for one dossier.");
	form_say(f, "Read back with: %s --fill=FORM FILE", f->call->command->name);
	text_addc(f->to, '\n');
}

static void
print_form(struct forms *forms, const struct fold *s, const char *client)
{
	struct text to = { 0 }, body = { 0 };
	struct form f = { .call = forms->call, .state = s, .client = client, .to = &body };

	forms->layout(&f, forms->kind);
	f.to = &to;
	head(&f, strstr(text_string(&body), "\n" FORM_RECORDS ": ") != NULL);
	text_add(&to, text_string(&body), body.len);
	fwrite(text_string(&to), 1, to.len, terminal_out());
	text_release(&body);
	text_release(&to);
}

static int
see(struct dossier *d, void *context)
{
	struct forms *forms = context;

	if (fold_day(&forms->state, d, forms->call->model, DATE_LAST, DATE_LAST))
		print_form(forms, &forms->state, d->id);
	return 0;
}

static void
refuse_kind(const enum kind *kinds, const char *kind)
{
	struct text why = { 0 };
	struct nearest near;

	nearest_begin(&near, kind);
	text_addf(&why, _("--form: \"%s\" is no form of this command; expected one of"),
	    shown_or_dots(kind));
	for (; *kinds != KINDS; kinds++) {
		if (schema_kinds[*kinds].name == NULL)
			continue;
		text_addf(&why, " %s", schema_kinds[*kinds].name);
		nearest_offer(&near, schema_kinds[*kinds].name);
	}
	nearest_say(&why, near.best);
	message_usage("%s", text_string(&why));
}

int
form_run(const struct cmdline *c, const enum kind *kinds, const char *kind, form_layout *layout)
{
	struct forms forms = { .call = c, .kind = KINDS, .layout = layout };
	const enum kind *k = kinds;
	int status = 0;

	if (kind != NULL) {
		while (*k != KINDS && (schema_kinds[*k].name == NULL ||
		    !schema_same_name(schema_kinds[*k].name, kind)))
			k++;
		if (*k == KINDS)
			refuse_kind(kinds, kind);
		forms.kind = *k;
	}
	if (c->noperands == 0 && c->files0 == NULL)
		print_form(&forms, NULL, c->client == NULL ? "" : c->client);
	else
		status = filter_run(FILTER_VIEW, c, see, &forms, NULL);
	fold_release(&forms.state);
	return status;
}
