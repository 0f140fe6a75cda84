#ifndef FASEN_CONDITION_H
#define FASEN_CONDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "problem.h"
#include "schema.h"

/*
 * A condition for leaving a phase (Eist), rules.md "Conditions":
 * KIND[.FIELD [= VALUE]] [>= N] [per leefgebied|per doel] [sinds fase]
 */
enum condition_per { PER_NOTHING, PER_LEEFGEBIED, PER_DOEL };

struct condition {
	const char *source;		/* as it stands in the model */
	const struct schema_kind *kind;
	const char *field;		/* NULL = count records */
	const char *value;		/* NULL = any non-empty value */
	long count;			/* at least so many */
	enum condition_per per;
	bool since_phase;
	long line;
};

/*
 * Reads one. own[0..nown) are fields the model declares, as "client.Doelgroep".
 * Returns false with the reason added to the problems (at file:line).
 */
bool condition_read(struct condition *, const char *source, const char *const *own, size_t nown,
    struct arena *, const char *file, long line, struct problems *);

#endif
