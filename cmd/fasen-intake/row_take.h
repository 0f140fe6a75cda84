/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_TAKE_H
#define FASEN_INTAKE_ROW_TAKE_H

#include "directory.h"
#include "import_options.h"
#include "progress.h"
#include "rejects.h"
#include "row.h"
#include "row_apply.h"
#include "row_counts.h"
#include "rows.h"
#include "update.h"

/* An import: what becomes of the row at hand. */
struct row_taker {
	const struct cmdline *call;
	const struct import_options *options;
	struct row_reader reader;
	struct directory directory;
	struct update update;
	struct rejects *rejects;	/* NULL = none */
	struct save *report;		/* the same */
	struct rows *rows;
	struct row row;
	struct row_apply apply;		/* room for what a row makes: */
	struct draft phase;
	struct dossier dossier;
	struct text bytes;
	struct row_counts counts;
	struct progress progress;
	struct problems held;		/* said at the end, where there is news */
	int status;
	bool stopped;			/* nothing more can be written */
};

void row_taker_status(struct row_taker *, int status);

/* Says the problems and empties them. */
void row_taker_say(struct row_taker *, struct problems *);

/* The same of what every run says of such files: with -q only in a run that has news. */
void row_taker_say_with_news(struct row_taker *, struct problems *);

/* Nothing more can be written: the run ends. */
void row_taker_stop(struct row_taker *);

/*
 * Reads the row at hand and registers it, brings its client up to date, passes it over or rejects
 * it.
 */
void row_take(struct row_taker *);

#endif
