/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLAN_H
#define FASEN_PLAN_H

#include "cmdline.h"
#include "draft.h"
#include "fold.h"
#include "problem.h"
#include "record_one.h"

/* The parts of fasen-plan. */

enum plan_key {
	PLAN_GOAL = 256, PLAN_ACTION, PLAN_STATUS, PLAN_AMEND, PLAN_AGREE, PLAN_REFUSE,
	PLAN_EVALUATE, PLAN_NOTE, PLAN_RECORD, PLAN_FORM, PLAN_FILL, PLAN_WITH_TEXT
};

/* Records what the verb says in the dossiers of the operands. Returns the exit status so far. */
int plan_record(struct cmdline *);

/* The same for --amend=ID, where each dossier tells whether ID is a goal or an action. */
int plan_amend(struct cmdline *);

/* record_one_append, and the signals that the record gives. */
int plan_append(struct record_one *, struct dossier *);

/*
 * Adds what the record that was appended gives reason to say: signals, never obstacles. A
 * form_reader_remark.
 */
void plan_signals(const struct draft *, const struct fold *, const char *file, long line,
    struct problems *);

/*
 * Shows the plans in the format of -T; exits with 2 when that is none. Returns the exit status so
 * far.
 */
int plan_show(const struct cmdline *, bool with_text);

#endif
