/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FORM_SHEET_H
#define FASEN_FORM_SHEET_H

#include "sheet_field.h"

typedef void sheet_layout(const struct sheet *);

/* A registration; a personal description; a plan; an evaluation. */
void sheet_registration(const struct sheet *);
void sheet_description(const struct sheet *);
void sheet_plan(const struct sheet *);
void sheet_evaluation(const struct sheet *);

/*
 * Prints such a form in the format that -T asks for, which is html or pdf (another exits with 2):
 * an empty one without operands, else one for each dossier. `title` is its English. Returns the
 * exit status.
 */
int sheet_run(const struct cmdline *, const char *title, sheet_layout *);

#endif
