#ifndef FASEN_INTAKE_ONE_H
#define FASEN_INTAKE_ONE_H

#include <stdbool.h>

#include "call.h"
#include "draft.h"
#include "import.h"
#include "text.h"

struct filling;

/* One client to be registered. */
struct one {
	struct call *call;
	const struct import_options *options;	/* where to, and who is known */
	const char *id;				/* NULL = the next one */
	struct draft *client;
	const char *file;			/* of the form; NULL = options */
	const struct record *form;		/* the client's there */
	bool (*others)(struct filling *, struct text *dossier);	/* appends more; NULL = none */
	struct filling *filling;
};

/* Exits with 2 when the id, or an id with that prefix, is not legal; NULL = not given. */
void one_check_ids(const char *id, const char *prefix);

/* Registers it: checks, writes, prints the path. Returns the exit status. */
int one_run(struct one *);

/* The same for the client of the call's field options. */
int one_register(struct call *, const struct import_options *, const char *id);

#endif
