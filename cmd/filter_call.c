/* SPDX-License-Identifier: ISC */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "filter.h"
#include "message.h"
#include "operands.h"
#include "reader.h"

static bool
holds_one(const char *path)
{
	struct dossier d = { 0 };
	struct reader *s;
	struct stat st;
	int fd, n = 0;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return stat(path, &st) != 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return true;
	s = reader_open(fd, path);
	while (n < 2 && reader_next(s, &d) > 0)
		if (d.n > 0)
			n++;
	reader_free(s);
	close(fd);
	dossier_release(&d);
	return n < 2;
}

bool
filter_one_dossier(const struct cmdline *c)
{
	struct stat st;

	return c->files0 == NULL && c->noperands == 1 && stat(c->operands[0], &st) == 0 &&
	    S_ISREG(st.st_mode) && holds_one(c->operands[0]);
}

bool
filter_reads_stdin(const struct cmdline *c)
{
	if (c->files0 != NULL)
		return strcmp(c->files0, "-") == 0;
	for (size_t i = 0; i < c->noperands; i++)
		if (strcmp(c->operands[i], "-") == 0)
			return true;
	return c->noperands == 0;
}

static void
in_place_decided(const struct cmdline *c)
{
	if (c->files0 == NULL && c->noperands == 0)
		message_usage(_("-i asks for files; standard input cannot be written in place"));
	if (operands_stdin(c->input))
		message_usage(_("-i: standard input cannot be written in place"));
	if (c->all || c->client != NULL)
		return;
	if (c->files0 != NULL || c->noperands != 1 || !holds_one(c->operands[0]))
		message_usage(_("-i over several dossiers asks for -c ID or --all"));
}

/* What has no effect without -i. */
static void
refuse_idle(const struct cmdline *c)
{
	if (c->in_place || (!c->all && !c->wait_given))
		return;
	if (c->all)
		message_usage(_("--all has no effect without -i"));
	message_usage(_("%s has no effect without %s"), "--wait", "-i");
}

void
filter_settle(const struct cmdline *c, bool edit)
{
	if (c->all && c->client != NULL)
		message_usage(_("%s has no effect with %s"), "--all", "-c");
	if (edit)
		in_place_decided(c);
	refuse_idle(c);
}
