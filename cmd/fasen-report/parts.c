/* SPDX-License-Identifier: ISC */
#include "parts.h"

#include <errno.h>
#include <string.h>

#include "file.h"
#include "message.h"
#include "operands.h"
#include "partial.h"

static bool
read_part(const char *path, struct text *head, struct report *r, struct tally *tally)
{
	struct problems problems = { 0 };
	struct text bytes = { 0 };
	bool good = file_read_path(path, true, &bytes);

	if (!good)
		message_unread(path, &bytes);
	good = good && partial_read(text_string(&bytes), bytes.len, path, head, r, tally,
	    &problems);
	message_problems(&problems);
	problems_release(&problems);
	text_release(&bytes);
	return good;
}

bool
parts_read(const struct cmdline *c, struct report *r, struct tally *tally)
{
	struct problems problems = { 0 };
	struct text head = { 0 };
	const char *path;
	bool good = true;

	operands_files_only(c->input);
	while ((path = operands_next(c->input, &problems)) != NULL)
		good = read_part(path, &head, r, tally) && good;
	if (message_problems(&problems) == 2)
		good = false;
	problems_release(&problems);
	text_release(&head);
	return good;
}

bool
parts_write(FILE *to, const struct report *r, struct tally *tally)
{
	struct text all = { 0 };
	bool good;

	partial_write(&all, r, tally);
	good = to != NULL && fwrite(all.at, 1, all.len, to) == all.len && fflush(to) == 0;
	text_release(&all);
	return good;
}
