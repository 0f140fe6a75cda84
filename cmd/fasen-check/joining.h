/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CHECK_JOINING_H
#define FASEN_CHECK_JOINING_H

#include "cmdline.h"
#include "unite.h"

/*
 * Joins the two operands, by their common ancestor when base is not NULL, to the file `output` or,
 * when NULL, to standard output. Returns the exit status: 1 when they contradict one another, 2
 * when one cannot be read. As git's merge driver, `git` is the dossier's path for messages (else
 * NULL); what cannot be joined then goes to the output too, between marks, and the status is 1.
 */
int joining_run(const struct cmdline *, const char *base, const char *output, const char *git);

/*
 * Makes the two operands, dossiers of one person, one, to the output as above. Returns the exit
 * status: 1 when they are refused.
 */
int uniting_run(const struct cmdline *, const struct unite *, const char *output);

#endif
