/* SPDX-License-Identifier: ISC */
#include "handle.h"

#include <string.h>

#include "unit.h"

static const char *
digits(const char *record)
{
	static char to[HANDLE_DIGITS + 1];

	handle_digits(record, strlen(record), to);
	return to;
}

/* However it stands, a record that reads the same has the same digits. */
START_TEST(is_of_what_is_read)
{
	static const char *const same[] = {
		"Record: notitie\nClient: b\nOp: 2026-01-02\nTekst: een:\n+ twee #\n",
		"Record: notitie\nClient: a\nOp: 2026-01-02\n# Tekst: x\nTekst: een:\n+ twee #",
		"Record:\tnotitie\nClient: a\nOp: 2026-01-02\nTekst: een:\n+ twee #\n",
		"Record: notitie\r\nClient: a\r\nOp: 2026-01-02\r\nTekst: een:\r\n+ twee #\r\n",
		"  Record: noti\\\ntie\nClient: a\nOp: 2026-01-02\nTekst: een:\n+ twee #\n",
		"\xEF\xBB\xBFRecord: notitie\nClient: a\nOp: 2026-01-02\nTekst: een:\n+ twee #\n"
	};
	static const char *const others[] = {
		"Record: notitie\nClient: a\nOp: 2026-01-02\nTekst: een:\n+ twee\n",
		"Record: notitie\nClient: a\nOp:  2026-01-02\nTekst: een:\n+ twee #\n",
		"Record: notitie\nClient: a\nOp: 2026-01-02\nTekst: een: \n+ twee #\n",
		"Record: notitie\nOp: 2026-01-02\nClienten: a\nTekst: een:\n+ twee #\n"
	};
	char first[HANDLE_DIGITS + 1];

	/* That of its lines without Client, by sha256sum. */
	strcpy(first, "6f1041f7fb39");
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		ck_assert_str_eq(digits(same[i]), first);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		ck_assert_str_ne(digits(others[i]), first);
}
END_TEST

/* A field that is empty, and lines of a value that are. */
START_TEST(is_of_empty_lines_too)
{
	char first[HANDLE_DIGITS + 1];

	strcpy(first, digits("Record: doel\nClient: a\nTermijn:\nTekst: een\n+\n+ twee\n"));
	ck_assert_str_eq(digits("Record: doel\nClient: a\nTermijn: \nTekst: een\n+ \n+ twee\n"),
	    first);
	ck_assert_str_ne(digits("Record: doel\nClient: a\nTekst: een\n+\n+ twee\n"), first);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("handle");

	tcase_add_test(tests, is_of_what_is_read);
	tcase_add_test(tests, is_of_empty_lines_too);
	return unit_run("handle", tests);
}
