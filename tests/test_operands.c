/* SPDX-License-Identifier: ISC */
#include "operands.h"
#include "own_directory.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

static struct problems problems;

static void
write_file(const char *name, const char *bytes, size_t n)
{
	FILE *file = fopen(name, "w");

	ck_assert_ptr_nonnull(file);
	ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
	ck_assert_int_eq(fclose(file), 0);
}

/* Each test runs in a directory with two folders of dossiers. */
static void
make(void)
{
	static const char *const files[] = {
		"a/b.rec", "a/B.rec", "a/a.rec", "a/.b.rec.fasen", "a/.a.rec", "a/lees.txt",
		"a/.rec", "c/c.rec", "los.rec",
	};

	own_directory_make();
	mkdir("a", 0700);
	mkdir("c", 0700);
	mkdir("leeg", 0700);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		write_file(files[i], "", 0);
	problems = (struct problems){ 0 };
}

static void
unmake(void)
{
	own_directory_remove();
	problems_release(&problems);
}

/* Sees that the operands mean just these, given with a blank behind each; frees them. */
static void
mean(struct operands *operands, const char *want)
{
	char got[500] = "";
	const char *path;

	ck_assert_ptr_nonnull(operands);
	while ((path = operands_next(operands, &problems)) != NULL) {
		strcat(got, path);
		strcat(got, " ");
	}
	ck_assert_ptr_null(operands_next(operands, &problems));
	ck_assert_str_eq(got, want);
	operands_free(operands);
}

START_TEST(none_is_standard_input)
{
	mean(operands_of(NULL, 0), "- ");
	ck_assert_uint_eq(problems.n, 0);
}
END_TEST

START_TEST(files_are_themselves)
{
	char a[] = "los.rec", b[] = "-", c[] = "niet-daar.rec", d[] = "a/lees.txt";
	char *argv[] = { a, b, c, d };

	mean(operands_of(argv, 4), "los.rec - niet-daar.rec a/lees.txt ");
	ck_assert_uint_eq(problems.n, 0);
}
END_TEST

START_TEST(directories_are_their_dossiers)
{
	char a[] = "a", b[] = "leeg", c[] = "c/", d[] = "los.rec";
	char *argv[] = { a, b, c, d };

	struct operands *operands;

	mean(operands_of(argv, 4), "a/B.rec a/a.rec a/b.rec c/c.rec los.rec ");
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].file, "leeg");
	mean(operands_of(argv + 1, 1), "");
	ck_assert_uint_eq(problems.n, 2);
	operands = operands_of(argv + 1, 1);
	operands_may_be_empty(operands);
	mean(operands, "");
	ck_assert_uint_eq(problems.n, 2);
	ck_assert(!problems_error(&problems));
}
END_TEST

START_TEST(each_has_a_number)
{
	char a[] = "a", b[] = "leeg", c[] = "c", d[] = "los.rec", e[] = "-";
	char *argv[] = { d, a, b, e, c, d };
	struct operands *operands = operands_of(argv, 6);
	struct text all = { 0 };

	for (int i = 0; operands_next(operands, &problems) != NULL; i++)
		ck_assert_uint_eq(operands_number(operands), (size_t)i);
	for (size_t i = 0; i < 7; i++) {
		operands_path(operands, i, &all);
		text_addc(&all, ' ');
	}
	ck_assert_str_eq(text_string(&all), "los.rec a/B.rec a/a.rec a/b.rec - c/c.rec los.rec ");
	text_release(&all);
	operands_free(operands);
}
END_TEST

/* Opens the one path that the operands mean. */
static int
open_only(char *operand)
{
	struct operands *operands = operands_of(&operand, 1);
	int fd = -2;

	while (operands_next(operands, &problems) != NULL)
		fd = operands_open(operands, &problems);
	operands_free(operands);
	return fd;
}

START_TEST(opens_what_is_there)
{
	char c[] = "c", los[] = "los.rec", no[] = "niet-daar.rec", input[] = "-",
	    fifo[] = "c/x.rec";
	struct operands *operands;
	char *argv[] = { c };
	int fd = open_only(los), writer;

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert_int_eq(open_only(input), 0);
	ck_assert_uint_eq(problems.n, 0);
	ck_assert_int_eq(open_only(no), -1);
	ck_assert(problems_error(&problems));
	problems_clear(&problems);

	/* In a directory: gone meanwhile, no file, a link to nothing. */
	operands = operands_of(argv, 1);
	ck_assert_str_eq(operands_next(operands, &problems), "c/c.rec");
	ck_assert_int_eq(unlink("c/c.rec"), 0);
	ck_assert_int_eq(operands_open(operands, &problems), -1);
	ck_assert_uint_eq(problems.n, 0);
	ck_assert_int_eq(operands_status(operands), 0);
	operands_free(operands);
	ck_assert_int_eq(mkfifo("c/x.rec", 0600), 0);
	ck_assert_int_eq(open_only(c), -1);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert(!problems_error(&problems));
	writer = open("c/x.rec", O_RDWR);	/* so that opening it does not wait */
	fd = open_only(fifo);
	ck_assert_int_ge(fd, 0);
	close(fd);
	close(writer);
	ck_assert_int_eq(unlink("c/x.rec"), 0);
	ck_assert_int_eq(symlink("nergens", "c/x.rec"), 0);
	ck_assert_int_eq(open_only(c), -1);
	ck_assert(problems_error(&problems));
}
END_TEST

START_TEST(a_file_is_found_among_them)
{
	char a[] = "a", b[] = "leeg", d[] = "los.rec";
	char *argv[] = { a, b, d };
	struct operands *operands = operands_of(argv, 3);
	struct text path = { 0 };
	struct stat st;

	ck_assert_int_eq(stat("a/b.rec", &st), 0);
	ck_assert(operands_mean(operands, &st, &path));
	ck_assert_str_eq(text_string(&path), "a/b.rec");
	ck_assert_int_eq(stat("los.rec", &st), 0);
	ck_assert(operands_mean(operands, &st, &path));
	ck_assert_str_eq(text_string(&path), "los.rec");
	ck_assert_int_eq(stat("c/c.rec", &st), 0);
	ck_assert(!operands_mean(operands, &st, &path));
	text_release(&path);
	mean(operands, "a/B.rec a/a.rec a/b.rec los.rec ");
}
END_TEST

START_TEST(the_file_of_a_client_outranks_others)
{
	char a[] = "a", b[] = "a/a.rec";
	char *argv[] = { a, b };
	struct operands *operands = operands_of(argv, 2);
	struct text other = { 0 };

	ck_assert_str_eq(operands_next(operands, &problems), "a/B.rec");
	ck_assert(operands_outranked(operands, "b", &other));
	ck_assert_str_eq(text_string(&other), "a/b.rec");
	ck_assert(operands_outranked(operands, "a", &other));
	ck_assert_str_eq(text_string(&other), "a/a.rec");
	ck_assert(!operands_outranked(operands, "B", &other));
	ck_assert(!operands_outranked(operands, "a.rec", &other));
	ck_assert(!operands_outranked(operands, "lees.txt", &other));
	ck_assert(!operands_outranked(operands, "A", &other));
	for (int i = 0; i < 3; i++)
		operands_next(operands, &problems);
	ck_assert(!operands_outranked(operands, "b", &other));
	text_release(&other);
	operands_free(operands);
}
END_TEST

START_TEST(names_come_from_a_file)
{
	write_file("met spatie\nen regel.rec", "", 0);
	write_file("lijst", "los.rec\0met spatie\nen regel.rec\0c\0-", 36);
	mean(operands_from("lijst", &problems), "los.rec met spatie\nen regel.rec c/c.rec - ");
	write_file("lijst", "", 0);
	mean(operands_from("lijst", &problems), "");
	ck_assert_uint_eq(problems.n, 0);
}
END_TEST

START_TEST(a_bad_list_is_a_problem)
{
	ck_assert_ptr_null(operands_from("niet-daar", &problems));
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].file, "niet-daar");
	ck_assert_ptr_null(operands_from("a", &problems));
	ck_assert_uint_eq(problems.n, 2);
	write_file("lijst", "los.rec\0\0c", 10);
	ck_assert_ptr_null(operands_from("lijst", &problems));
	ck_assert_uint_eq(problems.n, 3);
	ck_assert(problems_error(&problems));
}
END_TEST

START_TEST(a_closed_directory_is_passed_over)
{
	char a[] = "a", d[] = "los.rec";
	char *argv[] = { a, d };
	bool root = geteuid() == 0;

	ck_assert_int_eq(chmod(".", 0755), 0);
	ck_assert_int_eq(chmod("a", 0), 0);
	if (root)
		ck_assert_int_eq(seteuid(65534), 0);	/* nothing is closed to root */
	mean(operands_of(argv, 2), "los.rec ");
	if (root)
		ck_assert_int_eq(seteuid(0), 0);
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].file, "a");
	ck_assert_int_eq(chmod("a", 0700), 0);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("operands");

	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, none_is_standard_input);
	tcase_add_test(tests, files_are_themselves);
	tcase_add_test(tests, directories_are_their_dossiers);
	tcase_add_test(tests, each_has_a_number);
	tcase_add_test(tests, opens_what_is_there);
	tcase_add_test(tests, a_file_is_found_among_them);
	tcase_add_test(tests, the_file_of_a_client_outranks_others);
	tcase_add_test(tests, names_come_from_a_file);
	tcase_add_test(tests, a_bad_list_is_a_problem);
	tcase_add_test(tests, a_closed_directory_is_passed_over);
	return unit_run("operands", tests);
}
