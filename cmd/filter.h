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

/* What for: where the dossiers go, and which of them the act sees. */
enum filter_purpose {
	/* to standard output, or with -i into their files, with what the act appends */
	FILTER_PASS,
	/* the same, but only some pass: malformed ones and loose bytes are dropped */
	FILTER_SELECT,
	/* nowhere: the act shows them */
	FILTER_VIEW,
	/*
	 * nowhere: the act sees malformed ones and loose bytes too, and at the end of each file an
	 * empty dossier with its name; what is wrong is not said but left in dossier->problems
	 */
	FILTER_INSPECT
};

/* What came by, as filter_run leaves it; to be released. */
struct filter_count {
	long read, unreadable, doubles;	/* dossiers; of them malformed or not to be read, and
					   second ones of a client */
	struct text places;	/* of the first unreadable ones: FILE:LINE or FILE, lines */
};

/*
 * Takes the dossiers of the operands to the act (NULL: none): -c keeps all but one client from it,
 * -n prints the additions only. What came by goes to the count; NULL = nowhere. Returns the exit
 * status so far.
 */
int filter_run(enum filter_purpose, const struct cmdline *, filter_act *, void *context,
    struct filter_count *);

/* Counts one that cannot be read; the line is 0 for a file as a whole. */
void filter_count_unreadable(struct filter_count *, const char *path, long line);
void filter_count_release(struct filter_count *);

/* Whether the operands are one regular file that holds at most one dossier. */
bool filter_one_dossier(const struct cmdline *);

/* Whether the operands, or the list of them, come from standard input. */
bool filter_reads_stdin(const struct cmdline *);

/*
 * Exits with 2 when -i, --all, -c and --wait do not go together with the operands; `edit` says that
 * files will be written.
 */
void filter_settle(const struct cmdline *, bool edit);

#endif
