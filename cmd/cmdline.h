/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CMDLINE_H
#define FASEN_CMDLINE_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "command.h"
#include "date.h"
#include "dossier.h"
#include "label.h"
#include "lock.h"
#include "model.h"
#include "operands.h"
#include "schema.h"

/*
 * A command as it was called: its options, operands, clock and model. Order:
 *
 *	cmdline_begin, cmdline_next until -1 (main keeps its own options in locals),
 *	cmdline_ready, the work, cmdline_end.
 */

/* A field given by an option, such as --termijn=kort. */
struct cmdline_field {
	const char *option;	/* as in the schema: Termijn */
	const char *value;
	bool used;
};

struct cmdline {
	const struct command *command;
	struct option *table;		/* for getopt_long */
	size_t table_cap;
	char *letters;
	struct arena names;		/* of the field options */
	int argc;
	char **argv;
	const char *value;		/* of the option that cmdline_next returned */
	struct cmdline_verb {
		int key;		/* 0 = none */
		const struct command_verb *row;
		const char *option;	/* "--goal" */
		const char *value;	/* NULL when it has none */
	} verb;				/* the one thing that the call does */

	date today, date;		/* date: DATE_NONE when not given */
	date known;			/* --known, or DATE_LAST */
	const char *by;
	enum lang lang;
	bool lang_given;
	const char *model_file;		/* -m, or NULL */
	struct model *model;
	const char *client;		/* -c, or NULL */
	const char *files0;
	const char *format;		/* -T, or NULL */
	bool handles;			/* --handles */
	bool in_place, dry, all;
	struct patience patience;	/* --wait */
	bool wait_given;

	const char **read;		/* files read besides operands, such as the model */
	size_t nread, read_cap;
	int *taken;			/* keys of the options that were given and do not repeat */
	size_t ntaken, taken_cap;
	struct cmdline_field *fields;
	size_t nfields, fields_cap;
	char *const *operands;
	size_t noperands;
	char *own_operand[1];		/* the dossier of -c in FASEN_DIR */
	struct operands *input;		/* the files that they mean, or --files0-from does; to be
					   gone through once */
	char *const *terms;
	size_t nterms;
	char **sorted;			/* terms, then operands; NULL in a command without terms */
	size_t after_dashes;		/* arguments behind the first -- */
};

void cmdline_begin(struct cmdline *, const struct command *, int argc, char **argv);

/*
 * The key of the next option of the command's own, its value in call->value, or -1. Verbs, fields
 * and what commands share are kept in the call. A wrong one, and a second verb, exits with 2.
 */
int cmdline_next(struct cmdline *);

/*
 * Reads the clock, the environment and the model, and takes the operands. Exits with 2 when that
 * fails, and when standard output is a file that they mean.
 */
void cmdline_ready(struct cmdline *);

/* Exits with 2 when a view would be added (>>) to a file X.rec that holds dossiers. */
void cmdline_refuse_appending(void);

/*
 * What a call reads is never what it writes. The first two exit with 2 when standard output is the
 * file, or one of the dossiers in the directory, that is read besides the operands, such as a form;
 * with cmdline_reads, which the path must outlive, no other output may be it either. The third does
 * when standard output is a file that the operands mean.
 */
void cmdline_refuse_read(const char *path);
void cmdline_reads(struct cmdline *, const char *path);
void cmdline_refuse_operands(const struct cmdline *);

/*
 * Finds in the directory the dossier that took over the one of that id: its path becomes *path.
 * False, and *path as it was, when there is none.
 */
bool cmdline_successor(char *directory, const char *id, struct text *path);

/*
 * Says on standard error that a call without operands reads what is typed, where standard input is
 * a terminal, and what it may have meant.
 */
void cmdline_say_waiting(const struct cmdline *);

/* The file in which a directory keeps the ids that were given. */
#define CMDLINE_IDS_FILE ".fasen-ids"

/*
 * Exits with 2 when the file that an option says to write is read, is standard output, holds a
 * dossier or keeps ids; a document also when its name is that of a dossier. The third when two
 * options name one file, which the one would write over the other.
 */
void cmdline_refuse_output(const struct cmdline *, const char *option, const char *path);
void cmdline_refuse_document(const struct cmdline *, const char *option, const char *path);
void cmdline_refuse_both(const char *option, const char *path, const char *other,
    const char *other_path);

/*
 * Closes the standard streams; the exit status: `status`, or 2 when output could not be written.
 * Frees the call.
 */
int cmdline_end(struct cmdline *, int status);

/* Exits with 2 unless the value of the option, "--date", is a day; text that is not blank. */
date cmdline_date(const char *option, const char *value);
void cmdline_text(const char *option, const char *value);

/* Whether it is one line of text that rec can hold, and not blank. */
bool cmdline_one_line(const char *value);

/* The day of the clock; DATE_NONE outside the years that a date may have. */
date cmdline_clock(void);

/*
 * Reads the model, as cmdline_ready does; what is wrong is said only when asked. False when it
 * cannot be read.
 */
bool cmdline_model(struct cmdline *, bool say);

/* Op of what is recorded: --date, else today. */
date cmdline_op(const struct cmdline *);

/*
 * The value of the i-th field option as that field takes it, which is only known once the verb is:
 * a day by its distance from today too. Exits with 2 when the field, which does not repeat, was
 * given before, for a first value would be lost. Marks it used.
 */
const char *cmdline_value(struct cmdline *, const struct schema_field *, size_t i);

/* The value of a field option, or NULL; marks it used. */
const char *cmdline_field(struct cmdline *, enum kind, enum slot);

/*
 * Exits with 2 when a field option was given that nothing used, for an option
 * without effect is a wrong call. `with` says what was called, such as "--goal".
 */
void cmdline_all_used(const struct cmdline *, const char *with);

/* A day said by its distance from today, written out; any other value as it is. */
const char *cmdline_day(struct cmdline *, const char *value);

/* The days of --ahead; exits with 2 when it is no number of them. */
long cmdline_ahead(const char *value);

/* Exits with 2 when --handles was given: for a call that shows no single records. */
void cmdline_no_handles(const struct cmdline *, const char *with);

/* The same for --known: for a call that shows no dossiers as they were. */
void cmdline_no_known(const struct cmdline *, const char *with);

/* Exits with 2 when -i, -n, --all, --date or --wait was given: for a call that records nothing. */
void cmdline_records_nothing(const struct cmdline *);

/*
 * The same for a filter that passes on what it reads, where -c has no effect either unless it found
 * the dossier in FASEN_DIR.
 */
void cmdline_asks_nothing(const struct cmdline *);

#endif
