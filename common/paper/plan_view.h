/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLAN_VIEW_H
#define FASEN_PLAN_VIEW_H

#include <stdbool.h>

#include "document.h"
#include "fold.h"
#include "text.h"

/*
 * Writes the begeleidingsplan of the client as a part of the document: who, the open goals of the
 * current trajectory in the client's words with their steps, all that was agreed, the next
 * evaluation and lines to sign; then an annex (plan_annex.h), which is not signed.
 */
void plan_view(struct document *, const struct fold *);

/*
 * Adds the events of the plan to a calendar (calendar.h): the evaluations, held and next, target
 * dates of goals and actions, aftercare. Texts of the dossier only `with_text`; without, an event
 * says what it is and whose by the client's id. `stamp` is the day of writing.
 */
void plan_calendar(struct text *to, const struct fold *, enum lang, date stamp, bool with_text);

#endif
