/* SPDX-License-Identifier: ISC */
#include "seen.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "unit.h"

/* Adds it as of that file, and tells the file of its first time, or -1. */
static long
before(struct seen *seen, const char *id, size_t file)
{
	return seen_before(seen, id, &file) ? (long)file : -1;
}

START_TEST(knows_what_came_before)
{
	struct seen *seen = seen_new();

	ck_assert_int_eq(before(seen, "2026-0001", 0), -1);
	ck_assert_int_eq(before(seen, "2026-0002", 0), -1);
	ck_assert_int_eq(before(seen, "2026-0001", 0), 0);
	ck_assert_int_eq(before(seen, "2026-0003", 7), -1);
	ck_assert_int_eq(before(seen, "2026-0003", 8), 7);
	ck_assert_int_eq(before(seen, "2026-0002", 8), 0);
	seen_free(seen);
	seen_free(NULL);
}
END_TEST

/* Each of many, at every size of the table, in both ways of keeping. */
START_TEST(grows)
{
	enum { MANY = 100000 };

	for (int files = 0; files < 2; files++) {
		struct seen *seen = seen_new();
		char id[20];

		for (int i = 0; i < MANY; i++) {
			snprintf(id, sizeof id, "c%d", i);
			ck_assert_int_eq(before(seen, id, files ? (size_t)i : 0), -1);
			snprintf(id, sizeof id, "c%d", i / 2);
			ck_assert_int_eq(before(seen, id, 1), files ? i / 2 : 0);
		}
		for (int i = 0; i < MANY; i++) {
			snprintf(id, sizeof id, "c%d", i);
			ck_assert_int_eq(before(seen, id, 1), files ? i : 0);
			snprintf(id, sizeof id, "d%d", i);
			ck_assert_int_eq(before(seen, id, 0), -1);
		}
		seen_free(seen);
	}
}
END_TEST

/* A million clients of one stream in 12 MB, but where the sanitizer keeps what is given back. */
START_TEST(is_small)
{
	struct seen *seen = seen_new();
	struct rusage used;
	char id[20];
	long kilobytes;

	getrusage(RUSAGE_SELF, &used);
	kilobytes = used.ru_maxrss;
	for (int i = 0; i < 1000000; i++) {
		snprintf(id, sizeof id, "2026-%d", i);
		ck_assert_int_eq(before(seen, id, 0), -1);
	}
	getrusage(RUSAGE_SELF, &used);
#ifndef __SANITIZE_ADDRESS__
	ck_assert_int_le(used.ru_maxrss - kilobytes, 12 * 1024);
#else
	ck_assert_int_gt(used.ru_maxrss, kilobytes);
#endif
	seen_free(seen);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("seen");

	tcase_add_test(tests, knows_what_came_before);
	tcase_add_test(tests, grows);
	tcase_add_test(tests, is_small);
	return unit_run("seen", tests);
}
