/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FIT_H
#define FASEN_FIT_H

#include "fold.h"
#include "problem.h"

/*
 * Warns where the method does not fit the client, as the fold has it: fewer than two domains asked
 * about, under six weeks; at a record of client that gives these, or begins the dossier. And where
 * one that was appended gives the client another name and another date of birth at once.
 */
void fit_check(const struct fold *, const struct record *client, struct problems *);

#endif
