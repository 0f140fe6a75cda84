/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TERM_H
#define FASEN_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "attribute.h"
#include "date.h"
#include "fold.h"
#include "model.h"
#include "text.h"

/*
 * A question to a dossier: NAME OPERATOR VALUE, as in 'score.wonen<3' (fasen-select(1)).
 *
 *	=	one of the values is one of the list VALUE,VALUE... ("" in it: there is none)
 *	!=	the opposite of =
 *	~	one of the values holds one of the list, folded (utf8_fold)
 *	< <= > >=	one of the values compares so
 *
 * Numbers compare as numbers, dates as dates, phases as they follow in the model, other values by
 * bytes unless both are one of these. A date may be today, today+14 or today-30. A comma of a value
 * is written \, .
 */
enum term_operator { TERM_EQUAL, TERM_UNEQUAL, TERM_LESS, TERM_LESS_EQUAL, TERM_MORE,
    TERM_MORE_EQUAL, TERM_HOLDS };

struct term_value {
	const char *text, *folded;
	bool is_number;
	long number;
	date date;		/* DATE_NONE when it is none */
};

struct term {
	const char *source;
	struct attribute attribute;
	enum term_operator operator;
	struct term_value *values;
	size_t n;
};

/* Whether an operand of a command is a term: it has an operator. */
bool term_is(const char *operand);

/*
 * Reads one; it lives as long as the arena and the model. Returns false with what is wrong, and
 * the nearest valid word, in `why`.
 */
bool term_read(struct term *, const char *source, const struct model *, date today, struct arena *,
    struct text *why);

/* Whether it holds; `values` is room that can be used again. */
bool term_holds(const struct term *, const struct fold *, struct attribute_values *values);

#endif
