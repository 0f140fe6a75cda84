#include "operands.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

static char own[] = "/tmp/fasen-operands-XXXXXX";
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
		"a/b.rec", "a/B.rec", "a/a.rec", "a/.b.rec.fasen", "a/.a.rec", "a/lees.txt", "a/.rec", "c/c.rec", "los.rec",
	};

	strcpy(own + strlen(own) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(own));
	ck_assert_int_eq(chdir(own), 0);
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
	char command[64];

	snprintf(command, sizeof command, "rm -rf %s", own);
	ck_assert_int_eq(system(command), 0);
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

	mean(operands_of(argv, 4), "a/B.rec a/a.rec a/b.rec c/c.rec los.rec ");
	ck_assert_uint_eq(problems.n, 0);
	mean(operands_of(argv + 1, 1), "");
}
END_TEST

START_TEST(names_come_from_a_file)
{
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
	tcase_add_test(tests, names_come_from_a_file);
	tcase_add_test(tests, a_bad_list_is_a_problem);
	tcase_add_test(tests, a_closed_directory_is_passed_over);
	return unit_run("operands", tests);
}
