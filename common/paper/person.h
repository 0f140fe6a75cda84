/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PERSON_H
#define FASEN_PERSON_H

#include "document.h"
#include "fold.h"

/* What a paper calls people, and how it speaks to the client. */

/* What the client wants to be called: Roepnaam, else Naam, else the id. */
const char *person_name(const struct fold *);

/* The name to sign with: Naam, else the id. */
const char *person_full_name(const struct fold *);

/* person_name, or the full name where the document's format has not the letters for that. */
const char *person_called(const struct document *, const struct fold *);

/*
 * Writes the pairs of the client's name: the full one, and where the document cannot call the
 * client so also person_name.
 */
void person_names(struct document *, const struct fold *);

/*
 * Who a Wie is: the client and the support worker by name, the network by its word, else Wie as it
 * is.
 */
const char *person_who(const struct document *, const struct fold *, const char *wie);

/* Begins a part; below its title stand the client's id and the day it holds for. */
void person_part(struct document *, const struct fold *, const char *title, const char *foot);

/* A paragraph of ours that speaks to the client (label_say). */
void person_say(struct document *, const struct fold *, const char *english);

/* Who the support worker is: the pair with name, function and telephone; and the name alone. */
void person_worker(struct document *, const struct fold *);
const char *person_worker_name(const struct fold *);

#endif
