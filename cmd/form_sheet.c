#include "form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "goals.h"
#include "message.h"
#include "person.h"
#include "view.h"

/* Lines for a short answer, for one of a sentence or two, and for a story. */
enum { SHORT = 1, SOME = 2, STORY = 4, EMPTY_GOALS = 2, EMPTY_STEPS = 2, EMPTY_PEOPLE = 3 };

static const char *
field_name(enum kind kind, enum slot slot)
{
	return schema_slot(&schema_kinds[kind], slot)->name;
}

/* A text of ours that speaks to the client; the caller frees it. */
static char *
say(const struct sheet *s, const char *english)
{
	struct text t = { 0 };

	label_say(&t, s->call->lang, s->call->model->formal, english);
	return text_take(&t);
}

static void
blank(const struct sheet *s, enum kind kind, enum slot slot, const char *english,
    const struct entry *e, int lines)
{
	char *asked = say(s, english);

	document_blank(s->document, field_name(kind, slot), asked, e != NULL ? entry_text(e, slot) :
	    "", lines);
	free(asked);
}

static void
heading(const struct sheet *s, const char *english)
{
	char *words = say(s, english);

	document_heading(s->document, 2, words);
	free(words);
}

static void
begin(const struct sheet *s, enum kind kind)
{
	document_record(s->document, schema_kinds[kind].name, s->client);
}

static void
given(const struct sheet *s, enum kind kind, enum slot slot, const char *value)
{
	document_given(s->document, field_name(kind, slot), value);
}

/* The codes of a field of ours, to choose from. */
static void
choose_code(const struct sheet *s, enum kind kind, enum slot slot, const char *english)
{
	const struct schema_field *f = schema_slot(&schema_kinds[kind], slot);
	struct document_choice *choices = NULL;
	size_t n = 0, cap = 0, length;
	char *asked = say(s, english);
	const char *code;

	while ((code = schema_code_n(f->codes, n, &length)) != NULL) {
		choices = alloc_room(choices, &cap, n + 1, sizeof *choices);
		choices[n].value = alloc_copy_n(code, length);
		choices[n].words = label_code(s->call->lang, choices[n].value);
		n++;
	}
	document_choose(s->document, f->name, asked, choices, n, false);
	for (size_t i = 0; i < n; i++)
		free((char *)choices[i].value);
	free(choices);
	free(asked);
}

static void
choose_domain(const struct sheet *s, enum kind kind, enum slot slot, const char *english,
    bool several)
{
	const struct model *m = s->call->model;
	struct document_choice *choices = alloc_new(m->ndomains, sizeof *choices);
	char *asked = say(s, english);

	for (size_t i = 0; i < m->ndomains; i++)
		choices[i] = (struct document_choice){ m->domains[i].code,
		    model_text(&m->domains[i].name, s->call->lang) };
	document_choose(s->document, field_name(kind, slot), asked, choices, m->ndomains, several);
	free(choices);
	free(asked);
}

/* A number from min to max; of a mark the ends have faces. */
static void
choose_number(const struct sheet *s, enum kind kind, enum slot slot, const char *asked, long min,
    long max, bool faces)
{
	size_t n = (size_t)(max - min) + 1;
	struct document_choice *choices = alloc_new(n, sizeof *choices);

	for (size_t i = 0; i < n; i++) {
		struct text number = { 0 }, words = { 0 };

		text_addf(&number, "%ld", min + (long)i);
		text_addf(&words, "%s%s%s", faces && i == 0 ? "\xE2\x98\xB9 " : "",
		    text_string(&number), faces && i + 1 == n ? " \xE2\x98\xBA" : "");
		choices[i] = (struct document_choice){ text_take(&number), text_take(&words) };
	}
	document_choose(s->document, field_name(kind, slot), asked, choices, n, false);
	for (size_t i = 0; i < n; i++) {
		free((char *)choices[i].value);
		free((char *)choices[i].words);
	}
	free(choices);
}

static void
questions(const struct sheet *s, const struct model_texts *texts)
{
	for (size_t i = 0; i < texts->n; i++)
		document_item(s->document, model_text(&texts->at[i], s->call->lang));
}

static void
ask_agreement(const struct sheet *s, const char *waarop)
{
	heading(s, "What do we agree?");
	begin(s, KIND_AKKOORD);
	given(s, KIND_AKKOORD, AKKOORD_WIE, AKKOORD_WIE_words[AKKOORD_WIE_CLIENT]);
	given(s, KIND_AKKOORD, AKKOORD_WAAROP, waarop);
	blank(s, KIND_AKKOORD, AKKOORD_AFSPRAAK, "What may we expect of each other?", NULL, SOME);
	choose_code(s, KIND_AKKOORD, AKKOORD_AKKOORD, "Do you agree with this?");
	blank(s, KIND_AKKOORD, AKKOORD_OPMERKING, "What else do you want to say?", NULL, SOME);
	document_record_end(s->document);
	document_sign(s->document, label(s->call->lang, "Client"),
	    s->state != NULL ? person_full_name(s->state) : "", "");
	document_sign(s->document, label(s->call->lang, "Support worker"),
	    s->state != NULL ? person_worker_name(s->state) : "", "");
}

void
sheet_registration(const struct sheet *s)
{
	const struct entry *e = s->state != NULL ? s->state->client : NULL;

	begin(s, KIND_CLIENT);
	blank(s, KIND_CLIENT, CLIENT_NAAM, "Your name", e, SHORT);
	blank(s, KIND_CLIENT, CLIENT_ROEPNAAM, "What do you want to be called?", e, SHORT);
	blank(s, KIND_CLIENT, CLIENT_GEBOREN, "Date of birth", e, 0);
	blank(s, KIND_CLIENT, CLIENT_HULPVRAAG, "What do you want help with? In your own words.", e,
	    STORY);
	choose_domain(s, KIND_CLIENT, CLIENT_VRAAG, "What is your question about?", true);
	blank(s, KIND_CLIENT, CLIENT_CONTACT, "How can we reach you? (telephone, address, e-mail)",
	    e, SOME);
	blank(s, KIND_CLIENT, CLIENT_GEMEENTE, "In which municipality do you live?", e, SHORT);
	blank(s, KIND_CLIENT, CLIENT_VERWIJZER, "Who told you about us?", e, SHORT);
	blank(s, KIND_CLIENT, CLIENT_VERTEGENWOORDIGER, "Does somebody decide for you by law? Who?",
	    e, SHORT);
	document_record_end(s->document);
}

static void
ask_strengths(const struct sheet *s)
{
	const struct model *m = s->call->model;
	enum lang lang = s->call->lang;

	heading(s, "Your strengths");
	for (const struct entry *e = s->state != NULL ? s->state->first[KIND_KRACHT] : NULL;
	    e != NULL; e = e->next)
		document_item(s->document, entry_text(e, KRACHT_TEKST));
	for (size_t i = 0; i < m->nstrengths; i++) {
		document_heading(s->document, 3, model_text(&m->strengths[i].name, lang));
		questions(s, &m->strengths[i].questions);
		begin(s, KIND_KRACHT);
		given(s, KIND_KRACHT, KRACHT_SOORT, m->strengths[i].code);
		blank(s, KIND_KRACHT, KRACHT_TEKST, "In your own words", NULL, SOME);
		choose_domain(s, KIND_KRACHT, KRACHT_LEEFGEBIED, "Where does it help you?", false);
		document_record_end(s->document);
	}
}

static const struct entry *
domain_entry(const struct sheet *s, const char *code)
{
	return s->state != NULL ? fold_keyed(s->state, KIND_LEEFGEBIED, code) : NULL;
}

static void
ask_domains(const struct sheet *s)
{
	const struct model *m = s->call->model;

	heading(s, "How are you?");
	for (size_t i = 0; i < m->ndomains; i++) {
		const struct model_domain *domain = &m->domains[i];
		const struct entry *e = domain_entry(s, domain->code);

		document_heading(s->document, 3, model_text(&domain->name, s->call->lang));
		questions(s, &domain->questions);
		begin(s, KIND_LEEFGEBIED);
		given(s, KIND_LEEFGEBIED, LEEFGEBIED_LEEFGEBIED, domain->code);
		blank(s, KIND_LEEFGEBIED, LEEFGEBIED_SITUATIE, "How is it going now?", e, SOME);
		blank(s, KIND_LEEFGEBIED, LEEFGEBIED_WENS, "What do you wish?", e, SOME);
		blank(s, KIND_LEEFGEBIED, LEEFGEBIED_ZORG, "What worries you?", e, SHORT);
		document_record_end(s->document);
	}
}

static void
ask_people(const struct sheet *s)
{
	const struct entry *e = s->state != NULL ? s->state->first[KIND_NETWERK] : NULL;

	heading(s, "People around you");
	for (int empty = 0; e != NULL || empty < EMPTY_PEOPLE; e = e != NULL ? e->next : NULL) {
		empty += e == NULL;
		begin(s, KIND_NETWERK);
		if (e != NULL) {
			given(s, KIND_NETWERK, NETWERK_NAAM, e->key);
			document_heading(s->document, 3, e->key);
		} else
			blank(s, KIND_NETWERK, NETWERK_NAAM, "Who?", NULL, SHORT);
		blank(s, KIND_NETWERK, NETWERK_RELATIE, "Who is that to you?", e, SHORT);
		blank(s, KIND_NETWERK, NETWERK_GEEFT, "What does this person do for you?", e,
		    SHORT);
		blank(s, KIND_NETWERK, NETWERK_KRIJGT, "What do you do for this person?", e, SHORT);
		document_record_end(s->document);
	}
}

/* The scale is drawn from what goes well. */
static void
ask_scores(const struct sheet *s)
{
	const struct model *m = s->call->model;
	const struct model_scale *scale = m->nscales > 0 ? &m->scales[0] : NULL;
	struct text best = { 0 };

	if (scale == NULL || scale->max - scale->min > 10)
		return;
	heading(s, "How is it going, in a number?");
	text_addf(&best, "%ld: %s", scale->max,
	    model_score_label(scale, scale->max, s->call->lang));
	document_note(s->document, text_string(&best));
	text_release(&best);
	for (size_t i = 0; i < m->ndomains; i++) {
		begin(s, KIND_LEEFGEBIED);
		given(s, KIND_LEEFGEBIED, LEEFGEBIED_LEEFGEBIED, m->domains[i].code);
		choose_number(s, KIND_LEEFGEBIED, LEEFGEBIED_SCORE,
		    model_text(&m->domains[i].name, s->call->lang), scale->min, scale->max, false);
		document_record_end(s->document);
	}
}

void
sheet_description(const struct sheet *s)
{
	ask_strengths(s);
	ask_domains(s);
	ask_people(s);
	ask_scores(s);
}

static void
ask_steps(const struct sheet *s, const char *goal)
{
	for (int i = 0; i < EMPTY_STEPS; i++) {
		begin(s, KIND_WERKPUNT);
		if (*goal != '\0')
			given(s, KIND_WERKPUNT, WERKPUNT_DOEL, goal);
		blank(s, KIND_WERKPUNT, WERKPUNT_TEKST, "A step", NULL, SHORT);
		blank(s, KIND_WERKPUNT, WERKPUNT_WIE, "Who does it?", NULL, SHORT);
		blank(s, KIND_WERKPUNT, WERKPUNT_STREEFDATUM, "Done before", NULL, 0);
		document_record_end(s->document);
	}
}

void
sheet_plan(const struct sheet *s)
{
	struct goals goals = { 0 };

	if (s->state != NULL)
		goals_read(&goals, s->state);
	for (size_t i = 0; i < goals.open; i++) {
		document_goal(s->document, entry_text(goals.at[i], DOEL_TEKST));
		for (const struct entry *a = NULL;
		    (a = goals_next_action(s->state, goals.at[i]->key, a)) != NULL; )
			document_item(s->document, entry_text(a, WERKPUNT_TEKST));
		ask_steps(s, goals.at[i]->key);
	}
	goals_release(&goals);
	for (int i = 0; i < EMPTY_GOALS; i++) {
		heading(s, "What do you want to reach?");
		begin(s, KIND_DOEL);
		blank(s, KIND_DOEL, DOEL_TEKST, "In your own words", NULL, SOME);
		choose_domain(s, KIND_DOEL, DOEL_LEEFGEBIED, "What is it about?", false);
		blank(s, KIND_DOEL, DOEL_KRACHT, "Which of your strengths help?", NULL, SHORT);
		blank(s, KIND_DOEL, DOEL_STREEFDATUM, "Done before", NULL, 0);
		document_record_end(s->document);
		ask_steps(s, "");
	}
	ask_agreement(s, WAAROP_words[WAAROP_PLAN]);
}

void
sheet_evaluation(const struct sheet *s)
{
	struct goals goals = { 0 };
	char *asked;

	if (s->state != NULL)
		goals_read(&goals, s->state);
	for (size_t i = 0; i < goals.open; i++) {
		document_goal(s->document, entry_text(goals.at[i], DOEL_TEKST));
		begin(s, KIND_STAND);
		given(s, KIND_STAND, STAND_DOEL, goals.at[i]->key);
		choose_code(s, KIND_STAND, STAND_STAND, "How is it going?");
		blank(s, KIND_STAND, STAND_TOELICHTING, "What went well, and what helped?",
		    NULL, SOME);
		document_record_end(s->document);
	}
	goals_release(&goals);
	heading(s, "Looking back together");
	begin(s, KIND_EVALUATIE);
	asked = say(s, "How content are you?");
	choose_number(s, KIND_EVALUATIE, EVALUATIE_TEVREDENHEID, asked, 1, 10, true);
	free(asked);
	asked = say(s, "How do we work together?");
	choose_number(s, KIND_EVALUATIE, EVALUATIE_SAMENWERKING, asked, 1, 10, true);
	free(asked);
	blank(s, KIND_EVALUATIE, EVALUATIE_TOELICHTING, "Tell us more", NULL, STORY);
	choose_code(s, KIND_EVALUATIE, EVALUATIE_BESLUIT, "How do we go on?");
	choose_code(s, KIND_EVALUATIE, EVALUATIE_SOORT, "Which talk is this?");
	blank(s, KIND_EVALUATIE, EVALUATIE_VOLGENDE, "Next talk", NULL, 0);
	blank(s, KIND_EVALUATIE, EVALUATIE_AANWEZIG, "Who was there?", NULL, SHORT);
	document_record_end(s->document);
	ask_agreement(s, WAAROP_words[WAAROP_EVALUATIE]);
}

struct sheets {
	const char *title;
	sheet_layout *layout;
};

static void
write_sheet(const struct view *v, const struct sheets *all, const struct fold *state,
    const char *client)
{
	const struct sheet s = { v->call, v->document, state, client };
	struct text title = { 0 }, foot = { 0 };
	char *words;

	text_adds(&title, all->title);
	if (state != NULL)
		text_addf(&title, " \xE2\x80\x93 %s", person_called(v->document, state));
	text_addf(&foot, "%s%s%s", all->title, *client != '\0' ? " \xC2\xB7 " : "", client);
	document_part(v->document, text_string(&title), client, text_string(&foot));
	words = say(&s, "Fill in what you want. You may leave out anything.");
	document_paragraph(v->document, words);
	free(words);
	all->layout(&s);
	text_release(&title);
	text_release(&foot);
}

static int
show_sheet(struct view *v, void *sheets)
{
	write_sheet(v, sheets, &v->state, v->state.dossier->id);
	return 0;
}

int
sheet_run(const struct cmdline *c, const char *title, sheet_layout *layout)
{
	struct sheets all = { label(c->lang, title), layout };
	enum document_format format;
	struct view v;

	if (!document_format_parse(c->format, &format) ||
	    (format != DOCUMENT_HTML && format != DOCUMENT_PDF))
		message_usage(_("-T: \"%s\" is no format of --form; expected html or pdf"),
		    c->format);
	view_document(&v, c, format, title);
	if (c->noperands > 0 || c->files0 != NULL)
		return view_end(&v, view_run(&v, show_sheet, &all));
	write_sheet(&v, &all, NULL, c->client == NULL ? "" : c->client);
	return view_end(&v, 0);
}
