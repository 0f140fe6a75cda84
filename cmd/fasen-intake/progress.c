/* SPDX-License-Identifier: ISC */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

#include "message.h"

enum { EACH_ROWS = 256, EACH_SECONDS = 1 };

void
progress_begin(struct progress *p)
{
	*p = (struct progress){ .terminal = isatty(STDERR_FILENO) == 1, .shown_at = time(NULL) };
}

void
progress_show(struct progress *p, size_t rows, size_t registered)
{
	time_t now;

	if (!p->terminal || rows % EACH_ROWS != 0 ||
	    (now = time(NULL)) - p->shown_at < EACH_SECONDS)
		return;
	p->shown_at = now;
	p->shown = true;
	fputc('\r', stderr);
	fprintf(stderr, ngettext("%zu row, %zu registered", "%zu rows, %zu registered", rows),
	    rows, registered);
}

void
progress_clear(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	p->shown = false;
}
