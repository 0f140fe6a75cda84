/* SPDX-License-Identifier: ISC */
#include "leftover.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lock.h"
#include "own_directory.h"
#include "save.h"
#include "unit.h"

static struct problems problems;
static const struct patience patience = { 0, NULL };

static void
make(void)
{
	own_directory_make();
	ck_assert_int_eq(mkdir("d", 0700), 0);
	problems = (struct problems){ 0 };
}

static void
unmake(void)
{
	own_directory_remove();
	problems_release(&problems);
}

static void
touch(const char *path)
{
	ck_assert_int_eq(close(open(path, O_WRONLY | O_CREAT, 0600)), 0);
}

static bool
is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

START_TEST(what_nobody_writes_goes)
{
	static const char *const left[] = { "d/.a.rec.fasen", "d/.b.rec.12-0.fasen",
	    "d/.x.xlsx.12-0.fasen" };
	static const char *const kept[] = { "d/a.rec", "d/.fasen", "d/a.fasen", "d/.a.rec.fasen~" };

	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		touch(left[i]);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		touch(kept[i]);
	ck_assert_int_eq(mkdir("d/.map.fasen", 0700), 0);
	ck_assert_int_eq(symlink("a.rec", "d/.link.fasen"), 0);
	leftover_sweep("d");
	for (size_t i = 0; i < sizeof left / sizeof *left; i++)
		ck_assert_msg(!is_there(left[i]), "%s is there", left[i]);
	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
		ck_assert_msg(is_there(kept[i]), "%s is gone", kept[i]);
	ck_assert(is_there("d/.map.fasen"));
	leftover_sweep("weg");
}
END_TEST

START_TEST(of_the_working_directory)
{
	touch(".a.rec.fasen");
	leftover_sweep_beside("a.rec");
	ck_assert(!is_there(".a.rec.fasen"));
	touch("d/.a.rec.fasen");
	leftover_sweep_beside("d/b.rec");
	ck_assert(!is_there("d/.a.rec.fasen"));
}
END_TEST

/* In both ways of writing, from the first byte to the last. */
START_TEST(what_is_being_written_stays)
{
	for (int how = 0; how < 2; how++) {
		const char *path = how == 0 ? "d/a.rec" : "d/uit.tsv";
		struct save *save;

		touch("d/a.rec");
		save = how == 0 ? save_edit(path, &patience, &problems) :
		    save_replace(path, 0600, &problems);
		ck_assert_ptr_nonnull(save);
		ck_assert(save_write(save, "x", 1, &problems));
		if (how == 1)
			ck_assert_int_ge(save_output(save, &problems), 0);
		if (fork() == 0) {
			leftover_sweep("d");
			_exit(0);
		}
		ck_assert_int_gt(wait(NULL), 0);
		ck_assert(save_commit(save, &problems));
		ck_assert(is_there(path));
		ck_assert_uint_eq(problems.n, 0);
	}
}
END_TEST

/*
 * A kill between link and unlink leaves a second name, with which the dossier could not be edited.
 */
START_TEST(a_second_name_goes)
{
	struct save *save;

	touch("d/a.rec");
	ck_assert_int_eq(link("d/a.rec", "d/.a.rec.12-0.fasen"), 0);
	ck_assert_ptr_null(save_edit("d/a.rec", &patience, &problems));
	leftover_sweep("d");
	save = save_edit("d/a.rec", &patience, &problems);
	ck_assert_ptr_nonnull(save);
	save_discard(save);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("leftover");

	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, what_nobody_writes_goes);
	tcase_add_test(tests, of_the_working_directory);
	tcase_add_test(tests, what_is_being_written_stays);
	tcase_add_test(tests, a_second_name_goes);
	return unit_run("leftover", tests);
}
