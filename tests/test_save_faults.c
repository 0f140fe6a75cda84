/* SPDX-License-Identifier: ISC */
/*
 * Saving when the system refuses, call by call: these functions stand before the C library's, do
 * the same, and fail when asked to.
 */
#define _GNU_SOURCE		/* syscall */
#include "save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "leftover.h"
#include "own_directory.h"
#include "unit.h"

enum call { FSTAT, FSTATAT, OPENAT, FLOCK, FCHMOD, FCHOWN, PREAD, WRITE, FSYNC, RENAMEAT, UNLINKAT,
    FLISTXATTR, CALLS };
enum { ENDS = -1 };	/* in place of an errno: there is nothing to read */

static struct { enum call call; int number, error, asked; bool done; } fault = { .call = CALLS };

static bool
fails(enum call call)
{
	if (call != fault.call || ++fault.asked != fault.number)
		return false;
	fault.done = true;
	if (fault.error != ENDS)
		errno = fault.error;
	return true;
}

int
fstat(int fd, struct stat *st)
{
	return fails(FSTAT) ? -1 : (int)syscall(SYS_newfstatat, fd, "", st, AT_EMPTY_PATH);
}

int
fstatat(int fd, const char *path, struct stat *st, int flags)
{
	return fails(FSTATAT) ? -1 : (int)syscall(SYS_newfstatat, fd, path, st, flags);
}

int
openat(int fd, const char *path, int flags, ...)
{
	va_list more;
	mode_t mode;

	va_start(more, flags);
	mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
	va_end(more);
	return fails(OPENAT) ? -1 : (int)syscall(SYS_openat, fd, path, flags, mode);
}

int
flock(int fd, int how)
{
	return fails(FLOCK) ? -1 : (int)syscall(SYS_flock, fd, how);
}

int
fchmod(int fd, mode_t mode)
{
	return fails(FCHMOD) ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int
fchown(int fd, uid_t user, gid_t group)
{
	return fails(FCHOWN) ? -1 : (int)syscall(SYS_fchown, fd, user, group);
}

ssize_t __pread_chk(int, void *, size_t, off_t, size_t);

ssize_t
pread(int fd, void *to, size_t n, off_t at)
{
	if (fails(PREAD))
		return fault.error == ENDS ? 0 : -1;
	return syscall(SYS_pread64, fd, to, n, at);
}

/* What it is called where the compiler knows how much room there is. */
ssize_t
__pread_chk(int fd, void *to, size_t n, off_t at, size_t room)
{
	return n <= room ? pread(fd, to, n, at) : -1;
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
	return fails(WRITE) ? -1 : syscall(SYS_write, fd, bytes, n);
}

/* No disk is waited for. */
int
fsync(int fd)
{
	(void)fd;
	return fails(FSYNC) ? -1 : 0;
}

int
renameat(int from, const char *a, int to, const char *b)
{
	return fails(RENAMEAT) ? -1 : (int)syscall(SYS_renameat2, from, a, to, b, 0);
}

static void (*editor)(void);	/* who saves between the last look and the new name */

int
renameat2(int from, const char *a, int to, const char *b, unsigned flags)
{
	if (editor != NULL)
		editor();
	editor = NULL;
	return fails(RENAMEAT) ? -1 : (int)syscall(SYS_renameat2, from, a, to, b, flags);
}

int
unlinkat(int fd, const char *path, int flags)
{
	return fails(UNLINKAT) ? -1 : (int)syscall(SYS_unlinkat, fd, path, flags);
}

ssize_t
flistxattr(int fd, char *names, size_t n)
{
	return fails(FLISTXATTR) ? -1 : syscall(SYS_flistxattr, fd, names, n);
}

static const struct patience none = { 0, NULL };
static struct problems problems;
static char old[40000], new[40010];

static void
put(const char *name, const char *content, mode_t mode)
{
	FILE *f = fopen(name, "w");

	ck_assert_ptr_nonnull(f);
	ck_assert_int_ge(fputs(content, f), 0);
	ck_assert_int_eq(fclose(f), 0);
	ck_assert_int_eq(chmod(name, mode), 0);
}

static bool
holds(const char *name, const char *want)
{
	static char got[sizeof new + 1];
	FILE *f = fopen(name, "r");
	size_t n = f == NULL ? 0 : fread(got, 1, sizeof got - 1, f);

	if (f == NULL || fclose(f) != 0)
		return want == NULL;
	got[n] = '\0';
	return want != NULL && strcmp(got, want) == 0;
}

static void
make(void)
{
	own_directory_make();
	memset(old, 'o', sizeof old - 1);
	snprintf(new, sizeof new, "%snieuw", old);
}

static void
unmake(void)
{
	own_directory_remove();
	problems_release(&problems);
}

/* Another owner and group, where the system allows it; and a mode that is not the usual one. */
static void
begin_edit(void)
{
	put("a.rec", old, 0640);
	if (geteuid() == 0)
		ck_assert_int_eq(chown("a.rec", 12345, 12346), 0);
}

static void
begin_group(void)
{
	put("a.rec", old, 0660);
	if (geteuid() == 0)
		ck_assert_int_eq(chown("a.rec", geteuid(), 12346), 0);
}

static bool
edit(void)
{
	struct save *save = save_edit("a.rec", &none, &problems);

	if (save == NULL)
		return false;
	if (!save_keep(save, sizeof old - 1, &problems) || !save_drop(save, 0, &problems) ||
	    !save_write(save, "", 0, &problems) || !save_write(save, "nieuw", 5, &problems)) {
		save_discard(save);
		return false;
	}
	return save_commit(save, &problems);
}

/* The whole of it is gone, and something else there. */
static bool
edit_all(void)
{
	struct save *save = save_edit("a.rec", &none, &problems);

	if (save == NULL)
		return false;
	if (!save_drop(save, sizeof old - 1, &problems) ||
	    !save_write(save, new, strlen(new), &problems)) {
		save_discard(save);
		return false;
	}
	return save_commit(save, &problems);
}

/* What an edit that was killed left, which is not what it should be. */
static void
begin_after_kill(void)
{
	begin_edit();
	put(".a.rec.fasen", "half", 0600);
}

static void
begin_replace(void)
{
	put("a.rec", old, 0640);
}

static bool
replace(void)
{
	struct save *save = save_replace_swept("a.rec", 0600, &problems);

	if (save == NULL)
		return false;
	if (!save_write(save, new, strlen(new), &problems)) {
		save_discard(save);
		return false;
	}
	return save_commit(save, &problems);
}

static void
begin_new(void)
{
}

static bool
write_there(void)
{
	struct save *save = save_replace("a.rec", 0600, &problems);
	int fd = save == NULL ? -1 : save_output(save, &problems);

	if (fd < 0 || syscall(SYS_write, fd, new, strlen(new)) != (long)strlen(new)) {
		save_discard(save);
		return false;
	}
	return save_commit(save, &problems);
}

static const struct way {
	const char *name;
	void (*begin)(void);
	bool (*run)(void);
	bool there;		/* there is an old one */
} ways[] = {
	{ "an edit", begin_edit, edit, true }, { "an edit of all", begin_edit, edit_all, true },
	{ "an edit of a group's", begin_group, edit, true },
	{ "an edit after a kill", begin_after_kill, edit, true },
	{ "a replacement", begin_replace, replace, true },
	{ "a new file", begin_new, replace, false },
	{ "an output", begin_replace, write_there, true },
};

/* One run with that fault; whether there was a call to fail. */
static bool
one(const struct way *w, enum call call, int number, int error)
{
	bool good;
	struct patience at_once = { 0, NULL };

	unlink("a.rec");
	unlink(".a.rec.fasen");
	w->begin();
	problems_clear(&problems);
	fault.call = call;
	fault.number = number;
	fault.error = error;
	fault.asked = 0;
	fault.done = false;
	good = w->run();
	fault.call = CALLS;
	if (good)
		ck_assert_msg(holds("a.rec", new) && problems.n == 0,
		    "%s: call %d, %d, errno %d: not done", w->name, call, number, error);
	else
		ck_assert_msg(problems.n > 0 &&
		    (holds("a.rec", w->there ? old : NULL) || holds("a.rec", new)),
		    "%s: call %d, %d, errno %d: half done, or silent", w->name, call, number,
		    error);
	/* The next one takes away what is left. */
	if (access("a.rec", F_OK) == 0) {
		struct save *save;

		problems_clear(&problems);
		save = save_edit("a.rec", &at_once, &problems);
		ck_assert_msg(save != NULL, "%s: call %d, %d, errno %d: not to be edited",
		    w->name, call, number, error);
		save_discard(save);
	}
	return fault.done;
}

START_TEST(no_fault_leaves_half)
{
	static const int errors[CALLS][4] = {
		[FSTAT] = { EIO }, [FSTATAT] = { EIO, EACCES },
		[OPENAT] = { EACCES, EMFILE, ENOENT, EEXIST },
		[FLOCK] = { EWOULDBLOCK, EINTR, ENOLCK },
		[FCHMOD] = { EPERM }, [FCHOWN] = { EPERM },
		[PREAD] = { EIO, EINTR, ENDS }, [WRITE] = { ENOSPC, EINTR },
		[FSYNC] = { EIO, EINVAL },
		[RENAMEAT] = { EACCES, EIO }, [UNLINKAT] = { EACCES, EIO },
		[FLISTXATTR] = { EIO, ENOTSUP },
	};
	size_t tries = 0;

	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		ways[i].begin();
		ck_assert_msg(ways[i].run() && holds("a.rec", new), "%s", ways[i].name);
		for (enum call call = FSTAT; call < CALLS; call++)
			for (int e = 0; e < 4 && errors[call][e] != 0; e++)
				for (int n = 1; one(&ways[i], call, n, errors[call][e]); n++)
					tries++;
	}
	ck_assert_uint_ge(tries, 150);
}
END_TEST

static void
another_file(void)
{
	put("theirs", "van hen", 0640);
	ck_assert_int_eq(rename("theirs", "a.rec"), 0);
}

static void
the_same_file(void)
{
	FILE *f = fopen("a.rec", "a");

	ck_assert_ptr_nonnull(f);
	ck_assert_int_ge(fputs("van hen", f), 0);
	ck_assert_int_eq(fclose(f), 0);
}

START_TEST(what_an_editor_saves_at_the_last_moment_stays)
{
	snprintf(new, sizeof new, "%svan hen", old);
	for (int i = 0; i < 2; i++) {
		put("a.rec", old, 0640);
		problems_clear(&problems);
		editor = i == 0 ? another_file : the_same_file;
		ck_assert(!edit());
		ck_assert(holds("a.rec", i == 0 ? "van hen" : new));
		ck_assert_uint_eq(problems.n, 1);
		ck_assert_str_eq(problems.at[0].code, "changed");
		ck_assert_int_ne(access(".a.rec.fasen", F_OK), 0);
	}
}
END_TEST

/* Nor is an output put over what came to have its name at the last moment. */
START_TEST(what_another_puts_there_at_the_last_moment_stays)
{
	for (int there = 0; there < 2; there++) {
		unlink("a.rec");
		if (there)
			put("a.rec", old, 0640);
		problems_clear(&problems);
		editor = another_file;
		ck_assert(!replace());
		ck_assert(holds("a.rec", "van hen"));
		ck_assert_uint_eq(problems.n, 1);
		ck_assert_str_eq(problems.at[0].code, "changed");
	}
}
END_TEST

/* The name beside is taken by somebody who does not let go. */
START_TEST(gives_up)
{
	struct save *save;
	int fd;

	put("a.rec", old, 0600);
	put(".a.rec.fasen", "", 0600);
	fd = open(".a.rec.fasen", O_RDWR);
	ck_assert_int_eq(flock(fd, LOCK_EX), 0);
	save = save_edit("a.rec", &none, &problems);
	ck_assert_ptr_nonnull(save);
	ck_assert(!save_write(save, "x", 1, &problems));
	ck_assert_str_eq(problems.at[0].code, "locked");
	ck_assert(!save_drop(save, 0, &problems));
	ck_assert(!save_write(save, "", 0, &problems));
	ck_assert(!save_commit(save, &problems));
	close(fd);
	ck_assert(holds("a.rec", old));
	problems_clear(&problems);
	ck_assert_ptr_null(save_replace_swept("no/a.rec", 0600, &problems));
	ck_assert_uint_eq(problems.n, 1);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("save_faults");

	tcase_add_checked_fixture(tests, make, unmake);
	tcase_add_test(tests, no_fault_leaves_half);
	tcase_add_test(tests, what_an_editor_saves_at_the_last_moment_stays);
	tcase_add_test(tests, what_another_puts_there_at_the_last_moment_stays);
	tcase_add_test(tests, gives_up);
	return unit_run("save_faults", tests);
}
