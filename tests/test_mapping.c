/* SPDX-License-Identifier: ISC */
#include "mapping_read.h"

#include <string.h>

#include "model_read.h"
#include "unit.h"

static struct model *model;
static struct mapping map;
static struct problems problems;

static void
begin(void)
{
	model = model_read(model_default, model_default_size, NULL, &problems);
	ck_assert_ptr_nonnull(model);
	mapping_begin(&map);
}

static void
end(void)
{
	mapping_release(&map);
	problems_release(&problems);
	model_free(model);
}

static const struct mapping_rule *
rule(const char *pair)
{
	ck_assert_msg(mapping_pair(&map, pair, model, &problems), "%s", pair);
	return &map.rules[map.n - 1];
}

static void
refused(const char *pair, const char *code)
{
	ck_assert_msg(!mapping_pair(&map, pair, model, &problems), "%s is taken", pair);
	ck_assert_uint_ge(problems.n, 1);
	ck_assert_str_eq(problems.at[0].code, code);
	problems_clear(&problems);
}

START_TEST(takes_pairs)
{
	const struct mapping_rule *r = rule("Voornaam + Tussenvoegsel+Achternaam = Naam");

	ck_assert_uint_eq(r->ncolumns, 3);
	ck_assert(mapping_uses(&map, "Tussenvoegsel"));
	ck_assert(!mapping_uses(&map, "Naam"));
	ck_assert_str_eq(r->columns[0], "Voornaam");
	ck_assert_str_eq(r->columns[2], "Achternaam");
	ck_assert_str_eq(r->field, "Naam");
	ck_assert_ptr_nonnull(r->spec);
	r = rule("\"A+B\"+\"C = \"\"D\"\"\"=roepnaam");
	ck_assert_uint_eq(r->ncolumns, 2);
	ck_assert_str_eq(r->columns[0], "A+B");
	ck_assert_str_eq(r->columns[1], "C = \"D\"");
	ck_assert_str_eq(r->field, "Roepnaam");
	r = rule("Wet=Wet");
	ck_assert_ptr_null(r->spec);
	r = rule("nr=ID");
	ck_assert_str_eq(r->field, MAPPING_ID);
	r = rule("=fase.Op: 2026-01-01");
	ck_assert_uint_eq(r->ncolumns, 0);
	ck_assert_str_eq(r->fixed, "2026-01-01");
	ck_assert_str_eq(map.groups[r->group].kind, "fase");
	r = rule("Domeinen=Vraag split newline");
	ck_assert_str_eq(r->separator, "\n");
	r = rule("Domein=Vraag");
	ck_assert_ptr_null(r->separator);
}
END_TEST

START_TEST(tells_records_of_a_kind_apart)
{
	const struct mapping_rule *shared, *wonen, *werk;

	rule("Dag=leefgebied.Op");
	rule("Wonen=leefgebied[wonen].Score");
	rule("Werk=leefgebied[werk].Score");
	rule("Naam=Naam");
	shared = &map.rules[0];
	wonen = &map.rules[1];
	werk = &map.rules[2];
	ck_assert(wonen->group != werk->group);
	ck_assert(mapping_belongs(&map, shared, wonen->group));
	ck_assert(mapping_belongs(&map, shared, werk->group));
	ck_assert(!mapping_belongs(&map, wonen, werk->group));
	ck_assert(!mapping_belongs(&map, &map.rules[3], wonen->group));
	ck_assert(!mapping_makes(&map, shared->group));
	ck_assert(mapping_makes(&map, wonen->group));
}
END_TEST

START_TEST(refuses_what_cannot_be)
{
	refused("Naam", "map");
	refused("Naam=Gebooren", "field");
	refused("Naam=fasse.Fase", "kind");
	refused("Naam=fase.Fasse", "field");
	refused("Naam=client[x].Naam", "map");
	refused("Naam=leefgebied[wonen.Score", "map");
	refused("+A=Naam", "map");
	refused("A+=Naam", "map");
	refused("\"A=Naam", "map");
	refused("\"A\"B=Naam", "map");
	refused("A=9x", "field");
	refused("A=Record", "field");
	refused("=Naam", "map");
	refused("A=Naam split ,", "split");
	refused("A=Vraag splits ,", "map");
	refused("A=Vraag split", "map");
	refused("A\xFF=Naam", "utf8");
	rule("A=Naam");
	refused("B=Naam", "twice");
}
END_TEST

START_TEST(reads_files)
{
	static const char file[] =
	    "\xEF\xBB\xBF# comment\r\n\r\nTeam=Team\r\n  Team Noord -> noord\r\n"
	    "\t\"a -> b\" -> zuid\r\n  niets ->\r\n=Bron: x: y\r\n";

	ck_assert(mapping_read(&map, file, strlen(file), "a.map", model, &problems));
	ck_assert_uint_eq(map.n, 2);
	ck_assert_str_eq(mapping_code(&map.rules[0], "Team Noord"), "noord");
	ck_assert_str_eq(mapping_code(&map.rules[0], "a -> b"), "zuid");
	ck_assert_str_eq(mapping_code(&map.rules[0], "niets"), "");
	ck_assert_ptr_null(mapping_code(&map.rules[0], "team noord"));
	ck_assert_int_eq(map.rules[0].line, 3);
	ck_assert_str_eq(map.rules[1].fixed, "x: y");
	mapping_cut(&map, 1);
	ck_assert_uint_eq(map.n, 1);
}
END_TEST

START_TEST(leaves_columns_out_on_purpose)
{
	static const char file[] = "Team=Team\n\"Opm.\"+ Kamer =\n  a -> b\nNaam=Naam\n";

	ck_assert(!mapping_read(&map, file, strlen(file), "a.map", model, &problems));
	ck_assert_uint_eq(problems.n, 1);	/* no code table of Team either */
	ck_assert_int_eq(problems.at[0].line, 3);
	ck_assert_uint_eq(map.n, 2);
	ck_assert_uint_eq(map.rules[0].ncodes, 0);
	ck_assert(mapping_uses(&map, "Opm."));
	ck_assert(mapping_uses(&map, "Kamer"));
	ck_assert(!mapping_uses(&map, "Opm"));
	ck_assert(mapping_pair(&map, "Opm=", model, &problems));
	ck_assert(mapping_uses(&map, "Opm"));
}
END_TEST

START_TEST(says_all_faults_of_a_file)
{
	static const char file[] =
	    "  a -> b\nTeam=Tem\n  a -> b\nTeam=Team\n  a b\n  a -> b\n  a -> c\n\xFF\nzo";

	ck_assert(!mapping_read(&map, file, strlen(file), "a.map", model, &problems));
	ck_assert_uint_eq(problems.n, 6);
	ck_assert_int_eq(problems.at[0].line, 1);
	ck_assert_int_eq(problems.at[1].line, 2);
	ck_assert_int_eq(problems.at[2].line, 5);
	ck_assert_int_eq(problems.at[3].line, 7);
	ck_assert_int_eq(problems.at[4].line, 8);
	ck_assert_int_eq(problems.at[5].line, 9);
}
END_TEST

START_TEST(takes_columns_by_their_name)
{
	const char *near;

	ck_assert(mapping_by_name(&map, "naam", model, &near));
	ck_assert(mapping_by_name(&map, "verwachte-weken", model, NULL));
	ck_assert(mapping_by_name(&map, "Vraag", model, &near));
	ck_assert(mapping_by_name(&map, "Vraag", model, &near));
	ck_assert(mapping_by_name(&map, "fase.Fase", model, &near));
	ck_assert(mapping_by_name(&map, "Client", model, &near));
	ck_assert(!mapping_by_name(&map, "Naam", model, &near));
	ck_assert(!mapping_by_name(&map, "Gebooren", model, &near));
	ck_assert_str_eq(near, "Geboren");
	ck_assert(!mapping_by_name(&map, "Schoenmaat", model, &near));
	ck_assert_ptr_null(near);
	ck_assert(!mapping_by_name(&map, "", model, &near));
	ck_assert(!mapping_by_name(&map, "a.b.c", model, &near));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("mapping");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, takes_pairs);
	tcase_add_test(tests, tells_records_of_a_kind_apart);
	tcase_add_test(tests, refuses_what_cannot_be);
	tcase_add_test(tests, reads_files);
	tcase_add_test(tests, leaves_columns_out_on_purpose);
	tcase_add_test(tests, says_all_faults_of_a_file);
	tcase_add_test(tests, takes_columns_by_their_name);
	return unit_run("mapping", tests);
}
