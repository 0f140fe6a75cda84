#ifndef FASEN_CHECK_JOINING_H
#define FASEN_CHECK_JOINING_H

#include "cmdline.h"

/*
 * Joins the two operands, by their common ancestor when base is not NULL, to the file `output` or,
 * when NULL, to standard output. Returns the exit status: 1 when they contradict one another, 2
 * when one cannot be read. As git's merge driver, `git` is the dossier's path for messages (else
 * NULL); what cannot be joined then goes to the output too, between marks, and the status is 1.
 */
int joining_run(const struct cmdline *, const char *base, const char *output, const char *git);

#endif
