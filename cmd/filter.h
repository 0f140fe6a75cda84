/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FILTER_H
#define FASEN_FILTER_H

#include "cmdline.h"
#include "dossier.h"
#include "text.h"

/*
 * The one loop over operands, shared by filters and views. Open failures are
 * said and passed over; malformed dossiers are said, pass through a filter
 * unchanged and are kept from views. So is a second dossier of a client.
 */

/* What an act says of its dossier, or-ed. */
enum {
	FILTER_ATTENTION = 1,	/* exit 1: refused, or something needs attention */
	FILTER_DROP = 2,	/* do not pass it on */
	FILTER_BAD = 4		/* exit 2 */
};

/* Looks at a dossier, which has an id and is not malformed, and appends to it what is asked. */
typedef int filter_act(struct dossier *, void *context);

/*
 * Passes dossiers from the operands to standard output, or with -i into their
 * files, with what `act` appends (NULL: nothing). -c keeps all but one client
 * from it, -n prints the additions only. Returns the exit status so far.
 */
int filter_run(const struct cmdline *, filter_act *, void *context);

/*
 * The same for a command that passes on only some of them: malformed ones and loose bytes are
 * dropped.
 */
int filter_select(const struct cmdline *, filter_act *, void *context);

/* Shows each dossier to `see`; nothing is passed on. */
int filter_view(const struct cmdline *, filter_act *see, void *context);

/*
 * What came by: how many dossiers; of them malformed or not to be read, and second ones of a
 * client.
 */
struct filter_count {
	long read, unreadable, doubles;
	struct text places;	/* of the first unreadable ones: FILE:LINE or FILE, lines */
};

/* filter_run and filter_view, and what came by, to be released: all zeroes before. */
void filter_count_release(struct filter_count *);
int filter_run_count(const struct cmdline *, filter_act *, void *context, struct filter_count *);
int filter_view_count(const struct cmdline *, filter_act *see, void *context,
    struct filter_count *);

/* Whether the operands are one regular file that holds at most one dossier. */
bool filter_one_dossier(const struct cmdline *);

/* Whether the operands, or the list of them, come from standard input. */
bool filter_reads_stdin(const struct cmdline *);

/*
 * Exits with 2 when -i, --all, -c and --wait do not go together with the operands; `edit` says that
 * files will be written.
 */
void filter_settle(const struct cmdline *, bool edit);

/*
 * Shows all that was read: malformed dossiers and loose bytes too, and at the end of each file an
 * empty dossier with its name. What is wrong is not said but left in dossier->problems.
 */
int filter_inspect(const struct cmdline *, filter_act *see, void *context);

#endif
