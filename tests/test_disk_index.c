#include "disk_index.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "unit.h"

static const char *
directory(void)
{
	const char *tmp = getenv("TMPDIR");

	return tmp != NULL ? tmp : "/tmp";
}

START_TEST(finds_what_was_added)
{
	struct disk_index *x = disk_index_open(directory());
	size_t i = 0;

	ck_assert_ptr_nonnull(x);
	ck_assert_ptr_null(disk_index_next(x, "anna", &i));
	ck_assert(disk_index_add(x, "anna", "one"));
	ck_assert(disk_index_add(x, "bram", ""));
	i = 0;
	ck_assert_str_eq(disk_index_next(x, "anna", &i), "one");
	ck_assert_ptr_null(disk_index_next(x, "anna", &i));
	i = 0;
	ck_assert_str_eq(disk_index_next(x, "bram", &i), "");
	i = 0;
	ck_assert_ptr_null(disk_index_next(x, "ann", &i));
	ck_assert_ptr_null(disk_index_next(x, "", &i));
	ck_assert_uint_eq(disk_index_count(x), 2);
	disk_index_free(x);
}
END_TEST

START_TEST(keeps_several_values_of_a_key)
{
	struct disk_index *x = disk_index_open(directory());
	char value[16];
	int seen[300] = { 0 };
	const char *got;
	size_t i = 0, n = 0;

	for (int k = 0; k < 300; k++) {
		snprintf(value, sizeof value, "%d", k);
		ck_assert(disk_index_add(x, "same", value));
	}
	while ((got = disk_index_next(x, "same", &i)) != NULL) {
		seen[atoi(got)]++;
		n++;
	}
	ck_assert_uint_eq(n, 300);
	for (int k = 0; k < 300; k++)
		ck_assert_int_eq(seen[k], 1);
	disk_index_free(x);
}
END_TEST

/* More than fit the first table and the values that are held back. */
START_TEST(grows)
{
	struct disk_index *x = disk_index_open(directory());
	char key[32], value[128];

	for (int k = 0; k < 20000; k++) {
		snprintf(key, sizeof key, "key %d", k);
		snprintf(value, sizeof value,
		    "a value of some length, as a path has: dossiers/%d.rec", k);
		ck_assert(disk_index_add(x, key, value));
	}
	for (int k = 0; k < 20000; k++) {
		size_t i = 0;

		snprintf(key, sizeof key, "key %d", k);
		snprintf(value, sizeof value,
		    "a value of some length, as a path has: dossiers/%d.rec", k);
		ck_assert_str_eq(disk_index_next(x, key, &i), value);
		ck_assert_ptr_null(disk_index_next(x, key, &i));
	}
	ck_assert_int_eq(disk_index_failed(x), 0);
	disk_index_free(x);
}
END_TEST

START_TEST(fails_as_a_value)
{
	errno = 0;
	ck_assert_ptr_null(disk_index_open("/nonexistent"));
	ck_assert_int_eq(errno, ENOENT);
	disk_index_free(NULL);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("index");

	tcase_add_test(tests, finds_what_was_added);
	tcase_add_test(tests, keeps_several_values_of_a_key);
	tcase_add_test(tests, grows);
	tcase_add_test(tests, fails_as_a_value);
	return unit_run("index", tests);
}
