/* SPDX-License-Identifier: ISC */
#include "wording.h"

#include <string.h>

#include "model_read.h"
#include "unit.h"

static struct model *model;

static void
begin(void)
{
	struct problems problems = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	ck_assert_ptr_nonnull(model);
	problems_release(&problems);
}

static void
end(void)
{
	model_free(model);
}

static void
says(const char *kind, const char *field, enum lang lang, const char *want)
{
	struct text t = { 0 };

	if (field == NULL)
		wording_kind(&t, kind, lang);
	else
		wording_field(&t, kind, field, lang);
	ck_assert_str_eq(text_string(&t), want);
	text_release(&t);
}

static const char *
value(const char *kind, const char *field, const char *code, enum lang lang)
{
	return wording_value(model, schema_field(schema_kind(kind), field), code, lang);
}

START_TEST(kinds_and_fields)
{
	says("werkpunt", NULL, LANG_NL, "Werkpunt");
	says("werkpunt", NULL, LANG_EN, "Action point");
	says("mijn_soort", NULL, LANG_NL, "mijn soort");
	says("client", "BSN", LANG_NL, "Burgerservicenummer");
	says("doel", "Streefdatum", LANG_EN, "Target date");
	says("fase", "Streefdatum", LANG_EN, "Client's target date");
	says("client", "Mijn_veld", LANG_NL, "Mijn veld");
	says("client", "Fase", LANG_EN, "Fase");	/* no field of ours there */
	says("huisdier", "Op", LANG_NL, "Vanaf");
}
END_TEST

/* Each field of the schema has words of its own in both languages. */
START_TEST(all_of_the_schema)
{
	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++)
		for (const struct schema_field *f = schema_next(k, NULL); f != NULL;
		    f = schema_next(k, f)) {
			struct text nl = { 0 }, en = { 0 };

			wording_field(&nl, k->name, f->name, LANG_NL);
			wording_field(&en, k->name, f->name, LANG_EN);
			ck_assert_msg(nl.len > 0 && en.len > 0 &&
			    strchr(text_string(&nl), '_') == NULL, "%s.%s", k->name, f->name);
			ck_assert_msg(strcmp(text_string(&en), f->name) != 0 ||
			    strcmp(f->name, "Team") == 0 ||
			    strcmp(f->name, "Score") == 0 || strcmp(f->name, "Contact") == 0 ||
			    strcmp(f->name, "Product") == 0,
			    "%s.%s has no English", k->name, f->name);
			text_release(&nl);
			text_release(&en);
		}
}
END_TEST

START_TEST(values)
{
	ck_assert_str_eq(value("kracht", "Leefgebied", "financien", LANG_NL), "Financiën");
	ck_assert_str_eq(value("kracht", "Leefgebied", "financien", LANG_EN), "Finances");
	ck_assert_str_eq(value("kracht", "Leefgebied", "ruimtevaart", LANG_NL), "ruimtevaart");
	ck_assert_str_eq(value("fase", "Fase", "opnamefase", LANG_NL), "Opstart");
	ck_assert_str_eq(value("uitstroom", "Reden", "verhuisd", LANG_EN),
	    "Moved to another municipality");
	ck_assert_str_eq(value("akkoord", "Akkoord", "ja", LANG_EN), "yes");
	ck_assert_str_eq(value("stand", "Stand", "deels", LANG_NL), "deels behaald");
	ck_assert_str_eq(value("werkpunt", "Wie", "Bogdan", LANG_EN), "Bogdan");
	ck_assert_str_eq(value("client", "Naam", "ja", LANG_EN), "ja");
	ck_assert_str_eq(wording_value(model, NULL, "ja", LANG_EN), "ja");
	ck_assert_str_eq(value("leefgebied", "Schaal", "", LANG_NL), "");
}
END_TEST

/* Each code of the schema has English. */
START_TEST(all_codes)
{
	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++)
		for (const struct schema_field *f = schema_next(k, NULL); f != NULL;
		    f = schema_next(k, f))
			for (size_t i = 0, n; f->codes != NULL &&
			    schema_code_n(f->codes, i, &n) != NULL; i++) {
				char code[64];

				memcpy(code, schema_code_n(f->codes, i, &n), n);
				code[n] = '\0';
				if (strcmp(code, "client") != 0 && strcmp(code, "intake") != 0 &&
				    strcmp(code, "plan") != 0 && strcmp(code, "open") != 0)
					ck_assert_str_ne(wording_value(model, f, code, LANG_EN),
					    code);
			}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("wording");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, kinds_and_fields);
	tcase_add_test(tests, all_of_the_schema);
	tcase_add_test(tests, values);
	tcase_add_test(tests, all_codes);
	return unit_run("wording", tests);
}
