/* SPDX-License-Identifier: ISC */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "beside.h"
#include "message.h"
#include "nearest.h"
#include "shown.h"
#include "text.h"

/*
 * The overview of the toolkit; `fasen plan ...` is `fasen-plan ...`. The command is looked for
 * where this one is, then in PATH.
 */

static const struct {
	const char *name, *about;	/* marked for translation */
} commands[] = {
	{ "intake", N_("register clients, one or a CSV file; the decision") },
	{ "domains", N_("scores, strengths and network; the persoonsbeschrijving") },
	{ "plan", N_("goals, actions, agreements, evaluations, notes; the plan") },
	{ "advance", N_("to the next phase; close, reopen") },
	{ "retract", N_("take back a record that should not stand") },
	{ "show", N_("for reading: list, timeline, copy for the client, journey") },
	{ "select", N_("pass on the dossiers that match") },
	{ "check", N_("say what is wrong; join two versions of a dossier") },
	{ "report", N_("tell management: text, table, page, workbook") },
	{ "pdf", N_("draw for the others what they print as PDF") },
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static void
overview(void)
{
	printf(_("fasen: guiding people by the 8-fasenmodel, with plain-text dossiers\n\n"));
	for (size_t i = 0; i < COMMANDS; i++)
		printf("  fasen %-8s  %s\n", commands[i].name, _(commands[i].about));
	printf(_("\nA day:\n"
	    "  fasen intake -d dossiers --naam='Samira Voorbeeld' --hulpvraag='Een huis'\n"
	    "  fasen plan -i --note='Gebeld met de gemeente' dossiers/2026-0001.rec\n"
	    "  fasen advance --check dossiers\n"
	    "  fasen show -v agenda --begeleider=anna dossiers\n"
	    "\nA first day to be typed: fasen-tutorial(7). \"fasen plan --help\" and\n"
	    "fasen-plan(1) tell of one command, fasen(7) of all.\n"));
}

/* Closes standard output; the exit status. */
static int
end(void)
{
	if (fflush(stdout) == 0 && fclose(stdout) == 0)
		return 0;
	if (errno != EPIPE)
		message(_("standard output: %s"), problem_errno(errno));
	return 2;
}

static void
run(char **argv)
{
	struct text name = { 0 }, path = { 0 };
	bool known = true;

	text_addf(&name, "fasen-%s", argv[0]);
	argv[0] = (char *)text_string(&name);
	if (beside_this(argv[0], &path)) {
		execv(text_string(&path), argv);
		known = errno == ENOENT;
	}
	if (known)
		execvp(argv[0], argv);
	message("%s: %s", argv[0], problem_errno(errno));
	exit(2);
}

int
main(int argc, char **argv)
{
	struct nearest near;

	message_begin("fasen");
	if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
	    (strcmp(argv[1], "help") == 0 && argc == 2)) {
		overview();
		return end();
	}
	if (strcmp(argv[1], "--version") == 0 || strcmp(argv[1], "-V") == 0) {
		printf("fasen %s\n", FASEN_VERSION);
		return end();
	}
	nearest_begin(&near, argv[1]);
	for (size_t i = 0; i < COMMANDS; i++) {
		if (strcmp(argv[1], commands[i].name) == 0)
			run(argv + 1);
		nearest_offer(&near, commands[i].name);
	}
	if (near.best != NULL)
		message_usage(_("\"%s\" is no command; did you mean %s?"), shown_or_dots(argv[1]),
		    near.best);
	message_usage(_("\"%s\" is no command"), shown_or_dots(argv[1]));
}
