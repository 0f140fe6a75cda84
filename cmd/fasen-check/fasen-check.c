/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <string.h>

#include "filter.h"
#include "inspection.h"
#include "joining.h"
#include "listing.h"
#include "message.h"
#include "table_writer.h"

enum { KEY_JOIN = 256, KEY_BASE, KEY_GIT, KEY_UNITE, KEY_PHASES, KEY_SAME };

static const struct command_option options[] = {
	{ "join", no_argument, KEY_JOIN, NULL, N_("the union of two versions of one dossier") },
	{ "base", required_argument, KEY_BASE, "FILE",
	    N_("with --join: the version that both come from") },
	{ "git", required_argument, KEY_GIT, "PATH",
	    N_("with --join, as git's merge driver: the path of the dossier") },
	{ "output", required_argument, 'o', "FILE",
	    N_("with --join or --unite: write to FILE, which may be one of the two") },
	{ "unite", no_argument, KEY_UNITE, NULL,
	    N_("make two dossiers of one person one; the earlier registration first") },
	{ "phases-of", required_argument, KEY_PHASES, "A|B",
	    N_("with --unite: whose phases hold, the first's or the second's") },
	{ "same-person", no_argument, KEY_SAME, NULL,
	    N_("with --unite: they are one, though name, birth or BSN differ") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"[-T FORMAT] [FILE ...]",
	"--join [--base=FILE] [--git=PATH] [-o FILE] FILE FILE",
	"--unite [--phases-of=A|B] [--same-person] [-o FILE] FILE FILE",
	NULL
};

static const struct command command = {
	.name = "fasen-check",
	.usage = usage,
	.about = N_("Says what is wrong in dossiers; silent when nothing is."),
	.options = options,
	.formats = true,
	.locks = true,
};

static int
check(const struct cmdline *c)
{
	struct inspection inspection;
	struct listing listing;
	enum table_format format = TABLE_TEXT;
	int status;

	if (c->format != NULL && !table_format_parse(c->format, &format))
		message_usage(_("-T: expected text, tsv, csv or json"));
	inspection_begin(&inspection, c, &listing);
	listing_begin(&listing, c, format);
	status = filter_run(FILTER_INSPECT, c, inspection_see, &inspection, NULL);
	listing_end(&listing);
	inspection_end(&inspection);
	return status;
}

int
main(int argc, char **argv)
{
	const char *base = NULL, *output = NULL, *git = NULL;
	struct unite how = { 0 };
	bool join = false, unite = false;
	struct cmdline call;
	int key;

	cmdline_begin(&call, &command, argc, argv);
	while ((key = cmdline_next(&call)) != -1) {
		switch (key) {
		case KEY_JOIN: join = true; break;
		case KEY_UNITE: unite = true; break;
		case KEY_PHASES: how.phases_of = call.value; break;
		case KEY_SAME: how.same_person = true; break;
		case KEY_BASE: base = call.value; break;
		case KEY_GIT: git = call.value; break;
		case 'o': output = call.value; break;
		}
	}
	cmdline_ready(&call);
	if (join && unite)
		message_usage(_("%s has no effect with %s"), "--unite", "--join");
	if (!join && (base != NULL || git != NULL))
		message_usage(_("%s has no effect without %s"), base != NULL ? "--base" : "--git",
		    "--join");
	if (!join && !unite && output != NULL)
		message_usage(_("-o has no effect without --join or --unite"));
	if (!unite && (how.phases_of != NULL || how.same_person))
		message_usage(_("%s has no effect without %s"),
		    how.phases_of != NULL ? "--phases-of" : "--same-person", "--unite");
	how.by = call.by;
	if (base != NULL)
		cmdline_reads(&call, base);
	if (output == NULL && call.wait_given)
		message_usage(_("%s has no effect without %s"), "--wait", "-o");
	return cmdline_end(&call, join ? joining_run(&call, base, output, git) :
	    unite ? uniting_run(&call, &how, output) : check(&call));
}
