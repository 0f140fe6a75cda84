/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CONSENT_H
#define FASEN_CONSENT_H

#include "fold.h"
#include "problem.h"

/*
 * Whose word an akkoord or a werkpunt is, and what an akkoord ends (fasen-dossier(5), "Folding");
 * fasen-check(1) explains the codes. More is asked of a record that was appended than of one that
 * was read: it is refused when it names the client by name, or ends what does not stand by then.
 * The state is folded over all records; of those before `from` nothing is said.
 */
void consent_check(const struct fold *, size_t from, struct problems *);

#endif
