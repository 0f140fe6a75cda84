/* SPDX-License-Identifier: ISC */
#include "form_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "dolls.h"
#include "form.h"
#include "goals.h"
#include "message.h"
#include "person.h"
#include "shown.h"
#include "view.h"

/* Lines for a short answer, for one of a sentence or two, and for a story. */
enum { SHORT = 1, SOME = 2, STORY = 4, EMPTY_GOALS = 2, EMPTY_STEPS = 2, EMPTY_PEOPLE = 3 };

static void
ask_agreement(const struct sheet *s, const char *waarop)
{
	sheet_heading(s, "What do we agree on?");
	sheet_begin(s, KIND_AKKOORD, NULL);
	sheet_given(s, KIND_AKKOORD, AKKOORD_WIE, AKKOORD_WIE_words[AKKOORD_WIE_CLIENT]);
	sheet_given(s, KIND_AKKOORD, AKKOORD_WAAROP, waarop);
	sheet_blank(s, KIND_AKKOORD, AKKOORD_AFSPRAAK, "What can we expect of each other?", NULL,
	    SOME);
	sheet_choose_code(s, KIND_AKKOORD, AKKOORD_AKKOORD, "Do you agree with this?");
	sheet_blank(s, KIND_AKKOORD, AKKOORD_OPMERKING, "What else do you want to say?", NULL,
	    SOME);
	sheet_end(s, KIND_AKKOORD, NULL);
	document_sign(s->document, label(s->call->lang, "Client"),
	    s->state != NULL ? person_full_name(s->state) : "", "");
	document_sign(s->document, label(s->call->lang, "Support worker"),
	    s->state != NULL ? person_worker_name(s->state) : "", "");
}

void
sheet_registration(const struct sheet *s)
{
	const struct entry *e = s->state != NULL ? s->state->client : NULL;

	sheet_begin(s, KIND_CLIENT, e);
	sheet_blank(s, KIND_CLIENT, CLIENT_NAAM, "Your name", e, SHORT);
	sheet_blank(s, KIND_CLIENT, CLIENT_ROEPNAAM, "What do you want to be called?", e, SHORT);
	sheet_blank(s, KIND_CLIENT, CLIENT_GEBOREN, "Date of birth", e, 0);
	sheet_blank(s, KIND_CLIENT, CLIENT_HULPVRAAG,
	    "What do you want help with? In your own words.", e,
	    STORY);
	document_may_break(s->document);
	sheet_choose_domain(s, KIND_CLIENT, CLIENT_VRAAG, "What is your question about?", e,
	    true);
	document_may_break(s->document);
	sheet_blank(s, KIND_CLIENT, CLIENT_CONTACT,
	    "How can we reach you? (telephone, address, e-mail)",
	    e, SOME);
	document_may_break(s->document);
	sheet_blank(s, KIND_CLIENT, CLIENT_GEMEENTE, "In which municipality do you live?", e,
	    SHORT);
	document_may_break(s->document);
	sheet_blank(s, KIND_CLIENT, CLIENT_VERWIJZER, "Who told you about us?", e, SHORT);
	sheet_blank(s, KIND_CLIENT, CLIENT_VERTEGENWOORDIGER,
	    "Does somebody decide for you by law? Who?",
	    e, SHORT);
	sheet_end(s, KIND_CLIENT, e);
}

/* The strengths of the kind that are known, a line each. */
static void
show_strengths(const struct sheet *s, const char *kind)
{
	struct text known = { 0 };

	if (s->state == NULL)
		return;
	for (const struct entry *e = entry_there(s->state->first[KIND_KRACHT], s->state->at);
	    e != NULL; e = entry_there(e->next, s->state->at))
		if (strcmp(entry_text(e, KRACHT_SOORT), kind) == 0)
			text_addf(&known, "%s%s", known.len > 0 ? "\n" : "",
			    entry_text(e, KRACHT_TEKST));
	document_pair(s->document, label(s->call->lang, "Already there"), text_string(&known));
	text_release(&known);
}

static void
ask_strengths(const struct sheet *s)
{
	const struct model *m = s->call->model;
	struct text svg = { 0 };

	sheet_heading(s, "Your strengths");
	dolls_row_svg(&svg, m, s->state, s->call->lang);
	document_picture(s->document, text_string(&svg), "");
	text_release(&svg);
	for (size_t i = 0; i < m->nstrengths; i++) {
		sheet_begin(s, KIND_KRACHT, NULL);
		document_heading(s->document, 3,
		    model_text(&m->strengths[i].name, s->call->lang));
		sheet_questions(s, &m->strengths[i].questions);
		show_strengths(s, m->strengths[i].code);
		sheet_given(s, KIND_KRACHT, KRACHT_SOORT, m->strengths[i].code);
		sheet_blank(s, KIND_KRACHT, KRACHT_TEKST, "In your own words", NULL, SOME);
		sheet_choose_domain(s, KIND_KRACHT, KRACHT_LEEFGEBIED, "Where does it help you?",
		    NULL, false);
		sheet_end(s, KIND_KRACHT, NULL);
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

	sheet_heading(s, "How are you?");
	for (size_t i = 0; i < m->ndomains; i++) {
		const struct model_domain *domain = &m->domains[i];
		const struct entry *e = domain_entry(s, domain->code);

		sheet_begin(s, KIND_LEEFGEBIED, e);
		document_heading(s->document, 3, model_text(&domain->name, s->call->lang));
		sheet_questions(s, &domain->questions);
		sheet_given(s, KIND_LEEFGEBIED, LEEFGEBIED_LEEFGEBIED, domain->code);
		sheet_blank(s, KIND_LEEFGEBIED, LEEFGEBIED_SITUATIE, "How is it going now?", e,
		    SOME);
		sheet_blank(s, KIND_LEEFGEBIED, LEEFGEBIED_WENS, "What would you like?", e, SOME);
		sheet_blank(s, KIND_LEEFGEBIED, LEEFGEBIED_ZORG, "What worries you?", e, SHORT);
		sheet_end(s, KIND_LEEFGEBIED, e);
	}
}

static void
ask_people(const struct sheet *s)
{
	const struct entry *e = s->state != NULL ?
	    entry_there(s->state->first[KIND_NETWERK], s->state->at) : NULL;

	sheet_heading(s, "People around you");
	for (int empty = 0; e != NULL || empty < EMPTY_PEOPLE;
	    e = e != NULL ? entry_there(e->next, s->state->at) : NULL) {
		empty += e == NULL;
		sheet_begin(s, KIND_NETWERK, e);
		if (e != NULL) {
			sheet_given(s, KIND_NETWERK, NETWERK_NAAM, e->key);
			document_heading(s->document, 3, e->key);
		} else
			sheet_blank(s, KIND_NETWERK, NETWERK_NAAM, "Who?", NULL, SHORT);
		sheet_blank(s, KIND_NETWERK, NETWERK_RELATIE, "Who is that to you?", e, SHORT);
		sheet_blank(s, KIND_NETWERK, NETWERK_GEEFT, "What does this person do for you?", e,
		    SHORT);
		sheet_blank(s, KIND_NETWERK, NETWERK_KRIJGT, "What do you do for this person?", e,
		    SHORT);
		sheet_end(s, KIND_NETWERK, e);
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
	sheet_heading(s, "How is it going, in a number?");
	text_addf(&best, "%ld: %s", scale->max,
	    model_score_label(scale, scale->max, s->call->lang));
	document_note(s->document, text_string(&best));
	text_release(&best);
	for (size_t i = 0; i < m->ndomains; i++) {
		sheet_begin(s, KIND_LEEFGEBIED, NULL);
		sheet_given(s, KIND_LEEFGEBIED, LEEFGEBIED_LEEFGEBIED, m->domains[i].code);
		sheet_choose_number(s, KIND_LEEFGEBIED, LEEFGEBIED_SCORE,
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
ask_step(const struct sheet *s, const char *goal)
{
	const struct model_worker *w = form_worker(s->call, s->state);

	sheet_begin(s, KIND_WERKPUNT, NULL);
	if (*goal != '\0')
		sheet_given(s, KIND_WERKPUNT, WERKPUNT_DOEL, goal);
	sheet_blank(s, KIND_WERKPUNT, WERKPUNT_TEKST, "A step", NULL, SHORT);
	sheet_choose_who(s, "Who does it?");
	if (w != NULL && w->nstrengths > 0)
		sheet_blank(s, KIND_WERKPUNT, WERKPUNT_INZET, "What does your support worker do?",
		    NULL, SHORT);
	sheet_blank(s, KIND_WERKPUNT, WERKPUNT_STREEFDATUM, "Done before", NULL, 0);
	sheet_end(s, KIND_WERKPUNT, NULL);
}

/* The goal and the steps that there are stand with room for the next. */
static void
ask_steps_of(const struct sheet *s, const struct goals *goals, const struct entry *goal)
{
	document_keep(s->document);
	document_goal(s->document, entry_text(goal, DOEL_TEKST));
	for (const struct entry *a = NULL; (a = goals_next_action(goals, goal->key, a)) != NULL; )
		document_item(s->document, entry_text(a, WERKPUNT_TEKST));
	for (int i = 0; i < EMPTY_STEPS; i++) {
		ask_step(s, goal->key);
		if (i == 0)
			document_keep_end(s->document);
	}
}

/* What the support worker is good at, to choose from in the steps. */
static void
show_brought(const struct sheet *s)
{
	const struct model_worker *w = form_worker(s->call, s->state);
	struct text brings = { 0 }, named = { 0 };

	for (size_t i = 0; w != NULL && i < w->nstrengths; i++)
		text_addf(&brings, "%s%s", i > 0 ? "\n" : "", w->strengths[i]);
	if (brings.len > 0)
		text_addf(&named, label(s->call->lang, "What %s brings"), w->name);
	document_pair(s->document, text_string(&named), text_string(&brings));
	text_release(&brings);
	text_release(&named);
}

void
sheet_plan(const struct sheet *s)
{
	struct goals goals = { 0 };

	if (s->state != NULL)
		goals_read(&goals, s->state);
	show_brought(s);
	for (size_t i = 0; i < goals.open; i++)
		ask_steps_of(s, &goals, goals.at[i]);
	goals_release(&goals);
	for (int i = 0; i < EMPTY_GOALS; i++) {
		sheet_heading(s, "What do you want to achieve?");
		sheet_begin(s, KIND_DOEL, NULL);
		sheet_blank(s, KIND_DOEL, DOEL_TEKST, "In your own words", NULL, SOME);
		sheet_choose_domain(s, KIND_DOEL, DOEL_LEEFGEBIED, "What is it about?", NULL,
		    false);
		sheet_blank(s, KIND_DOEL, DOEL_KRACHT, "Which of your strengths help?", NULL,
		    SHORT);
		sheet_blank(s, KIND_DOEL, DOEL_STREEFDATUM, "Done before", NULL, 0);
		sheet_end(s, KIND_DOEL, NULL);
		for (int step = 0; step < EMPTY_STEPS; step++)
			ask_step(s, "");
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
		sheet_begin(s, KIND_STAND, NULL);
		document_goal(s->document, entry_text(goals.at[i], DOEL_TEKST));
		sheet_given(s, KIND_STAND, STAND_DOEL, goals.at[i]->key);
		sheet_choose_code(s, KIND_STAND, STAND_STAND, "How is it going?");
		sheet_blank(s, KIND_STAND, STAND_TOELICHTING, "What went well, and what helped?",
		    NULL, SOME);
		sheet_end(s, KIND_STAND, NULL);
	}
	goals_release(&goals);
	sheet_heading(s, "Looking back together");
	sheet_begin(s, KIND_EVALUATIE, NULL);
	asked = sheet_say(s, "How satisfied are you?");
	sheet_choose_number(s, KIND_EVALUATIE, EVALUATIE_TEVREDENHEID, asked, 1, 10, true);
	free(asked);
	asked = sheet_say(s, "How well do we work together?");
	sheet_choose_number(s, KIND_EVALUATIE, EVALUATIE_SAMENWERKING, asked, 1, 10, true);
	free(asked);
	document_may_break(s->document);
	sheet_blank(s, KIND_EVALUATIE, EVALUATIE_TOELICHTING, "Tell us more", NULL, STORY);
	document_may_break(s->document);
	sheet_choose_code(s, KIND_EVALUATIE, EVALUATIE_BESLUIT, "How do we carry on?");
	sheet_choose_code(s, KIND_EVALUATIE, EVALUATIE_SOORT, "Which talk is this?");
	sheet_blank(s, KIND_EVALUATIE, EVALUATIE_VOLGENDE, "Next talk", NULL, 0);
	sheet_blank(s, KIND_EVALUATIE, EVALUATIE_AANWEZIG, "Who was there?", NULL, SHORT);
	sheet_end(s, KIND_EVALUATIE, NULL);
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
	words = sheet_say(&s, "Fill in what you want. You can leave anything out.");
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
		    shown_or_dots(c->format));
	view_document(&v, c, format, title);
	if (c->noperands > 0 || c->files0 != NULL)
		return view_end(&v, view_run(&v, show_sheet, &all));
	write_sheet(&v, &all, NULL, c->client == NULL ? "" : c->client);
	return view_end(&v, 0);
}
