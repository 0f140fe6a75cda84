/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORDING_H
#define FASEN_WORDING_H

#include "entry.h"
#include "label.h"
#include "model.h"
#include "schema.h"
#include "text.h"

/*
 * How a dossier's kinds, fields and codes are called towards someone who does not
 * know the format: the words of documents (label.h), in the language asked for.
 */

/*
 * What a record of the kind is called: "Action point". One that is not ours reads as it is written,
 * _ as a blank.
 */
void wording_kind(struct text *to, const char *kind, enum lang);

/*
 * What a field is called in a record of that kind. One that is not ours reads as it is written, _
 * as a blank.
 */
void wording_field(struct text *to, const char *kind, const char *field, enum lang);

/*
 * A value in words: codes by their name in the model or in the language, all else as it is. `spec`
 * may be NULL, for a field that is not ours. The result lives as long as value and model.
 */
const char *wording_value(const struct model *, const struct schema_field *spec,
    const char *value, enum lang);

/* What a GAS score says: -2 "much less than expected" ... 2; "" outside. */
const char *wording_attainment(long score, enum lang);

/*
 * A field of a record as a document says it: a day written out, the result of a goal with what it
 * says, all else as wording_value.
 */
void wording_written(struct text *to, const struct model *, const struct field *, enum lang);

/* wording_value of the first value that an entry has of a field; "" when it has none. */
const char *wording_entry(const struct model *, const struct entry *, enum slot, enum lang);

/* A worker's full name where the model has it for the code, else the code. */
const char *wording_worker(const struct model *, const char *code);

/* The stand of a goal or an action in words: "not begun yet" without one. */
const char *wording_stand(const struct model *, const struct entry *, enum lang);

#endif
