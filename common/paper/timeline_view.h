/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TIMELINE_VIEW_H
#define FASEN_TIMELINE_VIEW_H

#include "document.h"
#include "fold.h"
#include "handle.h"

/*
 * Writes the history of the client as a part of the document: a chapter for each stay in a phase,
 * in it what happened by date, with who; since a day (DATE_NONE = from the beginning), and nothing
 * where nothing did. `handles` (NULL = not) adds what each record is called.
 */
void timeline_view(struct document *, const struct fold *, date since, const struct handles *);

#endif
