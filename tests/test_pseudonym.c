/* SPDX-License-Identifier: ISC */
#include "pseudonym.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

static char path[] = "/tmp/pseudonym.XXXXXX";
static struct problems problems;

static void
key(const char *byte, int n, mode_t mode)
{
	FILE *f = fopen(path, "w");

	ck_assert_ptr_nonnull(f);
	while (n-- > 0)
		fputs(byte, f);
	fclose(f);
	ck_assert_int_eq(chmod(path, mode), 0);
}

static void
setup(void)
{
	int fd;

	strcpy(path, "/tmp/pseudonym.XXXXXX");
	fd = mkstemp(path);
	ck_assert_int_ge(fd, 0);
	close(fd);
}

static void
teardown(void)
{
	unlink(path);
	problems_release(&problems);
}

START_TEST(is_hmac_sha256)
{
	/* RFC 4231, test case 3: the key 20 times AA, the data 50 times DD. */
	char name[PSEUDONYM_SIZE], data[51];
	struct pseudonym *p;

	key("\xAA", 20, 0600);
	p = pseudonym_read(path, &problems);
	ck_assert_ptr_nonnull(p);
	memset(data, '\xDD', 50);
	data[50] = '\0';
	ck_assert_str_eq(pseudonym_of(p, data, name), "773ea91e36800e46");
	ck_assert_str_eq(pseudonym_of(p, data, name), "773ea91e36800e46");
	pseudonym_free(p);
}
END_TEST

START_TEST(a_key_that_others_can_read_is_refused)
{
	static const mode_t modes[] = { 0640, 0604, 0620, 0602, 0666 };
	size_t i;

	for (i = 0; i < sizeof modes / sizeof *modes; i++) {
		key("k", 20, modes[i]);
		ck_assert_ptr_null(pseudonym_read(path, &problems));
		ck_assert_uint_eq(problems.n, i + 1);
		ck_assert_str_eq(problems.at[i].code, "key");
	}
}
END_TEST

START_TEST(so_is_one_that_is_short_or_no_file)
{
	key("k", 15, 0600);
	ck_assert_ptr_null(pseudonym_read(path, &problems));
	key("k", 4097, 0600);
	ck_assert_ptr_null(pseudonym_read(path, &problems));
	ck_assert_ptr_null(pseudonym_read("/tmp", &problems));
	ck_assert_ptr_null(pseudonym_read("/tmp/no/such/key", &problems));
	ck_assert_uint_eq(problems.n, 4);
	key("k", 16, 0400);
	pseudonym_free(pseudonym_read(path, &problems));
	ck_assert_uint_eq(problems.n, 4);
	pseudonym_free(NULL);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("pseudonym");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, is_hmac_sha256);
	tcase_add_test(tests, a_key_that_others_can_read_is_refused);
	tcase_add_test(tests, so_is_one_that_is_short_or_no_file);
	return unit_run("pseudonym", tests);
}
