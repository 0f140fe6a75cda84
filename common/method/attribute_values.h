#ifndef FASEN_ATTRIBUTE_VALUES_H
#define FASEN_ATTRIBUTE_VALUES_H

#include <stddef.h>

#include "arena.h"

/* The values that a dossier has for an attribute: none, one, or several. Begin with all zeroes. */
struct attribute_values {
	const char **at;
	size_t n, cap;
	struct arena arena;
};

/* Adds a value, which must live as long as the state or in the arena of the values; "" is none. */
void attribute_give(struct attribute_values *, const char *value);

void attribute_values_release(struct attribute_values *);

#endif
