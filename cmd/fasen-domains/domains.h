/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOMAINS_H
#define FASEN_DOMAINS_H

#include "cmdline.h"
#include "draft.h"
#include "fold.h"
#include "problem.h"

/* The parts of fasen-domains. */

enum domains_key {
	DOMAINS_DOMAIN = 256, DOMAINS_SCORES, DOMAINS_STRENGTH, DOMAINS_NETWORK, DOMAINS_PERSON,
	DOMAINS_ASK, DOMAINS_FORM, DOMAINS_FILL
};

/* Records what the verb says in the dossiers of the operands. Returns the exit status so far. */
int domains_record(struct cmdline *);

/*
 * Adds what the record that was appended gives reason to say: signals, never obstacles. A
 * form_reader_remark.
 */
void domains_signals(const struct draft *, const struct fold *, const char *file, long line,
    struct problems *);

/*
 * Whether the dossier takes the draft: a strength that is to end must be one that was recorded. A
 * form_reader_allow.
 */
bool domains_allow(const struct draft *, const struct fold *, struct problems *);

/* Shows the domains, or the client's web, in the format of -T; exits with 2 when that is none. */
int domains_show(const struct cmdline *);

/* Shows the persoonsbeschrijving, as text unless -T says otherwise. */
int domains_person(const struct cmdline *);

/*
 * Shows the guide's questions of a domain or kind of strength, of all when NULL. Reads no dossier.
 */
int domains_ask(const struct cmdline *, const char *code);

#endif
