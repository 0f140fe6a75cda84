/* SPDX-License-Identifier: ISC */
#include "alloc.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

START_TEST(gives_zeroes)
{
	int *numbers = alloc_new(100, sizeof *numbers);

	for (size_t i = 0; i < 100; i++)
		ck_assert_int_eq(numbers[i], 0);
	free(numbers);
	free(alloc_new(0, 0));
}
END_TEST

START_TEST(keeps_what_was_there_when_room_grows)
{
	long *numbers = NULL;
	size_t cap = 0;

	for (size_t i = 0; i < 10000; i++) {
		numbers = alloc_room(numbers, &cap, i + 1, sizeof *numbers);
		ck_assert_uint_gt(cap, i);
		numbers[i] = (long)i;
	}
	for (size_t i = 0; i < 10000; i++)
		ck_assert_int_eq(numbers[i], (long)i);
	free(numbers);
}
END_TEST

START_TEST(gives_a_great_need_at_once)
{
	size_t cap = 0;
	char *bytes = alloc_room(NULL, &cap, 1000000, 1);

	ck_assert_uint_ge(cap, 1000000);
	free(bytes);
}
END_TEST

START_TEST(copies)
{
	char *all = alloc_copy("Zwolle"), *part = alloc_copy_n("Zwolle", 3),
	    *none = alloc_copy_n(NULL, 0);

	ck_assert_str_eq(all, "Zwolle");
	ck_assert_str_eq(part, "Zwo");
	ck_assert_str_eq(none, "");
	free(all);
	free(part);
	free(none);
}
END_TEST

/* A size that overflows must not come back as a small piece. The process ends with 2. */
START_TEST(ends_when_there_is_none)
{
	size_t cap = 0;

	fclose(stderr);
	alloc_room(NULL, &cap, SIZE_MAX / 4, 16);
	ck_abort_msg("came back");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("memory");

	tcase_add_test(tests, gives_zeroes);
	tcase_add_test(tests, keeps_what_was_there_when_room_grows);
	tcase_add_test(tests, gives_a_great_need_at_once);
	tcase_add_test(tests, copies);
	tcase_add_exit_test(tests, ends_when_there_is_none, 2);
	return unit_run("memory", tests);
}
