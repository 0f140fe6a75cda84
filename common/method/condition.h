/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CONDITION_H
#define FASEN_CONDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "problem.h"
#include "rec.h"
#include "schema.h"

/*
 * A condition for leaving a phase (Eist), fasen-model(5) "CONDITIONS":
 * KIND[.FIELD [= VALUE[|VALUE...]]] [en FIELD = VALUE[|VALUE...]]...
 * [>= N] [per leefgebied|per doel] [sinds fase]
 */
enum condition_per { PER_NOTHING, PER_LEEFGEBIED, PER_DOEL };

/* A field, and the values of which one will do. */
struct condition_ask {
	const char *field;
	enum slot slot;			/* of the field */
	const char **values;
	size_t n;
	uint64_t codes;			/* the values as a set of codes of the schema; 0: not all
					   of them are */
};

struct condition {
	const char *source;		/* as it stands in the model */
	const struct schema_kind *kind;
	const char *field;		/* whose values are counted; NULL = count records */
	enum slot slot;			/* its slot, as in condition_ask */
	bool valued;			/* "FIELD = ...": the first of asks says which */
	struct condition_ask *asks;	/* each asked of the same record */
	size_t nasks;
	long count;			/* at least so many */
	enum condition_per per;
	bool since_phase;
	long line;
};

/*
 * Reads one; the fields that the model declares are in the schema by now. Returns false with the
 * reason added to the problems (at file:line).
 */
bool condition_read(struct condition *, const char *source, struct arena *, const char *file,
    long line, struct problems *);

/* What the condition asks of the field, or NULL: the first where it is asked twice. */
const struct condition_ask *condition_asks(const struct condition *, enum slot);

/* Whether it is about that kind, and names that field, to count it or to ask something of it. */
bool condition_names(const struct condition *, enum kind, enum slot);

/* The field of its kind by which it is asked per domain or per goal; NULL when it has none. */
const struct schema_field *condition_per_field(const struct condition *, enum condition_per);

/* Whether the value is one of those that will do. */
bool condition_takes(const struct condition_ask *, const char *value);

/* The same of a value as it was read, by its code when it has one. */
bool condition_takes_field(const struct condition_ask *, const struct field *);

#endif
