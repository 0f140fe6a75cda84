/* SPDX-License-Identifier: ISC */
#include "identity.h"

#include "versions.h"

#define X GOAL("2026-03-01", "d1", "x")

/* one: for each goal of a in order of id, what it is in b: "d1=d1 d2=- ". */
static const struct {
	const char *a, *b, *base, *one;
} cases[] = {
	{ HEAD X, HEAD X, NULL, "d1=d1 " },
	{ HEAD X, HEAD GOAL("2026-03-01", "d1", "y"), NULL, "d1=- " },
	{ HEAD GOAL("2026-03-01", "d1", "z"), HEAD GOAL("2026-03-01", "d1", "y"),
	    HEAD X, "d1=d1 " },
	{ HEAD X, HEAD GOAL("2026-03-01", "d4", "x"), NULL, "d1=d4 " },
	{ HEAD X GOAL("2026-03-02", "d2", "y"), HEAD GOAL("2026-03-02", "d1", "y")
	    GOAL("2026-03-03", "d2", "z"), NULL, "d1=- d2=d1 " },
	/* An amendment in both shows that it began before they parted. */
	{ HEAD X NOTE("2026-03-02", "n") GOAL("2026-03-03", "d1", "w"), HEAD
	    GOAL("2026-03-01", "d1", "y") GOAL("2026-03-03", "d1", "w"), NULL, "d1=d1 " },
	/*
	 * The ancestor's goal has another id in a, where another goal has its old one; in b it was
	 * corrected.
	 */
	{ HEAD GOAL("2026-02-01", "d1", "w") GOAL("2026-03-01", "d2", "x"), HEAD
	    GOAL("2026-03-01", "d1", "y"), HEAD X, "d1=- d2=d1 " },
	/* Two joins gave one goal of the ancestor two ids, and two new goals its old one. */
	{ HEAD GOAL("2026-02-01", "d1", "w") GOAL("2026-03-01", "d2", "x"), HEAD
	    GOAL("2026-02-02", "d1", "v") GOAL("2026-03-01", "d3", "x"), HEAD X, "d1=- d2=d3 " },
	{ HEAD, HEAD X, HEAD X, "" },
};

START_TEST(links)
{
	struct identities a, b, base = { 0 };
	struct problems problems = { 0 };
	struct version o = { 0 };
	struct text one = { 0 };
	struct versions v;
	size_t i;

	versions_begin(&v, cases[_i].a, cases[_i].b);
	if (cases[_i].base != NULL) {
		ck_assert(versions_read(&o, cases[_i].base, "o", &problems));
		version_match(&v.a, &v.b, &o);
		identities_read(&base, &o, KIND_DOEL);
	}
	identities_read(&a, &v.a, KIND_DOEL);
	identities_read(&b, &v.b, KIND_DOEL);
	identities_link(&a, &b, cases[_i].base != NULL ? &base : NULL);
	for (i = 0; i < a.n; i++) {
		text_addf(&one, "%s=%s ", a.at[i].key, a.at[i].one[0] == NULL ? "-" :
		    a.at[i].one[0]->key);
		ck_assert(a.at[i].one[0] == NULL || a.at[i].one[0]->one[0] == &a.at[i]);
		ck_assert_ptr_eq(identities_find(&a, a.at[i].key), &a.at[i]);
	}
	ck_assert_str_eq(text_string(&one), cases[_i].one);
	identities_release(&a);
	identities_release(&b);
	identities_release(&base);
	text_release(&one);
	version_release(&o);
	versions_end(&v);
	problems_release(&problems);
}
END_TEST

START_TEST(orders_keys)
{
	ck_assert_int_lt(identity_compare_keys("d9", "d10"), 0);
	ck_assert_int_gt(identity_compare_keys("d2", "d1"), 0);
	ck_assert_int_eq(identity_compare_keys("d2", "d2"), 0);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("identity");

	tcase_add_loop_test(tests, links, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, orders_keys);
	return unit_run("identity", tests);
}
