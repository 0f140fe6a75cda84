/* SPDX-License-Identifier: ISC */
#include "transition.h"

#include <string.h>

#include "model_read.h"
#include "reader.h"
#include "unit.h"

static struct model *model;
static struct reader *reader;
static struct dossier d;
static struct fold s;
static struct transition t;

static const char text[] = "Record: model\nNaam: M\n\n"
    "Record: fase\nCode: een\nNaam: 1\nEist: client.Team\n\nRecord: fase\nCode: twee\nNaam: 2\n"
    "Eist: client.Vorm\n\n"
    "Record: fase\nCode: drie\nNaam: 3\nEist: client.Gemeente\nNa: voortzetten drie\n"
    "Na: bijstellen twee\nNa: bijstellen een\nNa: uitstroom vijf\n\n"
    "Record: fase\nCode: vier\nNaam: 4\nEist: notitie sinds fase\n\nRecord: fase\nCode: vijf\n"
    "Naam: 5\n\n"
    "Record: leefgebied\nCode: w\nNaam: W\n\nRecord: uitstroomreden\nCode: k\nNaam: K\n\n";

static void
begin(void)
{
	struct problems problems = { 0 };
	struct text more = { 0 };

	/* Without this way the fourth phase would never be reached. */
	text_adds(&more, text);
	text_adds(&more, "Record: fase\nCode: zes\nNaam: 6\nNa: voortzetten vier\n\n");
	model = model_read(more.at, more.len, "m", &problems);
	ck_assert_ptr_nonnull(model);
	text_release(&more);
	problems_release(&problems);
}

static void
end(void)
{
	transition_release(&t);
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
	reader = NULL;
	model_free(model);
}

static void
fold(const char *fields, const char *phase, const char *decision)
{
	struct text bytes = { 0 };

	text_addf(&bytes,
	    "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n%s\n",
	    fields);
	if (phase[0] != '\0')
		text_addf(&bytes, "Record: fase\nClient: a\nOp: 2026-02-01\nFase: %s\n\n", phase);
	if (decision[0] != '\0')
		text_addf(&bytes,
		    "Record: evaluatie\nClient: a\nOp: 2026-02-02\nSoort: eind\nBesluit: %s\n\n",
		    decision);
	reader_free(reader);
	reader = reader_of(bytes.at, bytes.len, "t.rec");
	ck_assert_int_eq(reader_next(reader, &d), 1);
	ck_assert(fold_day(&s, &d, model, DATE_LAST, DATE_LAST));
	text_release(&bytes);
}

static void
expect(enum obstacle obstacle, const char *to, size_t unmet)
{
	ck_assert_int_eq(t.obstacle, obstacle);
	ck_assert_uint_eq(t.n, unmet);
	if (to == NULL)
		ck_assert_ptr_null(t.to);
	else
		ck_assert_str_eq(t.to->code, to);
	ck_assert(transition_ready(&t) == (obstacle == OBSTACLE_NONE && unmet == 0));
}

static void
next(const char *fields, const char *phase, const char *decision, enum obstacle obstacle,
    const char *to, size_t unmet)
{
	fold(fields, phase, decision);
	transition_next(&t, &s);
	expect(obstacle, to, unmet);
}

START_TEST(finds_the_next)
{
	next("", "", "", OBSTACLE_NONE, "een", 0);
	next("", "een", "", OBSTACLE_NONE, "twee", 1);
	next("Team: x\n", "een", "", OBSTACLE_NONE, "twee", 0);
	next("", "drie", "", OBSTACLE_EVALUATION, NULL, 1);
	next("Gemeente: x\n", "drie", "voortzetten", OBSTACLE_NONE, "drie", 0);
	next("Gemeente: x\n", "drie", "bijstellen", OBSTACLE_NONE, "twee", 0);
	next("Gemeente: x\n", "drie", "uitstroom", OBSTACLE_NONE, "vijf", 0);
	next("", "zes", "bijstellen", OBSTACLE_DECISION, NULL, 0);
	next("", "elders", "", OBSTACLE_UNKNOWN, NULL, 0);
	next("", "vijf", "", OBSTACLE_NONE, "zes", 0);
}
END_TEST

static void
to(const char *fields, const char *phase, const char *decision, const char *code, bool reason,
    enum obstacle obstacle, size_t unmet)
{
	fold(fields, phase, decision);
	transition_to(&t, &s, model_phase(model, code), reason);
	expect(obstacle, code, unmet);
}

START_TEST(goes_where_asked)
{
	to("", "", "", "drie", false, OBSTACLE_NONE, 2);
	to("", "een", "", "drie", false, OBSTACLE_NONE, 2);
	ck_assert_str_eq(t.unmet[0].phase->code, "een");
	ck_assert_str_eq(t.unmet[1].condition->source, "client.Vorm");
	to("Team: x\nVorm: y\n", "een", "", "vier", true, OBSTACLE_NONE, 1);
	to("", "een", "", "een", true, OBSTACLE_SAME, 0);
	to("", "drie", "", "een", false, OBSTACLE_REASON, 0);
	to("", "drie", "", "een", true, OBSTACLE_NONE, 0);
	to("", "elders", "", "vijf", false, OBSTACLE_REASON, 0);
	to("", "elders", "", "vijf", true, OBSTACLE_NONE, 0);
	/* Of a phase that is passed over, "sinds fase" means the latest. */
	to("Team: x\nVorm: y\nGemeente: z\n\nRecord: notitie\nClient: a\nOp: 2026-01-31\n"
	    "Tekst: T\n", "een", "", "vijf", false, OBSTACLE_NONE, 1);
	ck_assert_str_eq(t.unmet[0].condition->source, "notitie sinds fase");
	to("Team: x\nVorm: y\nGemeente: z\n\nRecord: notitie\nClient: a\nOp: 2026-02-02\n"
	    "Tekst: T\n", "een", "", "vijf", false, OBSTACLE_NONE, 0);
	/* Where the decision leads, no reason is asked, but the phase's own conditions are. */
	to("", "drie", "bijstellen", "een", false, OBSTACLE_NONE, 1);
	to("Gemeente: x\n", "drie", "bijstellen", "een", false, OBSTACLE_NONE, 0);
	to("", "drie", "bijstellen", "een", true, OBSTACLE_NONE, 0);
	to("Gemeente: x\n", "drie", "voortzetten", "drie", false, OBSTACLE_NONE, 0);
	to("", "drie", "voortzetten", "een", false, OBSTACLE_REASON, 0);
}
END_TEST

/*
 * "Na" counts an evaluation as "sinds fase" does: after the fase in folding order, or before it on
 * its day but after the one before.
 */
START_TEST(follows_the_last_evaluation)
{
#define FASE(code) "Record: fase\nClient: a\nOp: 2026-03-01\nFase: " code "\n\n"
#define EVALUATION(day, decision) \
	"Record: evaluatie\nClient: a\nOp: " day "\nSoort: eind\nBesluit: " decision "\n\n"
	next("\n" EVALUATION("2026-03-01", "voortzetten") FASE("drie"), "", "",
	    OBSTACLE_NONE, "drie", 1);
	next("\n" FASE("twee") EVALUATION("2026-03-01", "voortzetten") FASE("drie"), "", "",
	    OBSTACLE_NONE, "drie", 1);
	next("\n" EVALUATION("2026-03-01", "voortzetten") FASE("twee") FASE("drie"), "", "",
	    OBSTACLE_EVALUATION, NULL, 1);
	next("\n" EVALUATION("2026-02-28", "voortzetten") FASE("drie"), "", "",
	    OBSTACLE_EVALUATION, NULL, 1);
	next("\n" EVALUATION("2026-03-01", "voortzetten") FASE("drie")
	    EVALUATION("2026-03-01", "bijstellen"), "", "", OBSTACLE_NONE, "twee", 1);
	/* Moved on and back on one day: what decided then decides no more. */
	next("\n" FASE("drie") EVALUATION("2026-03-01", "voortzetten") FASE("drie") FASE("drie"),
	    "", "", OBSTACLE_EVALUATION, NULL, 1);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("transition");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, finds_the_next);
	tcase_add_test(tests, follows_the_last_evaluation);
	tcase_add_test(tests, goes_where_asked);
	return unit_run("transition", tests);
}
