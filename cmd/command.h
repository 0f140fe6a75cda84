/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COMMAND_H
#define FASEN_COMMAND_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

#include "schema.h"
#include "text.h"

/* What a command takes, as its main says: cmdline.h reads a call by it, help.h tells of it. */

/* With has_arg: the option may be given more than once. Any other is refused the second time. */
enum { COMMAND_REPEATS = 8 };

/* The keys without letter of options that commands share. */
enum { COMMAND_TODAY = 900, COMMAND_BY, COMMAND_LANG, COMMAND_DATE, COMMAND_ALL, COMMAND_FILES0,
    COMMAND_WAIT, COMMAND_HANDLES, COMMAND_KNOWN };

/* An option of a command. `key` is its letter, or from 256 on for one without letter. */
struct command_option {
	const char *name;
	int has_arg;		/* as for getopt_long */
	int key;
	const char *value;	/* what its value is called in --help, NULL = none */
	const char *help;	/* English, marked for translation */
};

/*
 * A verb: an option that says what a call does, one a call. Its table ends with one without key;
 * the first is an example in --help.
 */
struct command_verb {
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
	const struct command_option *options;	/* its own, up to one without name */
	const struct command_verb *verbs;	/* or NULL */
	int beside;				/* the key of a verb that another may stand beside;
						   or 0 */
	const char *const *views;		/* of -v, up to NULL; or NULL: those of the
						   synopsis */
	const enum kind *kinds;			/* whose fields are options, up to KINDS; or NULL */
	const enum kind *own_kinds;		/* the same: of which the model's own fields are */
	bool filter;				/* has -i, -n, --all, --date and --wait */
	bool locks;				/* has --wait */
	bool formats;				/* has -T */
	bool handles;				/* has --handles */
	bool known;				/* has --known */
	bool (*is_term)(const char *);		/* which operands are no files, those after --
						   aside; or NULL */
};

/* The options that it shares with others: the next from *i on, or NULL. */
const struct command_option *command_shared(const struct command *, size_t *i);

/* The option of that key, its own before those that are shared. */
const struct command_option *command_option(const struct command *, int key);

/* The verb of that key, or NULL. */
const struct command_verb *command_verb(const struct command *, int key);

/* The next field of the kind that the model declares, after `before`; NULL at the end. */
const struct schema_field *command_own_next(enum kind, const struct schema_field *before);

/* The field of one of its kinds by its name, as schema_same_name() has it; or NULL. */
const struct schema_field *command_field(const struct command *, const char *name);

/* Whether an option of its own has the name of the field, which is then given by no option. */
bool command_own_option(const struct command *, const char *field);

/* Whether the verb gives the field of that kind itself; NULL: each verb that records the kind. */
bool command_verb_gives(const struct command *, const struct command_verb *, enum kind, enum slot);

/* Whether a line of synopsis speaks of the option: as a word, for --ask is none of --asks. */
bool command_speaks(const char *usage, const char *option);

/* Adds the verbs with which the field of that name goes, each and a blank. */
void command_add_verbs(struct text *to, const struct command *, const struct schema_field *);

/* Adds the words behind the option in its synopsis, as in -T text|tsv, each and a blank. */
void command_add_usage(struct text *to, const struct command *, const char *option);

/* A field's name as an option: in small letters. The caller frees it. */
char *command_field_option(const char *field);

#endif
