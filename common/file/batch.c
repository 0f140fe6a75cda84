/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE	/* O_TMPFILE and syncfs, where the system has them */
#include "batch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "lock.h"
#include "text.h"

struct made {
	size_t name, at, n;	/* in `names` and `bytes` */
	int fd;
	char *beside;		/* its name until it has its own; NULL = none */
};

struct batch {
	char *directory;
	int fd;
	mode_t mode;
	struct text names, bytes;
	struct made files[BATCH_FILES];
	size_t n, most;			/* a file needs a descriptor until it has its name */
};

struct batch *
batch_open(const char *directory, int fd, mode_t mode)
{
	struct batch *b = alloc_new(1, sizeof *b);
	long descriptors;

	b->directory = alloc_copy(directory);
	b->fd = fd;
	b->mode = mode;
	descriptors = sysconf(_SC_OPEN_MAX) / 2;
	b->most = descriptors <= 0 || descriptors > BATCH_FILES ? BATCH_FILES :
	    (size_t)descriptors;
	return b;
}

void
batch_add(struct batch *b, const char *name, const void *bytes, size_t n)
{
	b->files[b->n++] = (struct made){ b->names.len, b->bytes.len, n, -1, NULL };
	text_add(&b->names, name, strlen(name) + 1);
	text_add(&b->bytes, bytes, n);
}

bool
batch_full(const struct batch *b)
{
	return b->n == b->most || b->bytes.len >= BATCH_BYTES;
}

size_t
batch_count(const struct batch *b)
{
	return b->n;
}

static const char *
name_of(const struct batch *b, const struct made *f)
{
	return b->names.at + f->name;
}

static bool
fail(const struct batch *b, const struct made *f, struct problems *problems)
{
	struct text path = { 0 };

	text_addf(&path, "%s%s%s", b->directory,
	    b->directory[strlen(b->directory) - 1] == '/' ? "" : "/",
	    f != NULL ? name_of(b, f) : "");
	if (f != NULL && errno == EEXIST)
		problems_add(problems, PROBLEM_ERROR, "exists", text_string(&path), 0, NULL,
		    _("exists already; nothing was written"));
	else
		problems_add(problems, PROBLEM_ERROR, "write", text_string(&path), 0, NULL, "%s",
		    problem_errno(errno));
	text_release(&path);
	return false;
}

static int
open_nameless(const struct batch *b)
{
#ifdef O_TMPFILE
	return openat(b->fd, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#else
	(void)b;
	errno = EOPNOTSUPP;
	return -1;
#endif
}

/* With a lock, so that leftover_sweep leaves it alone. */
static int
open_beside(const struct batch *b, struct made *f)
{
	struct text name = { 0 };
	int fd;

	text_addf(&name, ".%s.%ld-0.fasen", name_of(b, f), (long)getpid());
	fd = openat(b->fd, text_string(&name), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
	    0600);
	if (fd >= 0) {
		lock_take(fd, text_string(&name), NULL);
		f->beside = text_take(&name);
	}
	text_release(&name);
	return fd;
}

static bool
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			bytes += done;
			n -= (size_t)done;
		}
	}
	return true;
}

static bool
make(struct batch *b, struct made *f)
{
	f->fd = open_nameless(b);
	if (f->fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL ||
	    errno == ENOENT))
		f->fd = open_beside(b, f);
	return f->fd >= 0 && write_all(f->fd, b->bytes.at + f->at, f->n) &&
	    fchmod(f->fd, b->mode) == 0;
}

/* All that was written, with one call where the system has it. */
static bool
sync_files(const struct batch *b, size_t n)
{
#ifdef O_TMPFILE
	if (n > 1)
		return syncfs(b->fd) == 0;
#endif
	for (size_t i = 0; i < n; i++)
		if (fsync(b->files[i].fd) != 0)
			return false;
	return true;
}

/* Never in place of another file. */
static bool
give_name(const struct batch *b, struct made *f)
{
	char path[64];

	if (f->beside != NULL) {
		if (linkat(b->fd, f->beside, b->fd, name_of(b, f), 0) != 0)
			return false;
		unlinkat(b->fd, f->beside, 0);
		free(f->beside);
		f->beside = NULL;
		return true;
	}
	snprintf(path, sizeof path, "/proc/self/fd/%d", f->fd);
	return linkat(AT_FDCWD, path, b->fd, name_of(b, f), AT_SYMLINK_FOLLOW) == 0;
}

static void
empty(struct batch *b)
{
	for (size_t i = 0; i < b->n; i++) {
		if (b->files[i].beside != NULL)
			unlinkat(b->fd, b->files[i].beside, 0);
		if (b->files[i].fd >= 0)
			close(b->files[i].fd);
		free(b->files[i].beside);
	}
	b->n = 0;
	text_clear(&b->names);
	text_clear(&b->bytes);
}

size_t
batch_commit(struct batch *b, struct problems *problems)
{
	size_t made, named = 0;

	for (made = 0; made < b->n && make(b, &b->files[made]); made++)
		;
	if (made < b->n)
		fail(b, &b->files[made], problems);
	if (made > 0 && !sync_files(b, made)) {
		fail(b, NULL, problems);
		made = 0;
	}
	while (named < made && give_name(b, &b->files[named]))
		named++;
	if (named < made)
		fail(b, &b->files[named], problems);
	if (named > 0 && fsync(b->fd) != 0 && errno != EINVAL)
		fail(b, NULL, problems);
	empty(b);
	return named;
}

void
batch_free(struct batch *b)
{
	if (b == NULL)
		return;
	empty(b);
	text_release(&b->names);
	text_release(&b->bytes);
	free(b->directory);
	free(b);
}
