/* SPDX-License-Identifier: ISC */
#include "encoding.h"

#include <string.h>

#include "unit.h"

static struct text got;

static const char *
read_as(const char *name, const char *bytes, size_t n)
{
	struct encoding *e = encoding_open(name);

	ck_assert_ptr_nonnull(e);
	text_clear(&got);
	encoding_read(e, bytes, n, true, &got);
	encoding_close(e);
	return text_string(&got);
}

START_TEST(reads_character_sets)
{
	ck_assert_str_eq(read_as("CP1252", "Zo\xEB \x80 5", 7), "Zoë € 5");
	ck_assert_str_eq(read_as("ISO-8859-15", "\xA4", 1), "€");
	ck_assert_str_eq(read_as("UTF-8", "Zo\xC3\xAB", 5), "Zoë");
	ck_assert_str_eq(read_as("UTF-16", "\xFF\xFEZ\0o\0\xEB\0", 8), "Zoë");
	ck_assert_str_eq(read_as("UTF-8", "", 0), "");
	ck_assert_ptr_null(encoding_open("CP9999"));
}
END_TEST

/* A character may come in pieces. */
START_TEST(reads_byte_by_byte)
{
	static const char text[] = "a\xC3\xAB\xE2\x82\xAC\xF0\x9D\x84\x9Ez";
	struct encoding *e = encoding_open("UTF-8");

	text_clear(&got);
	for (size_t i = 0; i < strlen(text); i++)
		encoding_read(e, text + i, 1, false, &got);
	encoding_read(e, "", 0, true, &got);
	ck_assert_str_eq(text_string(&got), text);
	encoding_close(e);
}
END_TEST

START_TEST(keeps_bytes_that_do_not_fit)
{
	static const char *const wrong[] = { "Zo\xEB en \xFF", "\xC3", "a\x80" "b", "\xED\xA0\x80",
	    "\xF4\x90\x80\x80" };
	unsigned char byte = 0;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct encoding *e = encoding_open("UTF-8");
		struct text back = { 0 };

		text_clear(&got);
		encoding_read(e, wrong[i], strlen(wrong[i]), true, &got);
		ck_assert(encoding_bad(got.at, got.len, &byte));
		ck_assert(byte >= 0x80);
		encoding_write(e, got.at, got.len, &back);
		ck_assert_uint_eq(back.len, strlen(wrong[i]));
		ck_assert_str_eq(text_string(&back), wrong[i]);
		text_release(&back);
		encoding_close(e);
	}
	ck_assert(!encoding_bad("Zoë €", strlen("Zoë €"), &byte));
	ck_assert(!encoding_bad("", 0, &byte));
}
END_TEST

START_TEST(writes_back)
{
	struct encoding *e = encoding_open("CP1252");
	struct text back = { 0 };

	encoding_write(e, "Zoë € 5", strlen("Zoë € 5"), &back);
	ck_assert_str_eq(text_string(&back), "Zo\xEB \x80 5");
	text_clear(&back);
	encoding_write(e, "a 李 b", strlen("a 李 b"), &back);
	ck_assert_str_eq(text_string(&back), "a ? b");
	text_release(&back);
	encoding_close(e);
	encoding_close(NULL);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("encoding");
	int status;

	tcase_add_test(tests, reads_character_sets);
	tcase_add_test(tests, reads_byte_by_byte);
	tcase_add_test(tests, keeps_bytes_that_do_not_fit);
	tcase_add_test(tests, writes_back);
	status = unit_run("encoding", tests);
	text_release(&got);
	return status;
}
