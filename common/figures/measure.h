/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MEASURE_H
#define FASEN_MEASURE_H

#include <stdbool.h>

/* The measures of reports, MEASURE_OPEN and so on, and what is known of each: measures.def. */
enum measure {
#define MEASURE(NAME, name, row, column, when, persons, whole) MEASURE_##NAME,
#include "measures.def"
#undef MEASURE
	MEASURE_NONE
};

/* What divides a measure. */
enum measure_by {
	BY_NOTHING, BY_MONTH, BY_PHASE, BY_WORKER, BY_TEAM, BY_DOMAIN, BY_SCALE, BY_STAND,
	BY_REASON, BY_NATIONAL, BY_PRINCIPLE, BY_LACK, BY_DECISION, BY_SCORE, BY_MARK, BY_FIELD,
	BY_STRENGTH, BY_PRODUCT, BY_DESTINATION, BY_VALUE, BY_SIGNAL
};

enum measure_when { WHEN_FLOW, WHEN_STOCK, WHEN_BOTH };
enum measure_persons { PERSONS_UNKEPT, PERSONS_EACH, PERSONS_SUMS };

struct measure_about {
	const char *name;
	enum measure_by row, column;
	enum measure_when when;
	enum measure_persons persons;
	enum measure whole;
};

const struct measure_about *measure_about(enum measure);

/* The measure of that name; MEASURE_NONE when there is none. */
enum measure measure_named(const char *);

#endif
