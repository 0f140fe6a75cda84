#include "attribute_table.h"

#include <string.h>

#include "alloc.h"
#include "due.h"
#include "signals.h"

/* Each computes one or more rows. */

static void
give_number(struct attribute_values *v, long number)
{
	struct text t = { 0 };

	text_addf(&t, "%ld", number);
	attribute_give(v, arena_copy(&v->arena, t.at, t.len));
	text_release(&t);
}

static void
give_date(struct attribute_values *v, date d)
{
	char to[DATE_SIZE];

	date_format(d, to);
	attribute_give(v, arena_copy(&v->arena, to, strlen(to)));
}

static void
client(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	attribute_give(v, s->dossier->id);
}

/* A field of the record with which the phase was entered. */
static void
phase_field(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	if (s->phase != NULL)
		attribute_give(v, entry_text(s->phase, about->slot));
}

static void
days_in_phase(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	if (s->phase != NULL && !fold_closed(s))
		give_number(v, s->at - s->phase->op);
}

static void
trajectories(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_number(v, (long)s->ntrajectories);
}

static void
begin(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, fold_trajectory(s)->begin);
}

static void
end(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, fold_trajectory(s)->end);
}

static void
closed(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	attribute_give(v, fold_closed(s) ? "ja" : "nee");
}

static bool
in_trajectory(const struct fold *s, const struct entry *e)
{
	return e->trajectory == s->ntrajectories - 1;
}

static void
goals(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	long n = 0;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		n += in_trajectory(s, e) &&
		    (about->stand == ANY_STAND || entry_stand_code(e) == about->stand);
	give_number(v, n);
}

static void
unfinished(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	long n = 0;

	for (e = s->first[about->kind]; e != NULL; e = e->next)
		n += in_trajectory(s, e) && !entry_finished(e);
	give_number(v, n);
}

static void
all(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	long n = 0;

	for (const struct entry *e = s->first[about->kind]; e != NULL; e = e->next)
		n++;
	give_number(v, n);
}

static void
score(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e = fold_keyed(s, KIND_LEEFGEBIED, about->domain);

	if (e != NULL)
		attribute_give(v, entry_text(e, LEEFGEBIED_SCORE));
}

/* The first score of the trajectory on the scale of the latest, which goes to *latest. */
static const struct score *
find_first(const struct fold *s, const char *domain, const struct score **latest)
{
	size_t current = s->ntrajectories - 1;

	*latest = fold_latest_score(s, domain);
	if (*latest == NULL || (*latest)->trajectory != current)
		return NULL;
	return fold_score(s, domain, (*latest)->scale, current, 0);
}

static void
first_score(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct score *latest, *first = find_first(s, about->domain, &latest);

	if (first != NULL)
		give_number(v, first->value);
}

static void
score_change(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct score *latest, *first = find_first(s, about->domain, &latest);

	if (first != NULL && first != latest)
		give_number(v, latest->value - first->value);
}

static void
latest_day(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e = fold_last(s, about->kind, true);

	if (e != NULL)
		give_date(v, e->op);
}

static void
latest_decision(const struct fold *s, const struct attribute_about *about,
    struct attribute_values *v)
{
	const struct entry *e = fold_last(s, about->kind, true);

	if (e != NULL)
		attribute_give(v, entry_text(e, about->kind == KIND_INTAKE ? INTAKE_BESLUIT :
		    EVALUATIE_BESLUIT));
}

static void
next_evaluation(const struct fold *s, const struct attribute_about *about,
    struct attribute_values *v)
{
	(void)about;
	give_date(v, due_evaluation(s));
}

static void
deviations(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	const struct entry *e;
	const struct field *f;
	long n = 0;

	(void)about;
	for (e = s->first[KIND_FASE]; e != NULL; e = e->next)
		for (f = in_trajectory(s, e) ? entry_at(e, FASE_AFWIJKING) : NULL; f != NULL;
		    f = field_next(f))
			n++;
	give_number(v, n);
}

static void
age(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	date born = entry_day(s->client, CLIENT_GEBOREN);
	int year, month, day, born_year, born_month, born_day;

	(void)about;
	if (born == DATE_NONE)
		return;
	date_split(s->at, &year, &month, &day);
	date_split(born, &born_year, &born_month, &born_day);
	give_number(v, year - born_year - (month < born_month ||
	    (month == born_month && day < born_day)));
}

/* Each code once, in the order of the signals. */
static void
signals(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	struct signals found = { 0 };

	(void)about;
	signals_find(&found, s);
	for (size_t i = 0; i < found.n; i++)
		if (i == 0 || strcmp(found.at[i].code, found.at[i - 1].code) != 0)
			attribute_give(v, found.at[i].code);
	signals_release(&found);
}

static void
retention(const struct fold *s, const struct attribute_about *about, struct attribute_values *v)
{
	(void)about;
	give_date(v, due_retention(s));
}

const struct schema_field attribute_signals = {
	.name = "signalen",
	.type = FIELD_CODE,
	.codes = "evaluatie fase doel werkpunt notitie score wachten krachten nazorg bewaren",
};

const struct attribute_row attribute_rows[] = {
	{ "client", TABLE_WORD, NULL, client, { 0 },
	    N_("id of the client") },
	{ "id", TABLE_WORD, NULL, client, { 0 },
	    N_("the same") },
	{ "fase", TABLE_WORD, "fase.Fase", phase_field, { .slot = FASE_FASE },
	    N_("current phase; of a closed dossier the last") },
	{ "fase_sinds", TABLE_DATE, NULL, phase_field, { .slot = SLOT_OP },
	    N_("day on which that phase was entered") },
	{ "dagen_in_fase", TABLE_NUMBER, NULL, days_in_phase, { 0 },
	    N_("days since then; none when closed") },
	{ "fase_streefdatum", TABLE_DATE, NULL, phase_field, { .slot = FASE_STREEFDATUM },
	    N_("date by which the client wants to leave that phase") },
	{ "besluit", TABLE_WORD, "intake.Besluit", latest_decision, { .kind = KIND_INTAKE },
	    N_("latest decision of the intake in the trajectory") },
	{ "traject", TABLE_NUMBER, NULL, trajectories, { 0 },
	    N_("number of the current trajectory, from 1") },
	{ "begin", TABLE_DATE, NULL, begin, { 0 },
	    N_("begin of the current trajectory") },
	{ "eind", TABLE_DATE, NULL, end, { 0 },
	    N_("end of the current trajectory; none while it is open") },
	{ "gesloten", TABLE_WORD, "akkoord.Akkoord", closed, { 0 },
	    N_("whether the current trajectory has ended: ja or nee") },
	{ "doelen", TABLE_NUMBER, NULL, goals, { .stand = ANY_STAND },
	    N_("goals of the trajectory") },
	{ "doelen.open", TABLE_NUMBER, NULL, unfinished, { .kind = KIND_DOEL },
	    N_("those not finished: without a status, open or bezig") },
	{ "doelen.behaald", TABLE_NUMBER, NULL, goals, { .stand = STAND_BEHAALD },
	    N_("those attained") },
	{ "doelen.deels", TABLE_NUMBER, NULL, goals, { .stand = STAND_DEELS },
	    N_("those attained in part") },
	{ "doelen.gestopt", TABLE_NUMBER, NULL, goals, { .stand = STAND_GESTOPT },
	    N_("those stopped") },
	{ "werkpunten.open", TABLE_NUMBER, NULL, unfinished, { .kind = KIND_WERKPUNT },
	    N_("action points of the trajectory that are not finished") },
	{ "krachten", TABLE_NUMBER, NULL, all, { .kind = KIND_KRACHT },
	    N_("strengths recorded") },
	{ "netwerkleden", TABLE_NUMBER, NULL, all, { .kind = KIND_NETWERK },
	    N_("persons of the network") },
	{ "score.DOMAIN", TABLE_NUMBER, NULL, score, { 0 },
	    N_("latest score of a domain; none when it was set aside since") },
	{ "score.DOMAIN.eerste", TABLE_NUMBER, NULL, first_score, { 0 },
	    N_("first score of the trajectory on the scale of the latest") },
	{ "score.DOMAIN.verschil", TABLE_NUMBER, NULL, score_change, { 0 },
	    N_("the latest less the first; none with one score") },
	{ "evaluatie.laatste", TABLE_DATE, NULL, latest_day, { .kind = KIND_EVALUATIE },
	    N_("day of the latest evaluation in the trajectory") },
	{ "evaluatie.besluit", TABLE_WORD, "evaluatie.Besluit", latest_decision,
	    { .kind = KIND_EVALUATIE }, N_("its decision") },
	{ "evaluatie.volgende", TABLE_DATE, NULL, next_evaluation, { 0 },
	    N_("day on which the next is due; none when closed") },
	{ "notitie.laatste", TABLE_DATE, NULL, latest_day, { .kind = KIND_NOTITIE },
	    N_("day of the latest note in the trajectory") },
	{ "signalen", TABLE_WORD, "signalen", signals, { 0 },
	    N_("what needs attention, as in the view signalen of fasen-report(1)") },
	{ "afwijkingen", TABLE_NUMBER, NULL, deviations, { 0 },
	    N_("conditions set aside in the trajectory") },
	{ "leeftijd", TABLE_NUMBER, NULL, age, { 0 },
	    N_("age in years") },
	{ "bewaren_tot", TABLE_DATE, NULL, retention, { 0 },
	    N_("day on which the retention period is over; none while open") },
};

const size_t attribute_nrows = sizeof attribute_rows / sizeof *attribute_rows;
