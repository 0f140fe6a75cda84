/* SPDX-License-Identifier: ISC */
#include "measure.h"

#include <string.h>

static const struct measure_about measures[] = {
#define MEASURE(NAME, name, row, column, when, persons, whole) \
	{ name, BY_##row, BY_##column, WHEN_##when, PERSONS_##persons, MEASURE_##whole },
#include "measures.def"
#undef MEASURE
};

const struct measure_about *
measure_about(enum measure m)
{
	return &measures[m];
}

enum measure
measure_named(const char *name)
{
	enum measure m;

	for (m = 0; m < MEASURE_NONE && strcmp(measures[m].name, name) != 0; m++)
		continue;
	return m;
}
