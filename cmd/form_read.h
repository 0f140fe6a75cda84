/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FORM_READ_H
#define FASEN_FORM_READ_H

#include "arena.h"
#include "cmdline.h"
#include "draft.h"
#include "fold.h"
#include "problem.h"
#include "records.h"

/*
 * A form that was filled in, read back: --fill=FILE. Order: form_reader_read, form_reader_run,
 * form_reader_release.
 *
 * What becomes of a record of the form:
 * - one in which nobody filled in anything (form_gives) is passed over, as are fields left empty;
 * - of an amending kind, only what somebody changed is appended, and only where the dossier does
 *   not say so yet. The field Records of the form says of how many of the dossier's records it
 *   showed the fold: a field that it showed and that was emptied becomes an empty value, which
 *   clears; what it showed and was left is not put back over what was recorded since. A record
 *   without Records showed nothing: there an empty field says nothing;
 * - a Score is a measurement: filled in it is always recorded, empty it clears nothing;
 * - a goal or action without id gets the next one; an action without Doel belongs to the goal above
 *   it in the form;
 * - an event that stands in the dossier already, word for word and of the same day, is not recorded
 *   again, so that filling in twice does no harm;
 * - when one is wrong, nothing at all is appended to that client's dossier.
 */
struct form_reader_record {
	struct record record;
	const char *client;		/* its Client, or "" */
	long shows;			/* its Records: how many of the dossier's records it
					   showed; 0 = none */
	bool touched;			/* somebody filled in something */
	bool done;			/* given to its dossier, or refused */
};

/* Adds what there is to remark about a record that was appended, when all of the dossier's are. */
typedef void form_reader_remark(const struct draft *, const struct fold *,
    const char *file, long line, struct problems *);

/* Whether the dossier takes the draft at all; the reason becomes a problem when not. */
typedef bool form_reader_allow(const struct draft *, const struct fold *, struct problems *);

struct form_reader {
	struct cmdline *call;
	const enum kind *kinds;		/* that the form may hold, up to KINDS */
	const char *file;
	form_reader_remark *remark;		/* or NULL */
	form_reader_allow *allow;		/* or NULL */
	struct records from;
	struct form_reader_record *records;
	size_t n, cap;
	struct arena arena;
	struct problems problems;
	struct fold state;		/* of the dossier at hand, over all its records */
	struct fold shown;		/* the same as the form of a record showed it */
	const char *goal;		/* the goal above, for an action without Doel; NULL =
					   none */
	bool goal_refused;		/* so that its actions need no message of their own */
	struct form_reader_draft {
		struct draft draft;
		const struct record *record;
	} *appended;			/* to the dossier at hand */
	size_t nappended, appended_cap;
};

/* Reads the form ("-" = standard input). Exits with 2 when it cannot be read or is no rec. */
void form_reader_read(struct form_reader *, struct cmdline *, const enum kind *kinds,
    const char *path);

/* Appends the client's records to the dossier. Returns what a filter_act returns. */
int form_reader_append(struct form_reader *, struct dossier *);

/*
 * Passes the dossiers from the operands on with what was filled in. Records without Client need a
 * call for one dossier: -c, or one file that holds one; else exits with 2. Returns the exit status
 * so far.
 */
int form_reader_run(struct form_reader *);

void form_reader_release(struct form_reader *);

/*
 * All of it: reads the form and runs it over the operands; `remark` and `allow` may be NULL.
 * Returns the exit status so far.
 */
int form_reader_from(struct cmdline *, const enum kind *kinds, const char *path,
    form_reader_remark *remark, form_reader_allow *allow);

#endif
