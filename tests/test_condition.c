#include "condition.h"

#include <string.h>

#include "unit.h"

static struct arena arena;
static struct problems problems;
static const char *const own[] = { "client.Doelgroep" };

static void
end(void)
{
	arena_release(&arena);
	problems_release(&problems);
}

static struct condition
take(const char *source)
{
	struct condition c;

	ck_assert_msg(condition_read(&c, source, own, 1, &arena, "m", 3, &problems), "%s: %s", source,
	    problems.n > 0 ? problems.at[problems.n - 1].text : "");
	ck_assert_int_eq(c.line, 3);
	return c;
}

static void
refuse(const char *source, const char *part)
{
	struct condition c;

	ck_assert_msg(!condition_read(&c, source, own, 1, &arena, "m", 3, &problems), "%s is read", source);
	ck_assert_int_eq(problems.at[problems.n - 1].line, 3);
	ck_assert_msg(strstr(problems.at[problems.n - 1].text, part) != NULL, "%s: %s", source, problems.at[problems.n - 1].text);
}

START_TEST(reads_each_form)
{
	struct condition c = take("kracht");

	ck_assert_str_eq(c.kind->name, "kracht");
	ck_assert(c.field == NULL && c.value == NULL && c.count == 1 && c.per == PER_NOTHING && !c.since_phase);
	c = take("client.Begeleider");
	ck_assert_str_eq(c.field, "Begeleider");
	c = take("client.Vraag >= 2");
	ck_assert_int_eq(c.count, 2);
	ck_assert_ptr_null(c.value);
	c = take("  intake.Besluit = geplaatst  ");
	ck_assert_str_eq(c.value, "geplaatst");
	ck_assert_str_eq(c.source, "intake.Besluit = geplaatst");
	c = take("leefgebied per leefgebied");
	ck_assert_int_eq(c.per, PER_LEEFGEBIED);
	c = take("werkpunt.Wie = client >= 3 per doel sinds fase");
	ck_assert_str_eq(c.value, "client");
	ck_assert_int_eq(c.count, 3);
	ck_assert_int_eq(c.per, PER_DOEL);
	ck_assert(c.since_phase);
	c = take("evaluatie sinds fase");
	ck_assert(c.since_phase && c.per == PER_NOTHING);
	c = take("client.Gemeente = Den Haag >= 1");
	ck_assert_str_eq(c.value, "Den Haag");
	c = take("client.Doelgroep=jongeren");
	ck_assert_str_eq(c.field, "Doelgroep");
	ck_assert_str_eq(c.value, "jongeren");
	c = take("client.Team = super per");
	ck_assert_str_eq(c.value, "super per");
}
END_TEST

START_TEST(refuses_all_else)
{
	refuse("", "no kind");
	refuse("krahct", "did you mean \"kracht\"");
	refuse("xyz", "expected KIND");
	refuse("client.Begeleder", "did you mean \"Begeleider\"");
	refuse("client.begeleider", "did you mean \"Begeleider\"");
	refuse("client.Team = a >= b", "not a condition");
	refuse("client.Team = noord per wek", "expected KIND");
	refuse("client.Team = noord sinds vase", "did you mean \"fase\"");
	refuse("client.Team = noord >= 2 per doel >= 3", "expected KIND");
	refuse("client.Kleur", "Eigen_veld: client.Kleur");
	refuse("client.", "no field");
	refuse("client.Team =", "expected KIND");
	refuse("kracht >= 0", "whole number");
	refuse("kracht >= 9999999", "whole number");
	refuse("kracht >= veel", "expected KIND");
	refuse("kracht > 1", "expected KIND");
	refuse("kracht = x", "expected KIND");
	refuse("kracht per leefgebeid", "did you mean \"leefgebied\"");
	refuse("evaluatie sinsd fase", "did you mean \"sinds\"");
	refuse("sinds fase", "no kind");
	refuse("akkoord per leefgebied", "holds nothing to count that way");
	refuse("kracht per doel", "holds nothing to count that way");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("condition");

	tcase_add_checked_fixture(tests, NULL, end);
	tcase_add_test(tests, reads_each_form);
	tcase_add_test(tests, refuses_all_else);
	return unit_run("condition", tests);
}
