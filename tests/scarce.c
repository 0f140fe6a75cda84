/* SPDX-License-Identifier: ISC */
/*
 * Memory that runs out, for tests/memory.py: loaded before the C library it counts what a program
 * asks for. SCARCE_AT=N refuses the Nth request alone, SCARCE_FROM=N that and all later ones;
 * where one was refused the file SCARCE_SEEN is made.
 */
#define _GNU_SOURCE	/* program_invocation_short_name */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);

static unsigned long at, from, asked;
static const char *seen;

__attribute__((constructor)) static void
begin(void)
{
	const char *n = getenv("SCARCE_AT"), *m = getenv("SCARCE_FROM");

	seen = getenv("SCARCE_SEEN");
	/* What draws PDF stands on libraries that end the program. */
	if (strcmp(program_invocation_short_name, "fasen-pdf") == 0)
		return;
	at = n != NULL ? strtoul(n, NULL, 10) : 0;
	from = m != NULL ? strtoul(m, NULL, 10) : 0;
}

static int
refused(void)
{
	int fd;

	if (at == 0 && from == 0)
		return 0;
	asked++;
	if (asked != at && (from == 0 || asked < from))
		return 0;
	if (seen != NULL && (fd = open(seen, O_WRONLY | O_CREAT | O_CLOEXEC, 0600)) >= 0)
		close(fd);
	seen = NULL;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t n)
{
	return refused() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return refused() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t n)
{
	return refused() ? NULL : __libc_realloc(old, n);
}
