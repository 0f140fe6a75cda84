/* SPDX-License-Identifier: ISC */
#include "join.h"

#include <string.h>

#include "folding.h"

#define HEAD "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n"
#define NOTE(op, text) "Record: notitie\nClient: a\nOp: " op "\nTekst: " text "\n\n"
#define SAID(comments, text) \
	"Record: notitie\nClient: a\nOp: 2026-03-01\n" comments "Tekst: " text "\n\n"
#define GOAL(op, id, text) \
	"Record: doel\nClient: a\nOp: " op "\nDoel: " id "\nLeefgebied: wonen\nTekst: " text "\n\n"
#define WAS(id) "# was " id " in a\n"
#define SCORE(op, n, rest) \
	"Record: leefgebied\nClient: a\nOp: " op "\nLeefgebied: wonen\nScore: " n "\n" rest "\n"

#define PHASE(op, code) "Record: fase\nClient: a\nOp: " op "\nFase: " code "\nReden: r\n\n"
#define CLOSING(op) "Record: uitstroom\nClient: a\nOp: " op "\nReden: verhuisd\n\n"
#define WRONG "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: w\nDoel: d9\n\n"
#define CALLED(op, name) "Record: client\nClient: a\nOp: " op "\nRoepnaam: " name "\n\n"

static struct join joined;
static struct problems problems;

static enum join_result
join(const char *a, const char *b, const char *base)
{
	join_clear(&joined);
	problems_clear(&problems);
	joined.a = (struct join_source){ a, strlen(a), "a", NULL };
	joined.b = (struct join_source){ b, strlen(b), "b", NULL };
	joined.base = (struct join_source){ base, base == NULL ? 0 : strlen(base), "o", NULL };
	joined.model = model;
	joined.today = date_parse("2026-11-01");
	return join_run(&joined, &problems);
}

static void
release(void)
{
	join_clear(&joined);
	problems_release(&problems);
}

static const struct {
	const char *a, *b, *base, *want;
} cases[] = {
	{ HEAD, HEAD, NULL, HEAD },
	{ HEAD NOTE("2026-03-01", "x"), HEAD, NULL, HEAD NOTE("2026-03-01", "x") },
	{ HEAD NOTE("2026-03-02", "x"), HEAD NOTE("2026-03-01", "y"), NULL, HEAD
	    NOTE("2026-03-01", "y") NOTE("2026-03-02", "x") },
	{ HEAD NOTE("2026-03-01", "y"), HEAD NOTE("2026-03-01", "x"), NULL, HEAD
	    NOTE("2026-03-01", "x") NOTE("2026-03-01", "y") },
	{ HEAD NOTE("2026-03-01", "x") NOTE("2026-03-01", "x"), HEAD NOTE("2026-03-01", "x"), NULL,
	    HEAD NOTE("2026-03-01", "x") NOTE("2026-03-01", "x") },
	{ HEAD "# c\n", HEAD "# c\n# d\n", NULL, HEAD "# c\n# d\n" },
	{ "# c\n" HEAD, "# d\n" HEAD, NULL, "# d\n# c\n" HEAD },
	{ HEAD GOAL("2026-03-01", "d1", "x"), HEAD GOAL("2026-03-02", "d1", "y"), NULL,
	    HEAD GOAL("2026-03-01", "d1", "x") WAS("d1") GOAL("2026-03-02", "d2", "y") },
	{ HEAD GOAL("2026-03-01", "d1", "x") GOAL("2026-03-02", "d2", "y"), HEAD
	    GOAL("2026-03-02", "d1", "y"), NULL,
	    HEAD GOAL("2026-03-01", "d1", "x") WAS("d1") GOAL("2026-03-02", "d2", "y") },
	{ HEAD GOAL("2026-03-01", "groot", "x"), HEAD GOAL("2026-03-02", "groot", "y"), NULL,
	    HEAD GOAL("2026-03-01", "groot", "x") WAS("groot") GOAL("2026-03-02", "d1", "y") },
	{ HEAD SCORE("2026-03-02", "2", "Vastgelegd: 2026-03-09\n"), HEAD
	    SCORE("2026-03-01", "3", ""), NULL,
	    HEAD SCORE("2026-03-01", "3", "")
	    SCORE("2026-03-02", "2", "Vastgelegd: 2026-03-09\n") },
	/* Wrong in both, so it was before. */
	{ HEAD WRONG NOTE("2026-03-01", "x"), HEAD WRONG NOTE("2026-03-02", "y"), NULL,
	    HEAD WRONG NOTE("2026-03-01", "x") NOTE("2026-03-02", "y") },
	{ HEAD WRONG, HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: w\nDoel: d8\n\n",
	    HEAD WRONG,
	    HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: w\nDoel: d8\n\n" },
	{ HEAD NOTE("2026-03-01", "goed"), HEAD NOTE("2026-03-01", "fout") NOTE("2026-03-02", "y"),
	    HEAD NOTE("2026-03-01", "fout"),
	    HEAD NOTE("2026-03-01", "goed") NOTE("2026-03-02", "y") },
	{ HEAD, HEAD NOTE("2026-03-01", "x"), HEAD NOTE("2026-03-01", "x"), HEAD },
	{ "\xEF\xBB\xBF" HEAD, HEAD, NULL, HEAD },
	/* Comments within a record: of both, and not what one of them took out. */
	{ HEAD SAID("# p\n", "x"), HEAD SAID("# q\n", "x"), HEAD SAID("", "x"),
	    HEAD SAID("# q\n# p\n", "x") },
	{ HEAD SAID("# p\n", "x"), HEAD SAID("# q\n", "x"), NULL, HEAD SAID("# q\n# p\n", "x") },
	{ HEAD SAID("", "y"), HEAD SAID("# q\n", "x"), HEAD SAID("", "x"),
	    HEAD SAID("# q\n", "y") },
	{ HEAD SAID("# o\n", "y"), HEAD SAID("", "x") "# t\n", HEAD SAID("# o\n", "x"),
	    HEAD SAID("", "y") "# t\n" },
	{ HEAD SAID("# p\n", "x"), HEAD SAID("# o\n# q\n", "x"), HEAD SAID("# o\n", "x"),
	    HEAD SAID("# q\n# p\n", "x") },
	{ HEAD SAID("# o\n", "x"), HEAD SAID("# o\n", "x"), NULL, HEAD SAID("# o\n", "x") },
	{ HEAD SAID("", "\\\n# no comment"), HEAD SAID("# q\n", "\\\n# no comment"), NULL,
	    HEAD SAID("# q\n", "\\\n# no comment") },
	{ HEAD "# p\n" SAID("", "y"), HEAD "# q\n" SAID("", "x"), HEAD SAID("", "x"),
	    HEAD "# q\n# p\n" SAID("", "y") },
	{ HEAD "# o\n" SAID("", "x"), HEAD SAID("", "x"), HEAD "# o\n" SAID("", "x"),
	    HEAD SAID("", "x") },
};

START_TEST(joins_either_way)
{
	ck_assert_int_eq(join(cases[_i].a, cases[_i].b, cases[_i].base), JOIN_DONE);
	ck_assert_str_eq(text_string(&joined.text), cases[_i].want);
	ck_assert_int_eq(join(cases[_i].b, cases[_i].a, cases[_i].base), JOIN_DONE);
	ck_assert_str_eq(text_string(&joined.text), cases[_i].want);
	release();
}
END_TEST

static const struct {
	const char *a, *b;
	enum join_result result;
	const char *code;
	long line;
} refused[] = {
	{ HEAD SCORE("2026-03-01", "2", ""), HEAD SCORE("2026-03-01", "3", ""), JOIN_REFUSED,
	    "contradiction", 11 },
	{ HEAD "Record: fase\nClient: a\nOp: 2026-03-01\nFase: intake\n", HEAD
	    "Record: fase\nClient: a\nOp: 2026-03-01\nFase: opstart\n",
	    JOIN_REFUSED, "contradiction", 10 },
	/* One of them was recorded later, but its writer did not know the other. */
	{ HEAD SCORE("2026-03-01", "2", "Vastgelegd: 2026-03-09\n"),
	    HEAD SCORE("2026-03-01", "3", "Vastgelegd: 2026-03-05\n"), JOIN_REFUSED,
	    "contradiction", 11 },
	{ HEAD CLOSING("2026-03-05"), HEAD PHASE("2026-03-01", "analyse"), JOIN_REFUSED,
	    "contradiction", 7 },
	{ HEAD CALLED("2026-03-02", "x"), HEAD CALLED("2026-03-01", "y"), JOIN_REFUSED,
	    "contradiction", 10 },
	/* Wrong in one. */
	{ HEAD WRONG, HEAD NOTE("2026-03-01", "x"), JOIN_REFUSED, "unknown-key", 11 },
	{ HEAD, "Record: client\nClient: a\nNaam: M\nAangemeld: 2026-01-05\nHulpvraag: H\n\n",
	    JOIN_REFUSED, "contradiction", 1 },
	{ HEAD, "Record: client\nClient: b\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n",
	    JOIN_REFUSED, "other-client", 1 },
	/* Each is sound by itself. */
	{ HEAD NOTE("2026-02-10", "x"), HEAD
	    "Record: client\nClient: a\nOp: 2026-03-01\nAangemeld: 2026-02-20\n\n", JOIN_REFUSED,
	    "before-registration", 9 },
	{ HEAD "onzin\n", HEAD, JOIN_BAD, "syntax", 7 },
	{ HEAD "Record: client\nClient: b\nAangemeld: 2026-01-05\n\n", HEAD, JOIN_BAD,
	    "several", 7 },
	{ "", HEAD, JOIN_BAD, "empty", 0 },
	{ "# niets\n", HEAD, JOIN_BAD, "empty", 0 },
};

START_TEST(refuses_with_the_line)
{
	ck_assert_int_eq(join(refused[_i].a, refused[_i].b, NULL), refused[_i].result);
	ck_assert_uint_eq(joined.text.len, 0);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].code, refused[_i].code);
	ck_assert_int_eq(problems.at[0].line, refused[_i].line);
	ck_assert_int_eq(join(refused[_i].b, refused[_i].a, NULL), refused[_i].result);
	release();
}
END_TEST

/* What is said of a union that is made, at the line of the first version or of the second. */
static const struct {
	const char *a, *b, *code, *file;
	long line;
} told[] = {
	{ HEAD CLOSING("2026-03-01"), HEAD GOAL("2026-03-05", "d1", "x"), "after-closing", "b", 9 },
	{ HEAD GOAL("2026-03-01", "d1", "x"), HEAD GOAL("2026-03-02", "d1", "y"),
	    "renumbered", "b", 10 },
	{ HEAD CLOSING("2026-03-01") PHASE("2026-03-05", "analyse"), HEAD, NULL, NULL, 0 },
};

START_TEST(tells_what_it_makes)
{
	int i;

	for (i = 0; i < 2; i++) {
		ck_assert_int_eq(i == 0 ? join(told[_i].a, told[_i].b, NULL) :
		    join(told[_i].b, told[_i].a, NULL), JOIN_DONE);
		ck_assert_uint_eq(problems.n, told[_i].code != NULL);
		if (told[_i].code == NULL)
			continue;
		ck_assert_int_eq(problems.at[0].severity, PROBLEM_WARNING);
		ck_assert_str_eq(problems.at[0].code, told[_i].code);
		ck_assert_int_eq(problems.at[0].line, told[_i].line);
		ck_assert_int_eq(strcmp(problems.at[0].file, told[_i].file) == 0, i == 0);
	}
	release();
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("join");

	tcase_add_checked_fixture(tests, folding_begin, folding_end);
	tcase_add_loop_test(tests, joins_either_way, 0, sizeof cases / sizeof *cases);
	tcase_add_loop_test(tests, refuses_with_the_line, 0, sizeof refused / sizeof *refused);
	tcase_add_loop_test(tests, tells_what_it_makes, 0, sizeof told / sizeof *told);
	return unit_run("join", tests);
}
