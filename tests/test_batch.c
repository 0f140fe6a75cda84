/* SPDX-License-Identifier: ISC */
#include "batch.h"
#include "own_directory.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

static struct problems problems;
static struct batch *batch;
static int directory;

static void
make(void)
{
	own_directory_make();
	directory = open(own, O_RDONLY | O_DIRECTORY);
	ck_assert_int_ge(directory, 0);
	batch = batch_open(own, directory, 0640);
	problems = (struct problems){ 0 };
}

static void
unmake(void)
{
	batch_free(batch);
	close(directory);
	own_directory_remove();
	problems_release(&problems);
}

static void
holds(const char *name, const char *text)
{
	char bytes[64] = "";
	int fd = openat(directory, name, O_RDONLY);
	struct stat st;

	ck_assert_msg(fd >= 0, "%s is not there", name);
	ck_assert_int_eq(read(fd, bytes, sizeof bytes - 1), (ssize_t)strlen(text));
	ck_assert_str_eq(bytes, text);
	ck_assert_int_eq(fstat(fd, &st), 0);
	ck_assert_uint_eq(st.st_mode & 07777, 0640);
	ck_assert_uint_eq(st.st_nlink, 1);
	close(fd);
}

START_TEST(files_are_there_after_the_commit)
{
	batch_add(batch, "a.rec", "A\n", 2);
	batch_add(batch, "b.rec", "", 0);
	ck_assert_uint_eq(batch_count(batch), 2);
	ck_assert(!batch_full(batch));
	ck_assert_int_ne(faccessat(directory, "a.rec", F_OK, 0), 0);
	ck_assert_uint_eq(batch_commit(batch, &problems), 2);
	ck_assert_uint_eq(problems.n, 0);
	ck_assert_uint_eq(batch_count(batch), 0);
	holds("a.rec", "A\n");
	holds("b.rec", "");
	ck_assert_uint_eq(batch_commit(batch, &problems), 0);
	batch_add(batch, "c.rec", "C\n", 2);
	ck_assert_uint_eq(batch_commit(batch, &problems), 1);
	holds("c.rec", "C\n");
}
END_TEST

START_TEST(none_takes_the_place_of_another)
{
	batch_add(batch, "b.rec", "old\n", 4);
	ck_assert_uint_eq(batch_commit(batch, &problems), 1);
	batch_add(batch, "a.rec", "A\n", 2);
	batch_add(batch, "b.rec", "B\n", 2);
	batch_add(batch, "c.rec", "C\n", 2);
	ck_assert_uint_eq(batch_commit(batch, &problems), 1);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].code, "exists");
	holds("a.rec", "A\n");
	holds("b.rec", "old\n");
	ck_assert_int_ne(faccessat(directory, "c.rec", F_OK, 0), 0);
}
END_TEST

START_TEST(what_is_not_committed_is_not_there)
{
	batch_add(batch, "a.rec", "A\n", 2);
	batch_free(batch);
	batch = NULL;
	ck_assert_int_ne(faccessat(directory, "a.rec", F_OK, 0), 0);
}
END_TEST

START_TEST(so_many_are_enough)
{
	char name[32];
	size_t n = 0;

	while (!batch_full(batch)) {
		snprintf(name, sizeof name, "%zu.rec", n++);
		batch_add(batch, name, "x\n", 2);
	}
	ck_assert_uint_le(n, BATCH_FILES);
	ck_assert_uint_eq(batch_commit(batch, &problems), n);
	ck_assert_uint_eq(problems.n, 0);
	holds("0.rec", "x\n");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("batch");

	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, files_are_there_after_the_commit);
	tcase_add_test(tests, none_takes_the_place_of_another);
	tcase_add_test(tests, what_is_not_committed_is_not_there);
	tcase_add_test(tests, so_many_are_enough);
	return unit_run("batch", tests);
}
