/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE	/* RTLD_NEXT */
#include "workbook_library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "unfinished.h"

static int tells = STDERR_FILENO;

void
workbook_library_tells(int fd)
{
	tells = fd;
}

static bool failed;

bool
workbook_library_failed(void)
{
	return failed;
}

/* The C library's own clears the mark of a write that failed. */
void
rewind(FILE *f)
{
	failed = fflush(f) != 0 || ferror(f) || fseek(f, 0, SEEK_SET) != 0 || failed;
	clearerr(f);
}

/* The option is one of a workbook, but is looked at when a sheet is added. */
lxw_worksheet *
workbook_library_sheet(lxw_workbook *book, const char *name, bool long_one)
{
	lxw_worksheet *w;

	book->options.constant_memory = long_one;
	w = workbook_add_worksheet(book, name);
	book->options.constant_memory = LXW_FALSE;
	return w;
}

void
workbook_library_table(lxw_worksheet *w, lxw_row_t first, lxw_col_t left, lxw_row_t last,
    lxw_col_t right, lxw_table_options *options)
{
	uint8_t long_one = w->optimize;

	w->optimize = LXW_FALSE;
	worksheet_add_table(w, first, left, last, right, options);
	w->optimize = long_one;
}

#ifndef __SANITIZE_ADDRESS__	/* which has its own */
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);

/* Stdio may be in the middle of something. */
static void *
some(void *p)
{
	static const char said[] = "fasen: out of memory\n";

	if (p != NULL)
		return p;
	unfinished_end();
	if (write(tells, said, sizeof said - 1) < 0)
		_exit(2);
	_exit(2);
}

void *
malloc(size_t n)
{
	static void *(*next)(size_t);

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "malloc");
	return some(next(n != 0 ? n : 1));
}

void *
calloc(size_t n, size_t size)
{
	static void *(*next)(size_t, size_t);

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "calloc");
	return some(next(n != 0 ? n : 1, size != 0 ? size : 1));
}

void *
realloc(void *old, size_t n)
{
	static void *(*next)(void *, size_t);

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "realloc");
	return some(next(old, n != 0 ? n : 1));
}
#endif
