/* SPDX-License-Identifier: ISC */
#include "conflict.h"

#include <string.h>

#include "unit.h"

#define OURS "<<<<<<< ours\n"
#define MIDDLE "=======\n"
#define THEIRS ">>>>>>> theirs\n"

static const struct {
	const char *ours, *theirs, *want;
} cases[] = {
	{ "a: 1\n\n", "a: 1\n\n", "a: 1\n\n" },
	{ "a: 1\n\n", "a: 2\n\n", OURS "a: 1\n\n" MIDDLE "a: 2\n\n" THEIRS },
	{ "a: 1\n\nb: 2\nc: 3\n\nd: 4\n\n", "a: 1\n\nb: 2\nc: 4\n\nd: 4\n\n",
	    "a: 1\n\n" OURS "b: 2\nc: 3\n\n" MIDDLE "b: 2\nc: 4\n\n" THEIRS "d: 4\n\n" },
	{ "a: 1\n\n", "a: 1\n\nb: 2\n\n\n", "a: 1\n\n" OURS MIDDLE "b: 2\n\n\n" THEIRS },
	{ "a: 1\n\nb: 2\n\n", "b: 2\n\na: 1\n\n", OURS "a: 1\n\n" MIDDLE THEIRS "b: 2\n\n" OURS
	    MIDDLE "a: 1\n\n" THEIRS },
	{ "", "a: 1\n\n", OURS MIDDLE "a: 1\n\n" THEIRS },
	{ "a: 1", "a: 2\n", OURS "a: 1\n" MIDDLE "a: 2\n" THEIRS },
	/*
	 * A backslash joins the next line, also an empty one: a mark there would be the end of the
	 * value.
	 */
	{ "a: 1\\\n\nb: 2\n\n", "a: 1\\\n\nb: 3\n\n", OURS "a: 1\\\n\nb: 2\n\n" MIDDLE
	    "a: 1\\\n\nb: 3\n\n" THEIRS },
	{ "a: 1\\", "a: 2\\\n", OURS "a: 1\\\n\n" MIDDLE "a: 2\\\n\n" THEIRS },
	{ "a: 1\\\r\n", "a: 2\r\n", OURS "a: 1\\\r\n\n" MIDDLE "a: 2\r\n" THEIRS },
};

/* What a version's line is in the text. */
static void
check_lines(const char *version, const long *lines, const char *text)
{
	const char *line = version;
	size_t i;

	for (i = 0; *line != '\0'; i++) {
		size_t n = strcspn(line, "\n");
		const char *at = text;
		long k;

		for (k = 1; k < lines[i]; k++)
			at += strcspn(at, "\n") + 1;
		ck_assert_int_eq(strncmp(at, line, n), 0);
		ck_assert_int_eq(at[n], '\n');
		line += n + (line[n] == '\n');
	}
}

START_TEST(holds_both)
{
	struct conflict c = { 0 };

	conflict_write(&c, cases[_i].ours, strlen(cases[_i].ours), cases[_i].theirs,
	    strlen(cases[_i].theirs));
	ck_assert_str_eq(text_string(&c.text), cases[_i].want);
	check_lines(cases[_i].ours, c.ours, text_string(&c.text));
	check_lines(cases[_i].theirs, c.theirs, text_string(&c.text));
	conflict_release(&c);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("conflict");

	tcase_add_loop_test(tests, holds_both, 0, sizeof cases / sizeof *cases);
	return unit_run("conflict", tests);
}
