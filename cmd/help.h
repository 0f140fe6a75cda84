/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HELP_H
#define FASEN_HELP_H

#include "command.h"
#include "model.h"

/* What a command is called with, on standard output, in lines of 80 columns. */

/* Its verbs and the options that go with all of them: --help. */
void help_brief(const struct command *);

/*
 * One verb with what goes with it: --goal --help, with what the model says of it (NULL =
 * nothing): of --record=KIND --help the fields of that kind, of another value those of all its
 * kinds.
 */
void help_verb(const struct command *, const struct command_verb *, const char *value,
    const struct model *);

/* Every option that some call takes: --help=all. The model may be NULL. */
void help_all(const struct command *, const struct model *);

/* The verb among whose options that one is, or NULL: it goes with all. */
const struct command_verb *help_verb_of(const struct command *, const char *option);

/* Adds what a field of the kind is for, and what the model lets stand in it. */
void help_field(struct text *to, const struct model *, enum kind, const struct schema_field *);

/*
 * The same for completion, --help=words: a line for each option, of five parts with | between: its
 * name; how it takes a value: =, or [= when it may, with a * where it may be given again; the words
 * that this can be, by its table and the model, with = behind each where a list of WORD=VALUE is;
 * <files>, <ids>, <attributes>, <doel> and <werkpunt> for those; the verbs that it goes with, none
 * = all, or ! of a verb and !+ of one that another may stand beside; what it is for.
 */
void help_words(const struct command *, const struct model *);

#endif
