/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FORM_H
#define FASEN_FORM_H

#include "cmdline.h"
#include "fold.h"
#include "model.h"
#include "schema.h"
#include "text.h"

/*
 * Forms: the records that a command can make, to be filled in in an editor and read back by
 * form_read.h. A form is rec syntax. What the worker and the client need to know stands in it as
 * comments, in the language of documents; fields have their names in the dossier. Empty, or with
 * what a dossier holds.
 */
struct form {
	const struct cmdline *call;
	const struct fold *state;	/* NULL: an empty form */
	const char *client;		/* id; "" when it is still to be filled in */
	struct text *to;
	unsigned explained;		/* kinds whose fields were explained, as bits */
};

/* A field of the form's own: of how many records of the dossier it was made. */
#define FORM_RECORDS "Records"

/* A field that the form itself fills in, such as Wie: client. Lists end with one without value. */
struct form_value {
	enum slot slot;
	const char *value;
};

/* Lays out the records of one form: of one kind, or of all that the command makes (KINDS). */
typedef void form_layout(struct form *, enum kind);

/*
 * Prints the form that --form[=KIND] asks for: without operands an empty one (no dossier is read),
 * else one for each dossier. `kinds` (up to KINDS) is what KIND may be; another exits with 2.
 * Returns the exit status so far.
 */
int form_run(const struct cmdline *, const enum kind *kinds, const char *kind, form_layout *);

/* The records of a kind: those of the dossier that can be amended, and empty ones. */
void form_records(struct form *, enum kind);

/*
 * Goals of the current trajectory, each with its actions below it, and empty ones; without `goals`
 * the actions only, without `actions` the goals only.
 */
void form_plan(struct form *, bool goals, bool actions);

/*
 * For each unfinished goal of the current trajectory and its unfinished actions: how it stands now,
 * and an empty stand.
 */
void form_stands(struct form *);

/* For each life domain: its latest score, and room for a new one. */
void form_scores(struct form *);

/* A comment: each line of the text behind a #. */
void form_comment(struct form *, const char *text);

/* The same in the language of the form, made as by printf from the English. */
void form_say(struct form *, const char *english, ...) __attribute__((format(printf, 2, 3)));

/* Questions of the model, one a line. */
void form_ask(struct form *, const struct model_texts *);

/*
 * The support worker of the client as the model knows him or her, else who calls; NULL when it
 * knows neither.
 */
const struct model_worker *form_worker(const struct cmdline *, const struct fold *);

/* The questions that the model has for a kind: those of the first phase with a condition on it. */
void form_questions(struct form *, enum kind);

/*
 * One record with the fields of the kind, or only those of a set of slots (0 = all) and what is
 * asked for and not there yet, filled from the entry (NULL = empty) and the given values. All
 * fields of an entry come with Records: how many records the dossier had, so that filling in can
 * tell what the form showed.
 */
void form_record(struct form *, enum kind, const struct entry *, const struct form_value *given,
    uint64_t only);

/*
 * Whether a form gives the field, so that a record which holds no other is one that nobody filled
 * in.
 */
bool form_gives(enum kind, enum slot);

#endif
