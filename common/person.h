#ifndef FASEN_PERSON_H
#define FASEN_PERSON_H

#include "document.h"
#include "state.h"

/*
 * Writes the persoonsbeschrijving of the client as a part of the document: question and story, per domain the
 * strengths before the concerns, the network with what it gives and receives, the client's remark and agreement.
 */
void person_view(struct document *, const struct state *);

/* What the client wants to be called: Roepnaam, else Naam, else the id. */
const char *person_name(const struct state *);

#endif
