#ifndef FASEN_FIT_H
#define FASEN_FIT_H

#include "fold.h"
#include "problem.h"

/*
 * Warns where the method does not fit the client, as the fold has it: fewer than two domains asked
 * about, under six weeks. At a record of client that gives these, or begins the dossier.
 */
void fit_check(const struct fold *, const struct record *client, struct problems *);

#endif
