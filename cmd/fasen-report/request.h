/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REQUEST_H
#define FASEN_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "cmdline.h"
#include "output.h"
#include "report.h"

/* What the options ask for, and whether they go together; a wrong call exits with 2. */
enum {
	REQUEST_PERIOD = 256, REQUEST_FROM, REQUEST_TO, REQUEST_GROUP, REQUEST_NAMES,
	REQUEST_PSEUDONYM, REQUEST_MIN_CELL, REQUEST_AHEAD, REQUEST_PARTIAL, REQUEST_MERGE
};

struct request {
	bool views[VIEWS], any_view;
	const char **periods;
	size_t nperiods, periods_cap;
	date from, to;		/* DATE_NONE = not given, when `dates` says so */
	bool has_from, has_to, names, partial, merge, asked_signals;
	const char *groups, *keyfile, *output;
	long min_cell, ahead;
	enum output_format format;
};

/* Takes an option; -v and -o go by their letter. */
void request_take(struct request *, int key, const char *value);

/* Whether the options ask for a workbook, right or wrong as they may be. */
bool request_workbook(const struct request *, const struct cmdline *);

/* When all are taken: makes the report that is asked for. */
void request_settle(struct request *, const struct cmdline *, struct report *);

void request_release(struct request *);

#endif
