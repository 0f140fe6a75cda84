/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ATTRIBUTE_TABLE_H
#define FASEN_ATTRIBUTE_TABLE_H

#include <stddef.h>

#include "arena.h"
#include "fold.h"
#include "table_writer.h"

/* The values that a dossier has for an attribute: none, one, or several. Begin with all zeroes. */
struct attribute_values {
	const char **at;
	size_t n, cap;
	struct arena arena;
};

/* Adds a value, which must live as long as the state or in the arena of the values; "" is none. */
void attribute_give(struct attribute_values *, const char *value);

void attribute_values_release(struct attribute_values *);

/* What a row is about: that which its function looks at. */
struct attribute_about {
	enum kind kind;
	enum slot slot;
	int stand;		/* or ANY_STAND */
	const char *domain;
};

enum { ANY_STAND = -1 };

/* The rows behind attribute.h: for attribute.c and attribute_table.c only. */
struct attribute_row {
	const char *name;	/* DOMAIN in it stands for a code of the model */
	enum table_type type;
	const char *like;	/* the field whose codes the values are: "fase.Fase"; the name of
				   one of those below; or NULL */
	void (*compute)(const struct fold *, const struct attribute_about *,
	    struct attribute_values *);
	struct attribute_about about;	/* its domain is filled in for a name with DOMAIN */
	const char *help;	/* English, marked for translation */
};

extern const struct attribute_row attribute_rows[];
extern const size_t attribute_nrows;

/* The codes of signals.h, of sharing.h, and the model's groups of ages, as those of a field. */
extern const struct schema_field attribute_signals, attribute_sharing, attribute_ages;

#endif
