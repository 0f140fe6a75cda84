/* SPDX-License-Identifier: ISC */
#include "save.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "leftover.h"
#include "ownership.h"
#include "placing.h"
#include "save_beside.h"
#include "text.h"
#include "unfinished.h"

enum { BUFFER_SIZE = 64 * 1024 };

struct save {
	bool edit;		/* else a replacement */
	struct spot file, beside;	/* beside: of the same directory, without a name until
					   begun */
	int source, out;	/* -1 = not open */
	bool failed;
	const struct patience *patience;	/* of an edit */
	bool exists;		/* `old` is filled */
	struct stat old;	/* as it was when opened, under the lock */
	mode_t mode;		/* of a new file */
	off_t kept_from, at;	/* old content: before kept_from dealt with, up to `at` to be
				   kept */
	struct text buffer;
};

/* Each failure goes through here or refuse, and keeps errno. */
static bool
fail(struct save *save, const char *code, const char *why, struct problems *problems)
{
	int error = errno;

	save->failed = true;
	problems_add(problems, PROBLEM_ERROR, code, save->file.path, 0, NULL, "%s", why);
	errno = error;
	return false;
}

static bool
fail_errno(struct save *save, struct problems *problems)
{
	return fail(save, "write", problem_errno(errno), problems);
}

/* What no system call refused: errno must not tell of an earlier one. */
static bool
refuse(struct save *save, int error, const char *code, const char *why, struct problems *problems)
{
	errno = error;
	return fail(save, code, why, problems);
}

static bool
changed_meanwhile(struct save *save, struct problems *problems)
{
	return refuse(save, ESTALE, "changed",
	    _("changed meanwhile by another program; nothing was written"), problems);
}

static bool
unconfirmed(struct save *save, struct problems *problems)
{
	return fail(save, "write", _("written, but the disk did not confirm it; look at it before "
	    "you do it again"), problems);
}

static bool
plain_kind(struct save *save, const struct stat *st, struct problems *problems)
{
	if (S_ISLNK(st->st_mode))
		return refuse(save, ELOOP, "kind", _("a symbolic link; expected a regular file"),
		    problems);
	if (!S_ISREG(st->st_mode))
		return refuse(save, EINVAL, "kind", _("not a regular file"), problems);
	return true;
}

/*
 * Only a plain file with one name may be written over; with another name or kind, a rename would
 * cut it off.
 */
static bool
writable_kind(struct save *save, const struct stat *st, struct problems *problems)
{
	if (!plain_kind(save, st, problems))
		return false;
	if (st->st_nlink > 1)
		return refuse(save, EMLINK, "kind", _("has several hard links; expected one"),
		    problems);
	return true;
}

static bool
same_time(const struct timespec *a, const struct timespec *b)
{
	return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

/* Failed, with errno, when its directory cannot be opened. */
static struct save *
save_new(bool edit, const char *path, mode_t mode)
{
	struct save *save = alloc_new(1, sizeof *save);

	save->edit = edit;
	save->source = save->out = -1;
	save->mode = mode;
	save->beside.directory = -1;
	save->failed = !spot_open(&save->file, path);
	return save;
}

static int
status_of(const struct save *save, const struct spot *p, struct stat *st)
{
	return fstatat(save->file.directory, p->name, st, AT_SYMLINK_NOFOLLOW);
}

static bool
fail_lock(struct save *save, const char *code, struct problems *problems)
{
	if (errno == EWOULDBLOCK)
		return fail(save, "locked", _("locked by another program; nothing was written"),
		    problems);
	return fail(save, code, problem_errno(errno), problems);
}

struct save *
save_edit(const char *path, const struct patience *patience, struct problems *problems)
{
	struct save *save = save_new(true, path, 0);

	save->patience = patience;
	if (save->failed || status_of(save, &save->file, &save->old) != 0)
		fail(save, "read", problem_errno(errno), problems);
	else if (plain_kind(save, &save->old, problems)) {
		save->source = lock_open(&save->file, O_RDWR, patience, &save->old);
		if (save->source < 0)
			fail_lock(save, "read", problems);
		else	/* a new file has a second name for a moment, under the lock of who makes
			   it */
			writable_kind(save, &save->old, problems);
	}
	save->exists = true;
	if (!save->failed)
		return save;
	save_discard(save);
	return NULL;
}

struct save *
save_replace(const char *path, mode_t mode, struct problems *problems)
{
	leftover_sweep_beside(path);
	return save_replace_swept(path, mode, problems);
}

struct save *
save_replace_swept(const char *path, mode_t mode, struct problems *problems)
{
	struct save *save = save_new(false, path, mode);

	save->exists = !save->failed && status_of(save, &save->file, &save->old) == 0;
	if (save->failed || (!save->exists && errno != ENOENT))
		fail_errno(save, problems);
	else if (save->exists)
		writable_kind(save, &save->old, problems);
	if (!save->failed)
		return save;
	save_discard(save);
	return NULL;
}

int
save_source(const struct save *save)
{
	return save->source;
}

static bool
begin(struct save *save, struct problems *problems)
{
	struct spot *beside = &save->beside;
	struct text path = { 0 };
	size_t directory = strlen(save->file.path) - strlen(save->file.name);

	if (save->out >= 0)
		return true;
	beside->directory = save->file.directory;
	for (int i = 0; save->out < 0 && i < SAVE_BESIDE_TRIES; i++) {
		text_clear(&path);
		text_add(&path, save->file.path, directory);
		text_addf(&path, ".%s", save->file.name);
		if (!save->edit)
			text_addf(&path, ".%ld-%d", (long)getpid(), i);
		text_adds(&path, ".fasen");
		beside->path = path.at;
		beside->name = path.at + directory;
		if (save->edit)
			save->out = save_beside_fixed(beside, save->patience);
		else
			save->out = save_beside_new(beside, save->exists ? 0600 : save->mode);
		if (save->out < 0 && (save->edit || errno != EEXIST))
			break;
	}
	if (save->out < 0)
		fail_lock(save, "write", problems);
	else
		text_take(&path);	/* it is the spot's */
	if (save->out < 0)
		*beside = (struct spot){ .directory = -1 };
	text_release(&path);
	return save->out >= 0;
}

static bool
flush(struct save *save, struct problems *problems)
{
	for (size_t done = 0; done < save->buffer.len;) {
		ssize_t n = write(save->out, save->buffer.at + done, save->buffer.len - done);

		if (n < 0 && errno != EINTR)
			return fail_errno(save, problems);
		if (n > 0)
			done += (size_t)n;
	}
	text_clear(&save->buffer);
	return true;
}

static bool
add(struct save *save, const void *bytes, size_t n, struct problems *problems)
{
	text_add(&save->buffer, bytes, n);
	return save->buffer.len < BUFFER_SIZE || flush(save, problems);
}

/* Begins if need be, and copies what was to be kept up to here. */
static bool
catch_up(struct save *save, struct problems *problems)
{
	char bytes[16 * 1024];

	if (save->failed || !begin(save, problems))
		return false;
	while (save->kept_from < save->at) {
		off_t left = save->at - save->kept_from;
		ssize_t n = pread(save->source, bytes,
		    left < (off_t)sizeof bytes ? (size_t)left : sizeof bytes, save->kept_from);

		if (n == 0)
			return changed_meanwhile(save, problems);
		if (n < 0 && errno != EINTR)
			return fail(save, "read", problem_errno(errno), problems);
		if (n > 0 && !add(save, bytes, (size_t)n, problems))
			return false;
		if (n > 0)
			save->kept_from += n;
	}
	return true;
}

bool
save_keep(struct save *save, size_t n, struct problems *problems)
{
	assert(save->edit);
	(void)problems;
	save->at += (off_t)n;
	return !save->failed;
}

bool
save_drop(struct save *save, size_t n, struct problems *problems)
{
	assert(save->edit);
	if (n == 0)
		return !save->failed;
	if (!catch_up(save, problems))
		return false;
	save->at += (off_t)n;
	save->kept_from = save->at;
	return true;
}

bool
save_write(struct save *save, const void *bytes, size_t n, struct problems *problems)
{
	if (n == 0)
		return !save->failed;
	return catch_up(save, problems) && add(save, bytes, n, problems);
}

int
save_output(struct save *save, struct problems *problems)
{
	assert(!save->edit);
	return !save->failed && begin(save, problems) ? save->out : -1;
}

/* What the old one is besides its content; a new one has its mode. */
static bool
take_over(struct save *save, struct problems *problems)
{
	int from = save->source;
	const char *why;

	if (!save->exists)
		return (save->mode & 07) != 0 || fchmod(save->out, save->mode) == 0 ||
		    fail_errno(save, problems);
	if (from < 0)
		from = openat(save->file.directory, save->file.name,
		    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (from < 0)
		return fail_errno(save, problems);
	why = ownership_take(save->out, from, &save->old);
	if (from != save->source)
		close(from);
	return why == NULL || fail(save, "ownership", why, problems);
}

/* Whether the path still names the locked file, unchanged since it was opened, its mode too. */
static bool
compare(struct save *save, struct problems *problems)
{
	struct stat st;

	if (!placing_same(&save->file, &save->old) || status_of(save, &save->file, &st) != 0 ||
	    !same_time(&st.st_ctim, &save->old.st_ctim))
		return changed_meanwhile(save, problems);
	assert(save->at == save->old.st_size);
	return true;
}

/* Whether the name beside still means what was written, and not what somebody put there. */
static bool
own_beside(struct save *save, struct problems *problems)
{
	errno = 0;
	return placing_own(&save->beside, save->out) ||
	    (errno != 0 ? fail_errno(save, problems) : changed_meanwhile(save, problems));
}

/* What has come to stand there meanwhile may be somebody's dossier. */
static bool
still_to_replace(struct save *save, struct problems *problems)
{
	struct stat st;

	if (!save->exists)
		return status_of(save, &save->file, &st) != 0 ||
		    (writable_kind(save, &st, problems) && changed_meanwhile(save, problems));
	return placing_same(&save->file, &save->old) || changed_meanwhile(save, problems);
}

static bool
put_in_place(struct save *save, struct problems *problems)
{
	enum placed placed;
	sigset_t signals;
	int error;

	if (!own_beside(save, problems) ||
	    !(save->edit ? compare(save, problems) : still_to_replace(save, problems)))
		return false;
	/* Another writer may make one of that name as soon as this one is in its place. */
	unfinished_hold(&signals);
	placed = placing_put(&save->beside, save->out, &save->file,
	    save->exists ? &save->old : NULL);
	error = errno;
	if (placed == PLACED)
		unfinished_forget(&save->beside);
	unfinished_let(&signals);
	errno = error;
	switch (placed) {
	case PLACED_CHANGED: return changed_meanwhile(save, problems);
	case PLACED_UNCONFIRMED: return unconfirmed(save, problems);
	case PLACED_NOT: return fail_errno(save, problems);
	case PLACED: break;
	}
	return true;
}

/* Without this the new name may be lost with the power, the content not. */
static bool
sync_directory(struct save *save, struct problems *problems)
{
	/* EBADF: one may write in a directory that one may not read. */
	if (fsync(save->file.directory) == 0 || errno == EINVAL || errno == EBADF)
		return true;
	return unconfirmed(save, problems);
}

static void
save_free(struct save *save)
{
	int error = errno;

	if (save->out >= 0)
		close(save->out);
	if (save->source >= 0)
		close(save->source);	/* and gives up the lock */
	unfinished_forget(&save->beside);
	text_release(&save->buffer);
	free(save->beside.path);
	spot_close(&save->file);
	free(save);
	errno = error;
}

bool
save_commit(struct save *save, struct problems *problems)
{
	bool done = !save->failed;

	if (done && (save->out >= 0 || !save->edit)) {
		done = catch_up(save, problems) && flush(save, problems) &&
		    take_over(save, problems) &&
		    (fsync(save->out) == 0 || fail_errno(save, problems)) &&
		    put_in_place(save, problems);
		if (done) {
			done = sync_directory(save, problems);
			save_free(save);
			return done;
		}
	}
	if (done)
		save_free(save);
	else
		save_discard(save);
	return done;
}

void
save_discard(struct save *save)
{
	int error = errno;

	if (save == NULL)
		return;
	if (save->beside.path != NULL)
		unlinkat(save->beside.directory, save->beside.name, 0);
	errno = error;
	save_free(save);
}
