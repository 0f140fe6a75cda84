/* SPDX-License-Identifier: ISC */
#include "correction.h"

#include "versions.h"

#define STRENGTH(text) \
	"Record: kracht\nClient: a\nLeefgebied: werk\nSoort: kennis\nTekst: " text "\n\n"
#define WISH(op, text) \
	"Record: leefgebied\nClient: a\nOp: " op "\nLeefgebied: wonen\nWens: " text "\n\n"
#define PHASE(op, code) "Record: fase\nClient: a\nOp: " op "\nFase: " code "\n\n"

/* line: of the first version in what is said of the first of them; 0 = nothing is. */
static const struct {
	const char *base, *a, *b;
	long line;
} cases[] = {
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-01", "y"), NOTE("2026-03-01", "z"), 10 },
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-01", "y"), NOTE("2026-03-01", "y"), 0 },
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-01", "y"), NOTE("2026-03-01", "x"), 0 },
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-01", "y"), "", 7 },
	{ NOTE("2026-03-01", "x"), "", "", 0 },
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-02", "x"), NOTE("2026-03-03", "x"), 9 },
	/* Taken out of both; what follows is another. */
	{ NOTE("2026-03-01", "x"), NOTE("2026-03-02", "y"), "", 0 },
	{ NOTE("2026-03-01", "x"), STRENGTH("x"), STRENGTH("y"), 0 },
	{ STRENGTH("x"), STRENGTH("y"), STRENGTH("z"), 11 },
	{ PHASE("2026-03-01", "intake"), PHASE("2026-03-02", "intake"),
	    PHASE("2026-03-03", "intake"), 9 },
	{ PHASE("2026-03-01", "intake"), PHASE("2026-03-02", "analyse"), "", 0 },
	{ GOAL("2026-03-01", "d1", "x"), GOAL("2026-03-02", "d1", "y"),
	    GOAL("2026-03-03", "d1", "z"), 9 },
	/* Of one domain, but taken out and said anew. */
	{ WISH("2026-03-01", "x"), WISH("2026-03-02", "y"), WISH("2026-03-03", "z"), 0 },
	{ WISH("2026-03-01", "x"), WISH("2026-03-01", "y"), WISH("2026-03-01", "z"), 11 },
	/* In its own place, between the same neighbours. */
	{ NOTE("2026-03-01", "x") STRENGTH("s") NOTE("2026-03-01", "w"),
	    NOTE("2026-03-01", "y") STRENGTH("s") NOTE("2026-03-01", "w"),
	    STRENGTH("s") NOTE("2026-03-01", "w") NOTE("2026-03-01", "z"), 7 },
};

static void
read_three(struct versions *v, struct version *o, const char *a, const char *b, const char *base)
{
	struct text x = { 0 }, y = { 0 }, z = { 0 };

	text_addf(&x, "%s%s", HEAD, a);
	text_addf(&y, "%s%s", HEAD, b);
	text_addf(&z, "%s%s", HEAD, base);
	versions_begin(v, text_string(&x), text_string(&y));
	ck_assert(versions_read(o, text_string(&z), "o", &v->problems));
	version_match(&v->a, &v->b, o);
	text_release(&x);
	text_release(&y);
	text_release(&z);
}

START_TEST(tells_two_apart)
{
	struct version o = { 0 };
	struct versions v;

	read_three(&v, &o, cases[_i].a, cases[_i].b, cases[_i].base);
	correction_find(&v.a, &v.b, &o);
	ck_assert_int_eq(correction_none(&v.a, &v.b, &o, &v.problems), cases[_i].line == 0);
	ck_assert_uint_eq(v.problems.n, cases[_i].line != 0);
	if (cases[_i].line != 0) {
		ck_assert_str_eq(v.problems.at[0].code, "contradiction");
		ck_assert_int_eq(v.problems.at[0].line, cases[_i].line);
	}
	version_release(&o);
	versions_end(&v);
}
END_TEST

START_TEST(finds_its_place)
{
	struct version o = { 0 };
	struct versions v;

	read_three(&v, &o, NOTE("2026-03-01", "y") STRENGTH("s"), NOTE("2026-03-01", "x")
	    STRENGTH("s"), NOTE("2026-03-01", "x") STRENGTH("s"));
	correction_find(&v.a, &v.b, &o);
	ck_assert_ptr_eq(v.a.pieces[1].was, &o.pieces[1]);
	ck_assert_ptr_eq(v.a.pieces[1].instead, &v.b.pieces[1]);
	ck_assert_ptr_eq(v.b.pieces[1].instead, &v.a.pieces[1]);
	ck_assert(v.b.pieces[1].gone);
	ck_assert_ptr_null(v.a.pieces[2].was);
	version_release(&o);
	versions_end(&v);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("correction");

	tcase_add_loop_test(tests, tells_two_apart, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, finds_its_place);
	return unit_run("correction", tests);
}
