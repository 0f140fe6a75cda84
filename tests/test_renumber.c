/* SPDX-License-Identifier: ISC */
#include "renumber.h"

#include "versions.h"

/* The goals and actions of a version in their order: "d1 d1.1 ". */
static const char *
ids(const struct version *v, struct text *t)
{
	size_t i;

	text_clear(t);
	for (i = 0; i < v->n; i++) {
		const struct record *r = v->pieces[i].record;

		if (strcmp(r->name, "doel") == 0 || strcmp(r->name, "werkpunt") == 0)
			text_addf(t, "%s ", r->fields[3].value);
	}
	return text_string(t);
}

static const struct {
	const char *a, *b, *ids_a, *ids_b;
} cases[] = {
	/* Apart: the later one gives way, with its actions. */
	{ HEAD GOAL("2026-03-01", "d1", "x") ACTION("d1.1", "d1", "x"), HEAD
	    GOAL("2026-03-02", "d1", "y") ACTION("d1.1", "d1", "y"), "d1 d1.1 ", "d2 d2.1 " },
	{ HEAD GOAL("2026-03-02", "d1", "x") GOAL("2026-03-01", "d7", "x"), HEAD
	    GOAL("2026-03-01", "d1", "y"), "d8 d7 ", "d1 " },
	{ HEAD GOAL("2026-03-01", "d1", "x") ACTION("d1.1", "d1", "x"), HEAD
	    GOAL("2026-03-01", "d1", "x") ACTION("d1.1", "d1", "y"), "d1 d1.1 ", "d1 d1.2 " },
	{ HEAD GOAL("2026-03-01", "d1", "x"), HEAD GOAL("2026-03-01", "d1", "x"), "d1 ", "d1 " },
	/* One goal under two ids: the lower becomes the higher, and what is there makes room. */
	{ HEAD GOAL("2026-03-01", "d1", "x") GOAL("2026-03-02", "d2", "y"), HEAD
	    GOAL("2026-03-02", "d1", "y") GOAL("2026-03-03", "d2", "z"), "d1 d2 ", "d2 d3 " },
	{ HEAD GOAL("2026-03-02", "d1", "y") ACTION("d1.1", "d1", "y"), HEAD
	    GOAL("2026-03-02", "d3", "y") ACTION("d3.1", "d3", "y"), "d3 d3.1 ", "d3 d3.1 " },
	{ HEAD GOAL("2026-03-01", "d1", "x") ACTION("d1.1", "d1", "x") ACTION("d1.2", "d1", "y"),
	    HEAD GOAL("2026-03-01", "d1", "x") ACTION("d1.1", "d1", "y"), "d1 d1.1 d1.2 ",
	    "d1 d1.2 " },
};

START_TEST(gives_ids)
{
	struct text t = { 0 };
	struct versions v;
	size_t i;

	versions_begin(&v, cases[_i].a, cases[_i].b);
	ck_assert(renumber(&v.a, &v.b, NULL, false, &v.problems, &v.problems));
	ck_assert_str_eq(ids(&v.a, &t), cases[_i].ids_a);
	ck_assert_str_eq(ids(&v.b, &t), cases[_i].ids_b);
	for (i = 0; i < v.problems.n; i++)
		ck_assert_str_eq(v.problems.at[i].code, "renumbered");
	text_release(&t);
	versions_end(&v);
}
END_TEST

START_TEST(writes_the_bytes_too)
{
	struct versions v;
	const struct piece *p;

	versions_begin(&v, HEAD GOAL("2026-03-01", "d1", "x"),
	    HEAD "Record: doel\nClient: a\nOp: 2026-03-02\nDoel: \t d1 \n# d1\nTekst: d1\n"
	    "Leefgebied: wonen\n\n");
	ck_assert(renumber(&v.a, &v.b, NULL, false, &v.problems, &v.problems));
	p = &v.b.pieces[1];
	ck_assert_uint_eq(v.problems.n, 1);
	ck_assert_int_eq(v.problems.at[0].line, 10);
	ck_assert_ptr_nonnull(memchr(p->body, '2', p->body_n));
	ck_assert_int_eq(strncmp(p->body,
	    "Record: doel\nClient: a\nOp: 2026-03-02\nDoel: \t d2 \n# d1\nTekst: d1\n"
	    "Leefgebied: wonen\n", p->body_n), 0);
	versions_end(&v);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("renumber");

	tcase_add_loop_test(tests, gives_ids, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, writes_the_bytes_too);
	return unit_run("renumber", tests);
}
