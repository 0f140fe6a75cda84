/* SPDX-License-Identifier: ISC */
#include "problem.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "text.h"

const char *
problem_errno(int error)
{
	static const struct {
		int error;
		const char *text;	/* as the C library has it */
	} met[] = {
		{ ENOENT, N_("No such file or directory") }, { EACCES, N_("Permission denied") },
		{ EPERM, N_("Operation not permitted") }, { EISDIR, N_("Is a directory") },
		{ ENOTDIR, N_("Not a directory") }, { EEXIST, N_("File exists") },
		{ ENOSPC, N_("No space left on device") }, { EDQUOT, N_("Disk quota exceeded") },
		{ EROFS, N_("Read-only file system") }, { EIO, N_("Input/output error") },
		{ EFBIG, N_("File too large") }, { ENAMETOOLONG, N_("File name too long") },
		{ ELOOP, N_("Too many levels of symbolic links") },
		{ EMFILE, N_("Too many open files") }, { ENOMEM, N_("Cannot allocate memory") },
	};

	for (size_t i = 0; i < sizeof met / sizeof *met; i++)
		if (met[i].error == error)
			return _(met[i].text);
	return strerror(error);
}

static struct problem *
one_more(struct problems *problems)
{
	problems->at = alloc_room(problems->at, &problems->cap, problems->n + 1,
	    sizeof *problems->at);
	return &problems->at[problems->n++];
}

/* Adds the string, if there is one, with its NUL. Returns where it stands. */
static size_t
add_copy(struct text *to, const char *s)
{
	size_t at = to->len;

	if (s != NULL)
		text_add(to, s, strlen(s) + 1);
	return at;
}

void
problems_add(struct problems *problems, enum severity severity, const char *code,
    const char *file, long line, const char *field, const char *format, ...)
{
	enum { USUAL = 240 };
	struct text text = { 0 };
	size_t of_file, of_field;
	va_list args;

	text_room(&text, USUAL);
	va_start(args, format);
	if (strcmp(format, "%s") == 0)
		text_adds(&text, va_arg(args, const char *));
	else
		text_addv(&text, format, args);
	va_end(args);
	text_addc(&text, '\0');
	of_file = add_copy(&text, file);
	of_field = add_copy(&text, field);
	*one_more(problems) = (struct problem){
		.severity = severity,
		.code = code,
		.file = file != NULL ? text.at + of_file : NULL,
		.line = line,
		.field = field != NULL ? text.at + of_field : NULL,
		.text = text.at,
	};
}

void
problems_take(struct problems *to, const struct problem *p)
{
	*one_more(to) = *p;
}

void
problems_move(struct problems *to, struct problems *from)
{
	struct problems before = *to;

	if (before.n == 0) {
		*to = *from;
		*from = before;
	}
	for (size_t i = 0; i < from->n; i++)
		problems_take(to, &from->at[i]);
	from->n = 0;
}

bool
problems_error(const struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++)
		if (problems->at[i].severity == PROBLEM_ERROR)
			return true;
	return false;
}

/* Lets go of all from the n-th on, counted from 0; there are at least n. */
static void
problems_cut(struct problems *problems, size_t n)
{
	for (size_t i = n; i < problems->n; i++)
		free(problems->at[i].text);
	problems->n = n;
}

void
problems_clear(struct problems *problems)
{
	problems_cut(problems, 0);
}

void
problems_release(struct problems *problems)
{
	problems_clear(problems);
	free(problems->at);
	*problems = (struct problems){ 0 };
}
