/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_NEW_CLIENT_H
#define FASEN_INTAKE_NEW_CLIENT_H

#include "cmdline.h"
#include "draft.h"
#include "problem.h"

/*
 * What the dossier of a new client begins with: the draft, with Aangemeld, Op, Door and Vastgelegd
 * set where they are not, and the model's first phase, all zeroes or used before. Returns the day
 * of registration.
 */
date new_client_begin(const struct cmdline *, struct draft *client, struct draft *phase);

/* Adds what fasen-check(1) would find in the client; where that are errors, they alone. */
void new_client_judge(const struct cmdline *, const struct draft *client, const struct draft *phase,
    struct problems *);

#endif
