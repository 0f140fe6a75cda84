/* SPDX-License-Identifier: ISC */
#include "lock.h"
#include "own_directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"

static const struct patience patience = { 60, NULL };

static void
make(void)
{
	own_directory_make();
	ck_assert_int_eq(close(open("a", O_WRONLY | O_CREAT, 0600)), 0);
}

static void
unmake(void)
{
	own_directory_remove();
}

static const struct spot *
here(const char *name)
{
	static struct spot spot;

	spot = (struct spot){ AT_FDCWD, (char *)name, (char *)name };
	return &spot;
}

START_TEST(opens)
{
	struct stat st, named;
	int fd = lock_open(here("a"), O_RDWR, &patience, &st);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(stat("a", &named), 0);
	ck_assert_uint_eq(st.st_ino, named.st_ino);
	close(fd);
	fd = lock_open(here("b"), O_RDWR | O_CREAT, &patience, &st);
	ck_assert_int_ge(fd, 0);
	ck_assert_uint_eq(st.st_mode & 07777, 0600);
	close(fd);
}
END_TEST

START_TEST(refuses)
{
	struct stat st;

	ck_assert_int_eq(symlink("a", "link"), 0);
	ck_assert_int_eq(lock_open(here("link"), O_RDWR, &patience, &st), -1);
	ck_assert_int_eq(errno, ELOOP);
	ck_assert_int_eq(lock_open(here("weg"), O_RDWR, &patience, &st), -1);
	ck_assert_int_eq(errno, ENOENT);
}
END_TEST

/*
 * While one holds it the other waits; when the first has put another file in its place, that is the
 * one it gets.
 */
START_TEST(waits_for_the_file_that_the_path_then_names)
{
	struct stat st, named;
	struct timespec while_ = { .tv_nsec = 100000000 };
	int fd = lock_open(here("a"), O_RDWR, &patience, &st), status;
	pid_t pid = fork();

	ck_assert_int_ge(pid, 0);
	if (pid == 0) {
		close(fd);
		fd = lock_open(here("a"), O_RDWR, &patience, &st);
		_exit(fd >= 0 && stat("a", &named) == 0 && named.st_ino == st.st_ino &&
		    st.st_size == 3 ? 0 : 1);
	}
	nanosleep(&while_, NULL);
	ck_assert_int_eq(waitpid(pid, &status, WNOHANG), 0);
	ck_assert_int_eq(system("printf een >b && mv b a"), 0);
	close(fd);
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert_int_eq(status, 0);
}
END_TEST

static int told;

static void
tell(const char *path)
{
	ck_assert_str_eq(path, "a");
	told++;
}

START_TEST(gives_up)
{
	struct patience none = { 0, tell }, some = { 3, tell };
	struct timespec begin, end;
	struct stat st;
	int fd = lock_open(here("a"), O_RDWR, &patience, &st);

	ck_assert_int_eq(lock_open(here("a"), O_RDWR, NULL, &st), -1);
	ck_assert_int_eq(errno, EWOULDBLOCK);
	ck_assert_int_eq(lock_open(here("a"), O_RDWR, &none, &st), -1);
	ck_assert_int_eq(errno, EWOULDBLOCK);
	ck_assert_int_eq(told, 0);
	clock_gettime(CLOCK_MONOTONIC, &begin);
	ck_assert_int_eq(lock_open(here("a"), O_RDWR, &some, &st), -1);
	clock_gettime(CLOCK_MONOTONIC, &end);
	ck_assert_int_eq(errno, EWOULDBLOCK);
	ck_assert_int_ge(end.tv_sec - begin.tv_sec, 2);
	ck_assert_int_eq(told, 1);
	close(fd);
	fd = lock_open(here("a"), O_RDWR, NULL, &st);
	ck_assert_int_ge(fd, 0);
	close(fd);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("lock");

	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, opens);
	tcase_add_test(tests, refuses);
	tcase_add_test(tests, gives_up);
	tcase_add_test(tests, waits_for_the_file_that_the_path_then_names);
	return unit_run("lock", tests);
}
