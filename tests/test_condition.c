/* SPDX-License-Identifier: ISC */
#include "condition.h"

#include <string.h>

#include "text.h"
#include "unit.h"

static struct arena arena;
static struct problems problems;
/* The field that a model declares. */
static void
declare(void)
{
	static const struct schema_field own = { .name = "Doelgroep", .type = FIELD_TEXT,
	    .nl = "Doelgroep", .en = "Doelgroep", .help = "", .from = DATE_NONE };

	schema_declare(&schema_kinds[KIND_CLIENT], &own);
}


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

	declare();
	ck_assert_msg(condition_read(&c, source, &arena, "m", 3, &problems),
	    "%s: %s", source, problems.n > 0 ? problems.at[problems.n - 1].text : "");
	ck_assert_int_eq(c.line, 3);
	return c;
}

static void
refuse(const char *source, const char *part)
{
	struct condition c;

	declare();
	ck_assert_msg(!condition_read(&c, source, &arena, "m", 3, &problems),
	    "%s is read", source);
	ck_assert_int_eq(problems.at[problems.n - 1].line, 3);
	ck_assert_msg(strstr(problems.at[problems.n - 1].text, part) != NULL, "%s: %s", source,
	    problems.at[problems.n - 1].text);
}

/* What is asked of the n-th field: "Wie=client|netwerk". */
static void
asks(const struct condition *c, size_t n, const char *expected)
{
	struct text t = { 0 };

	ck_assert_uint_lt(n, c->nasks);
	text_addf(&t, "%s=", c->asks[n].field);
	for (size_t i = 0; i < c->asks[n].n; i++)
		text_addf(&t, "%s%s", i > 0 ? "|" : "", c->asks[n].values[i]);
	ck_assert_str_eq(text_string(&t), expected);
	text_release(&t);
}

START_TEST(reads_each_form)
{
	struct condition c = take("kracht");

	ck_assert_str_eq(c.kind->name, "kracht");
	ck_assert(c.field == NULL && c.nasks == 0 && c.count == 1 && c.per == PER_NOTHING &&
	    !c.since_phase);
	c = take("client.Begeleider");
	ck_assert_str_eq(c.field, "Begeleider");
	c = take("client.Vraag >= 2");
	ck_assert_int_eq(c.count, 2);
	ck_assert(!c.valued && c.nasks == 0);
	c = take("  intake.Besluit = geplaatst  ");
	ck_assert(c.valued);
	asks(&c, 0, "Besluit=geplaatst");
	ck_assert_str_eq(c.source, "intake.Besluit = geplaatst");
	c = take("leefgebied per leefgebied");
	ck_assert_int_eq(c.per, PER_LEEFGEBIED);
	c = take("werkpunt.Wie = client >= 3 per doel sinds fase");
	asks(&c, 0, "Wie=client");
	ck_assert_int_eq(c.count, 3);
	ck_assert_int_eq(c.per, PER_DOEL);
	ck_assert(c.since_phase);
	c = take("evaluatie sinds fase");
	ck_assert(c.since_phase && c.per == PER_NOTHING);
	c = take("client.Doelgroep=jongeren");
	ck_assert_str_eq(c.field, "Doelgroep");
	asks(&c, 0, "Doelgroep=jongeren");
}
END_TEST

/* A value is whole up to a word of the grammar; "en" is one only before a field of the kind. */
START_TEST(keeps_a_value_whole)
{
	struct condition c = take("client.Gemeente = Den Haag >= 1");

	asks(&c, 0, "Gemeente=Den Haag");
	c = take("client.Gemeente = Bergen en Dal");
	ck_assert_uint_eq(c.nasks, 1);
	asks(&c, 0, "Gemeente=Bergen en Dal");
	c = take("client.Gemeente = Bergen en Dal en Team = oost en west sinds fase");
	asks(&c, 0, "Gemeente=Bergen en Dal");
	asks(&c, 1, "Team=oost en west");
	ck_assert(c.since_phase);
	c = take("client.Team = super per");
	asks(&c, 0, "Team=super per");
	c = take("client.Team = 2 >=2");
	asks(&c, 0, "Team=2 >=2");
	c = take("client.Gemeente = A en B = C");
	asks(&c, 0, "Gemeente=A en B = C");
}
END_TEST

START_TEST(asks_several_things_of_a_record)
{
	struct condition c =
	    take("akkoord.Waarop = plan en Wie = client | vertegenwoordiger sinds fase");

	ck_assert_str_eq(c.field, "Waarop");
	ck_assert_uint_eq(c.nasks, 2);
	asks(&c, 0, "Waarop=plan");
	asks(&c, 1, "Wie=client|vertegenwoordiger");
	ck_assert(c.valued && c.since_phase && c.count == 1);
	ck_assert_ptr_eq(condition_asks(&c, AKKOORD_WIE), &c.asks[1]);
	ck_assert_ptr_null(condition_asks(&c, AKKOORD_MET));
	ck_assert(condition_takes(&c.asks[1], "vertegenwoordiger") &&
	    !condition_takes(&c.asks[1], "netwerk"));
	c = take("client.Vraag en Doelgroep=jongeren|ouderen en Team = noord >= 2");
	ck_assert_str_eq(c.field, "Vraag");
	ck_assert(!c.valued);
	asks(&c, 0, "Doelgroep=jongeren|ouderen");
	asks(&c, 1, "Team=noord");
	ck_assert_int_eq(c.count, 2);
	c = take("akkoord en Wie = client");
	ck_assert(c.field == NULL && c.nasks == 1);
	c = take("intake.Besluit=geplaatst|wachtlijst");
	asks(&c, 0, "Besluit=geplaatst|wachtlijst");
}
END_TEST

START_TEST(refuses_all_else)
{
	refuse("", "no kind");
	refuse("krahct", "did you mean \"kracht\"");
	refuse("xyz", "expected KIND");
	refuse("client.Begeleder", "did you mean \"Begeleider\"");
	refuse("client.begeleidr", "did you mean \"Begeleider\"");
	ck_assert_str_eq(take("CLIENT.begeleider").field, "Begeleider");
	ck_assert_str_eq(take("akkoord.waarop = plan en WIE = client").asks[1].field, "Wie");
	ck_assert_str_eq(take("client.doelgroep").field, "Doelgroep");
	refuse("kracht.Team = noord", "kracht has no field \"Team\"");
	refuse("client.Team = a >= b", "whole number");
	refuse("client.Team = noord per wek", "expected KIND");
	refuse("client.Team = noord sinds vase", "did you mean \"fase\"");
	refuse("client.Team = noord >= 2 per doel >= 3", "expected KIND");
	refuse("client.Kleur", "Eigen_veld: client.Kleur");
	refuse("client.", "no field");
	refuse("client.Team =", "a value is missing");
	refuse("client.Team = noord|", "a value is missing");
	refuse("client.Team = | noord", "a value is missing");
	refuse("client.Team = noord||zuid", "a value is missing");
	refuse("client.Team = noord en Vorm =", "a value is missing");
	refuse("client.Team = noord en Vrom = ambulant", "did you mean \"Vorm\"");
	refuse("akkoord.Waarop = plan en wei = client", "did you mean \"Wie\"");
	refuse("akkoord en Kleur = rood", "Eigen_veld: akkoord.Kleur");
	refuse("akkoord en Wie", "\"en\" asks for FIELD = VALUE");
	refuse("akkoord ne Wie = client", "did you mean \"en\"");
	refuse("kracht >= 0", "whole number");
	refuse("kracht >= 9999999", "whole number");
	refuse("kracht >= veel", "whole number");
	refuse("kracht >= 2x", "whole number");
	refuse("kracht > 1", "expected KIND");
	refuse("kracht = x", "expected KIND");
	refuse("kracht per leefgebeid", "did you mean \"leefgebied\"");
	refuse("evaluatie sinsd fase", "did you mean \"sinds\"");
	refuse("evaluatie sinds fase >= 2", "expected KIND");
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
	tcase_add_test(tests, keeps_a_value_whole);
	tcase_add_test(tests, asks_several_things_of_a_record);
	tcase_add_test(tests, refuses_all_else);
	return unit_run("condition", tests);
}
