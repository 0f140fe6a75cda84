/* SPDX-License-Identifier: ISC */
#include "own_directory.h"
#include "save.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif
#include <time.h>
#include <unistd.h>

#include "unit.h"

static const struct patience patience = { 60, NULL };
static struct problems problems;

static void
write_file(const char *name, const char *content)
{
	FILE *file = fopen(name, "w");

	ck_assert_ptr_nonnull(file);
	ck_assert_int_ge(fputs(content, file), 0);
	ck_assert_int_eq(fclose(file), 0);
}

static void
holds(const char *name, const char *want)
{
	static char got[100000];
	FILE *file = fopen(name, "r");

	ck_assert_msg(file != NULL, "%s is not there", name);
	got[fread(got, 1, sizeof got - 1, file)] = '\0';
	fclose(file);
	ck_assert_str_eq(got, want);
}

/* How many files stand in the directory, hidden ones too. */
static int
files(void)
{
	DIR *directory = opendir(".");
	int n = -2;

	ck_assert_ptr_nonnull(directory);
	while (readdir(directory) != NULL)
		n++;
	closedir(directory);
	return n;
}

static mode_t
mode_of(const char *name)
{
	struct stat st;

	ck_assert_int_eq(lstat(name, &st), 0);
	return st.st_mode & 07777;
}

static void
has_problem(const char *code)
{
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].code, code);
	ck_assert_ptr_nonnull(problems.at[0].file);
	problems_clear(&problems);
}

static void
make(void)
{
	own_directory_make();
	umask(077);
	problems = (struct problems){ 0 };
}

static void
unmake(void)
{
	own_directory_remove();
	problems_release(&problems);
}

static bool
write_s(struct save *save, const char *s)
{
	return save_write(save, s, strlen(s), &problems);
}

static struct save *
edit(const char *name)
{
	struct save *save = save_edit(name, &patience, &problems);

	ck_assert_msg(save != NULL, "%s cannot be edited", name);
	return save;
}

START_TEST(edits)
{
	struct save *save;
	char first[4] = "";

	write_file("a.rec", "een twee drie");
	chmod("a.rec", 0640);
	save = edit("a.rec");
	ck_assert_int_eq(read(save_source(save), first, 3), 3);
	ck_assert_str_eq(first, "een");
	ck_assert(save_keep(save, 2, &problems));
	ck_assert(save_keep(save, 2, &problems));
	ck_assert(save_drop(save, 4, &problems));
	ck_assert(write_s(save, "TWEE, "));
	ck_assert(save_keep(save, 5, &problems));
	ck_assert(write_s(save, "!\n"));
	holds("a.rec", "een twee drie");
	ck_assert(save_commit(save, &problems));
	holds("a.rec", "een TWEE,  drie!\n");
	ck_assert_uint_eq(mode_of("a.rec"), 0640);
	ck_assert_int_eq(files(), 1);
	ck_assert_uint_eq(problems.n, 0);
}
END_TEST

START_TEST(an_edit_of_nothing_does_nothing)
{
	struct save *save;
	struct stat before, after;

	write_file("a.rec", "een");
	stat("a.rec", &before);
	save = edit("a.rec");
	ck_assert(save_keep(save, 3, &problems));
	ck_assert_int_eq(files(), 1);
	ck_assert(save_commit(save, &problems));
	stat("a.rec", &after);
	ck_assert_uint_eq(before.st_ino, after.st_ino);
	save = edit("a.rec");
	ck_assert(save_commit(save, &problems));
}
END_TEST

START_TEST(an_edit_may_drop_all)
{
	struct save *save;

	write_file("a.rec", "een");
	save = edit("a.rec");
	ck_assert(save_drop(save, 3, &problems));
	ck_assert(save_commit(save, &problems));
	holds("a.rec", "");
}
END_TEST

START_TEST(a_long_file_stays_whole)
{
	static char content[90002];
	struct save *save;

	for (size_t i = 0; i < 90000; i++)
		content[i] = (char)('a' + i % 23);
	write_file("a.rec", content);
	save = edit("a.rec");
	ck_assert(save_keep(save, 90000, &problems));
	ck_assert(write_s(save, "!"));
	ck_assert(save_commit(save, &problems));
	content[90000] = '!';
	holds("a.rec", content);
}
END_TEST

START_TEST(discard_leaves_the_old)
{
	struct save *save;

	save_discard(NULL);
	write_file("a.rec", "een");
	save = edit("a.rec");
	ck_assert(write_s(save, "twee"));
	save_discard(save);
	holds("a.rec", "een");
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(a_group_is_kept)
{
	struct save *save;
	struct stat st;

	if (geteuid() != 0)
		return;
	write_file("a.rec", "een");
	ck_assert_int_eq(chown("a.rec", 1234, 4321), 0);
	chmod("a.rec", 0660);
	save = edit("a.rec");
	ck_assert(write_s(save, "nul "));
	ck_assert(save_keep(save, 3, &problems));
	ck_assert(save_commit(save, &problems));
	stat("a.rec", &st);
	ck_assert_uint_eq(st.st_uid, 1234);
	ck_assert_uint_eq(st.st_gid, 4321);
	ck_assert_uint_eq(mode_of("a.rec"), 0660);
	holds("a.rec", "nul een");
}
END_TEST

/* No edit, and no output, goes through another name or into what is no file. */
START_TEST(other_kinds_are_refused)
{
	static const char *const names[] = { "link", "dangling", "hard", "fifo", "map", "." };

	write_file("a.rec", "een");
	write_file("hard", "twee");
	ck_assert_int_eq(symlink("a.rec", "link"), 0);
	ck_assert_int_eq(symlink("weg", "dangling"), 0);
	ck_assert_int_eq(link("hard", "harder"), 0);
	ck_assert_int_eq(mkfifo("fifo", 0600), 0);
	ck_assert_int_eq(mkdir("map", 0700), 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		ck_assert_ptr_null(save_edit(names[i], &patience, &problems));
		has_problem("kind");
		ck_assert_ptr_null(save_replace(names[i], 0666, &problems));
		has_problem("kind");
	}
	ck_assert_ptr_null(save_edit("weg", &patience, &problems));
	has_problem("read");
	ck_assert_int_eq(files(), 7);
}
END_TEST

/* An editor writes in the file, or puts another in its place. */
START_TEST(a_changed_file_is_refused)
{
	static const char *const changes[] = {
		"echo vier >>a.rec", "printf 'EEN' >a.rec", "printf een >b.rec; mv b.rec a.rec",
		"rm a.rec; touch a.rec", ": >a.rec",
	};

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		struct save *save;
		struct timespec tick = { .tv_nsec = 20000000 };
		char after[100] = "";
		FILE *file;

		write_file("a.rec", "een");
		save = edit("a.rec");
		nanosleep(&tick, NULL);
		ck_assert_int_eq(system(changes[i]), 0);
		ck_assert_ptr_nonnull(file = fopen("a.rec", "r"));
		after[fread(after, 1, sizeof after - 1, file)] = '\0';
		fclose(file);
		ck_assert(save_keep(save, 3, &problems));
		if (write_s(save, "!"))
			ck_assert(!save_commit(save, &problems));
		else
			save_discard(save);
		has_problem("changed");
		holds("a.rec", after);
		ck_assert_int_eq(files(), 1);
	}
}
END_TEST

START_TEST(a_removed_file_is_not_made_again)
{
	struct save *save;

	write_file("a.rec", "een");
	save = edit("a.rec");
	ck_assert(save_keep(save, 3, &problems));
	ck_assert(write_s(save, "!"));
	unlink("a.rec");
	ck_assert(!save_commit(save, &problems));
	has_problem("changed");
	ck_assert_int_eq(files(), 0);
}
END_TEST

/* Adds a letter to the file so many times, as a writer does. */
static void
add_letters(char letter, int n)
{
	for (int i = 0; i < n; i++) {
		struct save *save = save_edit("a.rec", &patience, &problems);
		struct stat st;

		if (save == NULL || fstat(save_source(save), &st) != 0 ||
		    !save_keep(save, (size_t)st.st_size, &problems) ||
		    !save_write(save, &letter, 1, &problems) || !save_commit(save, &problems))
			_exit(1);
	}
	_exit(0);
}

START_TEST(writers_lose_nothing)
{
	enum { WRITERS = 4, TIMES = 60 };
	pid_t pids[WRITERS];
	int status, n[WRITERS] = { 0 }, c;
	FILE *file;

	write_file("a.rec", "");
	for (int i = 0; i < WRITERS; i++)
		if ((pids[i] = fork()) == 0)
			add_letters((char)('a' + i), TIMES);
	for (int i = 0; i < WRITERS; i++) {
		ck_assert_int_eq(waitpid(pids[i], &status, 0), pids[i]);
		ck_assert_int_eq(status, 0);
	}
	ck_assert_ptr_nonnull(file = fopen("a.rec", "r"));
	while ((c = getc(file)) != EOF)
		n[c - 'a']++;
	fclose(file);
	for (int i = 0; i < WRITERS; i++)
		ck_assert_int_eq(n[i], TIMES);
	ck_assert_int_eq(files(), 1);
}
END_TEST

/* What a kill leaves is neither read nor in the way. */
START_TEST(a_kill_leaves_the_old)
{
	struct save *save;
	int status;
	pid_t pid;

	write_file("a.rec", "een");
	if ((pid = fork()) == 0) {
		save = save_edit("a.rec", &patience, &problems);
		save_drop(save, 3, &problems);
		kill(getpid(), SIGKILL);
	}
	ck_assert_int_eq(waitpid(pid, &status, 0), pid);
	ck_assert(WIFSIGNALED(status));
	holds("a.rec", "een");
	ck_assert_int_eq(access(".a.rec.fasen", F_OK), 0);
	write_file(".a.rec.fasen", "half werk, langer dan het nieuwe");
	save = edit("a.rec");
	ck_assert(save_drop(save, 3, &problems));
	ck_assert(write_s(save, "nieuw"));
	ck_assert(save_commit(save, &problems));
	holds("a.rec", "nieuw");
	ck_assert_int_eq(files(), 1);
}
END_TEST

/* A trap under the name of the file beside: nothing is written through it. */
START_TEST(a_link_beside_is_taken_away)
{
	struct save *save;

	write_file("a.rec", "een");
	write_file("ander", "blijft");
	for (int i = 0; i < 2; i++) {
		ck_assert_int_eq(i == 0 ? symlink("ander", ".a.rec.fasen") :
		    link("ander", ".a.rec.fasen"), 0);
		save = edit("a.rec");
		ck_assert(save_keep(save, (size_t)(3 + i), &problems));
		ck_assert(write_s(save, "!"));
		ck_assert(save_commit(save, &problems));
		holds("ander", "blijft");
	}
	holds("a.rec", "een!!");
	ck_assert_int_eq(files(), 2);
}
END_TEST

START_TEST(replaces_outputs)
{
	struct save *save = save_replace("uit.csv", 0666, &problems);

	ck_assert(write_s(save, "een"));
	ck_assert_int_eq(files(), 1);
	ck_assert(save_commit(save, &problems));
	holds("uit.csv", "een");
	ck_assert_uint_eq(mode_of("uit.csv"), 0600);	/* less the umask */

	chmod("uit.csv", 0644);
	save = save_replace("uit.csv", 0666, &problems);
	ck_assert(write_s(save, "half"));
	save_discard(save);
	holds("uit.csv", "een");
	save = save_replace("./uit.csv", 0666, &problems);
	ck_assert(write_s(save, "twee"));
	ck_assert(save_commit(save, &problems));
	holds("uit.csv", "twee");
	ck_assert_uint_eq(mode_of("uit.csv"), 0644);
	ck_assert_int_eq(files(), 1);
}
END_TEST

START_TEST(another_writes_through_the_descriptor)
{
	struct save *save = save_replace("uit.xlsx", 0666, &problems);
	int fd = save_output(save, &problems);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(save_output(save, &problems), fd);
	ck_assert_int_eq(write(fd, "boek", 4), 4);
	ck_assert(save_commit(save, &problems));
	holds("uit.xlsx", "boek");
	ck_assert_int_eq(files(), 1);
}
END_TEST

/*
 * What somebody puts under the name of the file beside is not written into, and does not take the
 * place of the file.
 */
START_TEST(a_link_put_beside_meanwhile_is_not_followed)
{
	for (int how = 0; how < 2; how++) {
		static const char *const planted[] = { ".a.rec.fasen", ".uit.csv.%ld-0.fasen" };
		static const char *const paths[] = { "a.rec", "uit.csv" };
		struct save *save;
		char name[64];

		write_file("a.rec", "oud");
		write_file("ander", "van een ander");
		save = how == 0 ? save_edit("a.rec", &patience, &problems) :
		    save_replace("uit.csv", 0600, &problems);
		ck_assert_ptr_nonnull(save);
		if (how == 0)
			ck_assert(save_drop(save, 3, &problems));
		ck_assert(write_s(save, "nieuw"));
		snprintf(name, sizeof name, planted[how], (long)getpid());
		ck_assert_int_eq(unlink(name), 0);
		ck_assert_int_eq(symlink("ander", name), 0);
		ck_assert(!save_commit(save, &problems));
		has_problem("changed");
		holds("ander", "van een ander");
		holds("a.rec", "oud");
		ck_assert(how == 0 || access(paths[how], F_OK) != 0);
		ck_assert_int_eq(files(), 2);
	}
}
END_TEST

/* What came to stand under the name of an output while it was made may be somebody's dossier. */
START_TEST(an_output_replaces_what_it_saw)
{
	for (int there = 0; there < 2; there++) {
		struct save *save;

		if (there)
			write_file("out", "oud");
		save = save_replace("out", 0600, &problems);
		ck_assert_ptr_nonnull(save);
		ck_assert(save_write(save, "nieuw", 5, &problems));
		write_file("other", "van een ander");
		ck_assert_int_eq(rename("other", "out"), 0);
		ck_assert(!save_commit(save, &problems));
		has_problem("changed");
		holds("out", "van een ander");
		ck_assert_int_eq(unlink("out"), 0);
	}
	ck_assert_int_eq(files(), 0);
}
END_TEST

#ifdef __linux__
/* Nobody gets in by an edit whom an access list shuts out, or shut out who is on it. */
START_TEST(an_access_list_and_notes_are_kept)
{
	static const struct { uint32_t version; struct { uint16_t tag, may; uint32_t id; } e[5]; }
	    list = { 2, { { 1, 6, UINT32_MAX }, { 2, 6, 12345 }, { 4, 0, UINT32_MAX },
	    { 0x10, 6, UINT32_MAX }, { 0x20, 0, UINT32_MAX } } };
	char got[sizeof list + 1];

	for (int replace = 0; replace < 2; replace++) {
		struct save *save;

		write_file("a.rec", "oud");
		ck_assert_int_eq(chmod("a.rec", 0600), 0);
		if (setxattr("a.rec", "system.posix_acl_access", &list, sizeof list, 0) != 0 ||
		    setxattr("a.rec", "user.note", "x", 1, 0) != 0) {
			printf("left out: no access lists here\n");
			return;
		}
		save = replace ? save_replace("a.rec", 0600, &problems) :
		    save_edit("a.rec", &patience, &problems);
		ck_assert_ptr_nonnull(save);
		if (!replace)
			ck_assert(save_drop(save, 3, &problems));
		ck_assert(save_write(save, "nieuw", 5, &problems));
		ck_assert(save_commit(save, &problems));
		ck_assert_int_eq(getxattr("a.rec", "system.posix_acl_access", got, sizeof got),
		    sizeof list);
		ck_assert_mem_eq(got, &list, sizeof list);
		ck_assert_int_eq(getxattr("a.rec", "user.note", got, sizeof got), 1);
		/* What a directory would give a new file is not given to an old one. */
		ck_assert_int_eq(setxattr(".", "system.posix_acl_default", &list, sizeof list, 0),
		    0);
		write_file("b.rec", "oud");
		ck_assert_int_eq(chmod("b.rec", 0660), 0);
		removexattr("b.rec", "system.posix_acl_access");
		save = save_edit("b.rec", &patience, &problems);
		ck_assert_ptr_nonnull(save);
		ck_assert(save_keep(save, 3, &problems) && save_write(save, "x", 1, &problems));
		ck_assert(save_commit(save, &problems));
		ck_assert_int_lt(getxattr("b.rec", "system.posix_acl_access", got, sizeof got), 0);
		ck_assert_int_eq(removexattr(".", "system.posix_acl_default"), 0);
	}
}
END_TEST
#endif

/* Another directory stands where the path leads meanwhile, with links in it: none is followed. */
static void
put_another_directory(const char *beside)
{
	ck_assert_int_eq(rename("d", "e"), 0);
	ck_assert_int_eq(mkdir("d", 0700), 0);
	write_file("victim", "van een ander\n");
	ck_assert_int_eq(symlink("../victim", "d/a.rec"), 0);
	ck_assert_int_eq(symlink("../victim", beside), 0);
}

START_TEST(an_edit_stays_in_its_directory)
{
	struct save *save;

	ck_assert_int_eq(mkdir("d", 0700), 0);
	write_file("d/a.rec", "oud\n");
	save = save_edit("d/a.rec", &patience, &problems);
	ck_assert_ptr_nonnull(save);
	put_another_directory("d/.a.rec.fasen");
	ck_assert(save_keep(save, 4, &problems));
	ck_assert(save_write(save, "nieuw\n", 6, &problems));
	ck_assert(save_commit(save, &problems));
	holds("e/a.rec", "oud\nnieuw\n");
	holds("victim", "van een ander\n");
	holds("d/a.rec", "van een ander\n");
	ck_assert_int_eq(access("e/.a.rec.fasen", F_OK), -1);
}
END_TEST

START_TEST(an_output_stays_in_its_directory)
{
	struct save *save;
	char beside[64];

	ck_assert_int_eq(mkdir("d", 0700), 0);
	save = save_replace("d/a.rec", 0600, &problems);
	ck_assert_ptr_nonnull(save);
	ck_assert_int_ge(save_output(save, &problems), 0);
	snprintf(beside, sizeof beside, "d/.a.rec.%ld-0.fasen", (long)getpid());
	put_another_directory(beside);
	ck_assert(save_write(save, "nieuw\n", 6, &problems));
	ck_assert(save_commit(save, &problems));
	holds("e/a.rec", "nieuw\n");
	holds("victim", "van een ander\n");
	save = save_replace("e/b.rec", 0600, &problems);
	ck_assert_int_ge(save_output(save, &problems), 0);
	ck_assert_int_eq(rename("e", "f"), 0);
	ck_assert_int_eq(rename("d", "e"), 0);
	save_discard(save);
	ck_assert_int_eq(chdir("f"), 0);
	ck_assert_int_eq(files(), 1);
	ck_assert_int_eq(chdir(".."), 0);
}
END_TEST

START_TEST(a_missing_directory_is_a_problem)
{
	ck_assert_ptr_null(save_replace("weg/a.rec", 0600, &problems));
	has_problem("write");
	ck_assert_ptr_null(save_edit("weg/a.rec", &patience, &problems));
	has_problem("read");
}
END_TEST

START_TEST(a_directory_that_may_not_be_written_is_called_so)
{
	bool root = geteuid() == 0;
	struct save *save;

	ck_assert_int_eq(mkdir("dicht", 0755), 0);
	write_file("dicht/a.rec", "een");
	ck_assert_int_eq(chmod("dicht", 0555), 0);
	ck_assert_int_eq(chmod(".", 0755), 0);
	if (root) {
		ck_assert_int_eq(chown("dicht/a.rec", 1234, getegid()), 0);
		ck_assert_int_eq(seteuid(1234), 0);
	}
	save = edit("dicht/a.rec");
	ck_assert(!write_s(save, "x"));
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_str_eq(problems.at[0].text, strerror(EACCES));
	has_problem("write");
	ck_assert(!save_commit(save, &problems));
	if (root)
		ck_assert_int_eq(seteuid(0), 0);
	ck_assert_int_eq(chmod("dicht", 0755), 0);
	holds("dicht/a.rec", "een");
}
END_TEST

/*
 * Writes 200000 bytes more than there is room for, sees that it fails, and that the old content
 * stands alone.
 */
static void
fails_for_want_of_room(void)
{
	static char much[200000];
	struct save *save = edit("a.rec");

	memset(much, 'x', sizeof much);
	ck_assert(save_keep(save, 3, &problems));
	ck_assert(!save_write(save, much, sizeof much, &problems));
	ck_assert(!save_commit(save, &problems));
	has_problem("write");
	holds("a.rec", "een");
	ck_assert_int_eq(files(), 1);
}

START_TEST(a_failed_write_leaves_the_old)
{
	struct rlimit limit;

	write_file("a.rec", "een");
	signal(SIGXFSZ, SIG_IGN);
	ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = 100000;
	ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
	fails_for_want_of_room();
}
END_TEST

START_TEST(a_full_disk_leaves_the_old)
{
	char command[100];

	snprintf(command, sizeof command, "mount -t tmpfs -o size=64k fasen %s 2>/dev/null", own);
	if (geteuid() != 0 || system(command) != 0) {
		fputs("test_save: cannot mount a small disk here, so a full one is not tried\n",
		    stderr);
		return;
	}
	ck_assert_int_eq(chdir(own), 0);
	write_file("a.rec", "een");
	fails_for_want_of_room();
	ck_assert_int_eq(chdir("/"), 0);
	snprintf(command, sizeof command, "umount %s", own);
	ck_assert_int_eq(system(command), 0);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("save");

	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, edits);
	tcase_add_test(tests, an_edit_of_nothing_does_nothing);
	tcase_add_test(tests, an_edit_may_drop_all);
	tcase_add_test(tests, a_long_file_stays_whole);
	tcase_add_test(tests, discard_leaves_the_old);
	tcase_add_test(tests, a_group_is_kept);
	tcase_add_test(tests, other_kinds_are_refused);
	tcase_add_test(tests, a_changed_file_is_refused);
	tcase_add_test(tests, a_removed_file_is_not_made_again);
	tcase_add_test(tests, writers_lose_nothing);
	tcase_add_test(tests, a_kill_leaves_the_old);
	tcase_add_test(tests, a_link_beside_is_taken_away);
	tcase_add_test(tests, replaces_outputs);
	tcase_add_test(tests, another_writes_through_the_descriptor);
	tcase_add_test(tests, an_output_replaces_what_it_saw);
#ifdef __linux__
	tcase_add_test(tests, an_access_list_and_notes_are_kept);
#endif
	tcase_add_test(tests, a_link_put_beside_meanwhile_is_not_followed);
	tcase_add_test(tests, an_edit_stays_in_its_directory);
	tcase_add_test(tests, an_output_stays_in_its_directory);
	tcase_add_test(tests, a_missing_directory_is_a_problem);
	tcase_add_test(tests, a_directory_that_may_not_be_written_is_called_so);
	tcase_add_test(tests, a_failed_write_leaves_the_old);
	tcase_add_test(tests, a_full_disk_leaves_the_old);
	return unit_run("save", tests);
}
