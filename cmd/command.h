#ifndef FASEN_COMMAND_H
#define FASEN_COMMAND_H

#include <getopt.h>
#include <stdbool.h>

#include "schema.h"

/* What a command takes, as its main says: cmdline.h reads a call by it, help.h tells of it. */

/* With has_arg: the option may be given more than once. Any other is refused the second time. */
enum { CALL_REPEATS = 8 };

/* An option of a command. `key` is its letter, or from 256 on for one without letter. */
struct cmdline_option {
	const char *name;
	int has_arg;		/* as for getopt_long */
	int key;
	const char *value;	/* what its value is called in --help, NULL = none */
	const char *help;	/* English, marked for translation */
};

/*
 * An option that says what a call does. Its table ends with one without key; the first is an
 * example in --help.
 */
struct cmdline_verb {
	int key;
	enum kind kind;		/* what it records, its fields being options; or KIND_OTHER */
	enum slot slot, also;	/* what it gives that record itself: first its value; or
				   SLOT_NONE */
	const char *options;	/* that go with it alone, separated by a blank; or NULL */
};

struct command {
	const char *name;
	const char *const *usage;		/* lines of synopsis without the name, up to NULL */
	const char *about;			/* one sentence, marked for translation */
	const struct cmdline_option *options;	/* its own, up to one without name */
	const struct cmdline_verb *verbs;	/* or NULL */
	const char *const *views;		/* of -v, up to NULL; or NULL: those of the
						   synopsis */
	const enum kind *kinds;			/* whose fields are options, up to KINDS; or NULL */
	bool filter;				/* has -i, -n, --all, --date and --wait */
	bool locks;				/* has --wait */
	bool formats;				/* has -T */
	bool handles;				/* has --handles */
	bool (*is_term)(const char *);		/* which operands are no files, those after --
						   aside; or NULL */
};

#endif
