/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_EVENT_H
#define FASEN_INTAKE_ROW_EVENT_H

#include "row_apply_state.h"

/* Of events, and of scores: row_there.h says what counts as there. */

/* Whether the event is there, or was taken back. The fold is of any day. */
bool row_event_there(struct row_apply *, const struct dossier *, struct row_record *, date op);

/*
 * Leaves out of a draft of a domain, without date, the score, or why it was not looked at, that the
 * import recorded before and somebody else has followed. The fold is of the day of recording.
 */
void row_event_drop_score(struct row_apply *, const struct dossier *, struct draft *);

/* Names each field of the draft that the record says otherwise, its day too. */
void row_event_name(struct row_apply *, const struct draft *, const struct record *,
    enum otherwise_fate);

/* Whether it is of a domain's score, or why there is none: one takes the place of the other. */
bool row_event_answers(enum slot);

/* What an undated event is about, for rows of one client to be compared. */
void row_event_subject(const struct row_record *, const struct schema_field *key, struct text *to);

#endif
