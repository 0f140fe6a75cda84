/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ONE_H
#define FASEN_INTAKE_ONE_H

#include <stdbool.h>

#include "cmdline.h"
#include "draft.h"
#include "import_options.h"
#include "text.h"

struct form_reader;

/* One client to be registered. */
struct registration {
	struct cmdline *call;
	const struct import_options *options;	/* where to, and who is known */
	const char *id;				/* NULL = the next one */
	struct draft *client;
	const char *file;			/* of the form; NULL = options */
	const struct record *form;		/* the client's there */
	/* appends more; NULL = none */
	bool (*others)(struct form_reader *, struct text *dossier);
	struct form_reader *filling;
};

/* Exits with 2 when the id, or an id with that prefix, is not legal; NULL = not given. */
void register_check_ids(const char *id, const char *prefix);

/* Registers it: checks, writes, prints the path. Returns the exit status. */
int register_run(struct registration *);

/* The same for the client of the call's field options. */
int register_one(struct cmdline *, const struct import_options *, const char *id);

#endif
