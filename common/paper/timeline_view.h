#ifndef FASEN_TIMELINE_VIEW_H
#define FASEN_TIMELINE_VIEW_H

#include "document.h"
#include "fold.h"

/*
 * Writes the history of the client as a part of the document: a chapter for each stay in a phase,
 * in it what happened by date, with who.
 */
void timeline_view(struct document *, const struct fold *);

#endif
