/* SPDX-License-Identifier: ISC */
#include "schema.h"

#include <stdio.h>

#include "reader.h"
#include "unit.h"

static const struct schema_field place = { .name = "Woonplek", .type = FIELD_CODE,
    .flags = FIELD_REPEATS,
	.codes = "thuis opvang een-heel-lange-code-van-dertig" };
static const struct schema_field long_one = { .name = "Een_naam_van_meer_dan_zestien",
    .type = FIELD_NUMBER };

START_TEST(finds_by_name)
{
	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++) {
		ck_assert_ptr_eq(schema_kind(k->name), k);
		for (const struct schema_field *f = k->fields; f->name != NULL; f++) {
			ck_assert_ptr_eq(schema_field(k, f->name), f);
			ck_assert_ptr_eq(schema_slot(k, f->slot), f);
		}
	}
	ck_assert_ptr_null(schema_kind("Client"));
	ck_assert_ptr_null(schema_kind(""));
	ck_assert_ptr_null(schema_field(schema_kind("client"), "Tekst"));
	ck_assert_ptr_null(schema_field(schema_kind("client"), "naam"));
	ck_assert_ptr_nonnull(schema_field(schema_kind("client"), "Formaat"));
	ck_assert_ptr_null(schema_field(schema_kind("doel"), "Formaat"));
	ck_assert_ptr_null(schema_field(schema_kind("doel"), "Client"));
	ck_assert_ptr_eq(schema_field_named(schema_kind("client"), "verwachte-weken"),
	    schema_field(schema_kind("client"), "Verwachte_weken"));
}
END_TEST

START_TEST(declares_fields)
{
	static const char text[] =
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nWoonplek: opvang\nWoonplek:\n"
	    "Een_naam_van_meer_dan_zestien:  12\nWoonplek: een-heel-lange-code-van-dertig \n"
	    "Woonplek: elders\n\n"
	    "Record: client\nClient: a\nEen_naam_van_meer_dan_zestien: 1\n"
	    "Een_naam_van_meer_dan_zestien: 2\n\n";
	const struct schema_kind *client = schema_kind("client");
	const struct schema_field *declared = schema_declare(client, &place),
	    *other = schema_declare(client, &long_one);
	struct reader *s = reader_of(text, sizeof text - 1, "t.rec");
	struct dossier d = { 0 };
	const struct field *f;

	ck_assert_ptr_nonnull(declared);
	ck_assert_ptr_nonnull(other);
	ck_assert_int_ne(declared->slot, other->slot);
	ck_assert_ptr_eq(schema_field(client, "Woonplek"), declared);
	ck_assert_ptr_eq(schema_field_named(client, "een-naam-van-meer-dan-zestien"), other);
	ck_assert_ptr_eq(schema_slot(client, other->slot), other);
	ck_assert_ptr_null(schema_field(schema_kind("doel"), "Woonplek"));
	ck_assert_int_eq(reader_next(s, &d), 1);
	f = record_at(&d.records[0], declared->slot);
	ck_assert_str_eq(f->value, "opvang");
	ck_assert_int_eq(f->is.code, 1);
	f = field_next(f);
	ck_assert_str_eq(f->value, "een-heel-lange-code-van-dertig");
	ck_assert_int_eq(f->is.code, 2);
	f = field_next(f);
	ck_assert_int_eq(f->is.code, FIELD_UNTYPED);
	ck_assert_ptr_null(field_next(f));
	ck_assert_int_eq(record_code(&d.records[0], other->slot), 12);
	/* It is as much a field as ours: twice where it does not repeat is malformed. */
	ck_assert(d.malformed);
	ck_assert_uint_eq(d.problems.n, 1);
	ck_assert_str_eq(d.problems.at[0].code, "repeated");
	dossier_release(&d);
	reader_free(s);
	schema_forget();
	ck_assert_ptr_null(schema_field(client, "Woonplek"));
	ck_assert_ptr_nonnull(schema_field(client, "Naam"));
}
END_TEST

START_TEST(refuses_fields)
{
	static char names[SCHEMA_DECLARED + 1][16];
	const struct schema_kind *doel = schema_kind("doel");
	struct schema_field f = { .name = "Tekst", .type = FIELD_TEXT };

	ck_assert_ptr_null(schema_declare(doel, &f));
	for (int i = 0; i < SCHEMA_DECLARED; i++) {
		snprintf(names[i], sizeof names[i], "Eigen_%d", i);
		f.name = names[i];
		ck_assert_ptr_nonnull(schema_declare(doel, &f));
		ck_assert_ptr_null(schema_declare(doel, &f));
	}
	f.name = "Te_veel";
	ck_assert_ptr_null(schema_declare(doel, &f));
	ck_assert_ptr_nonnull(schema_declare(schema_kind("notitie"), &f));
	schema_forget();
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("schema");

	tcase_add_test(tests, finds_by_name);
	tcase_add_test(tests, declares_fields);
	tcase_add_test(tests, refuses_fields);
	return unit_run("schema", tests);
}
