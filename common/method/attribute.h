/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ATTRIBUTE_H
#define FASEN_ATTRIBUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "attribute_table.h"
#include "fold.h"
#include "model.h"
#include "nearest.h"
#include "schema.h"
#include "table_writer.h"
#include "text.h"

/*
 * What can be asked of a dossier by name: the one table that fasen-select's terms, the columns of
 * fasen-report's view clienten and the list in fasen-select(1) draw on. Besides the table itself
 * every field of client by its name in small letters, and every field of any kind as kind.Field.
 */

struct attribute {
	const char *name;			/* as in the table; of a field as it was asked
						   for */
	enum table_type type;
	const struct schema_field *spec;	/* of which codes its values are, or NULL */
	const struct attribute_row *row;	/* in the table; NULL for a field */
	const char *domain;			/* what stands for DOMAIN in the row's name */
	const char *kind, *field;		/* of a field */
	bool loose;				/* no schema or model knows the field, or who it
						   names: it is somebody's own, or a mistake */
	const char *near;			/* if it is a mistake: the name that may be
						   meant, or NULL */
};

/* What dossiers said of a loose field. Begin with all zeroes. */
struct attribute_sight {
	bool looked, met;
	struct nearest near;			/* the field of some dossier that it may be a
						   slip of */
};

/*
 * Looks a name up (schema_same_name). It lives as long as `arena` and the model. Returns false with
 * the reason, and the nearest name, in `why`. A name that only dossiers can know is found, loose:
 * look at each dossier that is read, and when all are read ask whether the name was met.
 */
bool attribute_find(struct attribute *, const char *name, const struct model *, struct arena *,
    struct text *why);

/*
 * The values on the day of the state. They live until the next call with the same
 * struct, and no longer than the state.
 */
void attribute_values(const struct attribute *, const struct fold *, struct attribute_values *);

/*
 * Whether a client has one value at most, or as many as a field of client repeats: what a report
 * can be divided by.
 */
bool attribute_single(const struct attribute *);

/*
 * Looks whether the dossier has a loose field, be it empty; what is kept of it goes to the arena.
 */
void attribute_look(const struct attribute *, struct attribute_sight *, const struct dossier *,
    struct arena *);

/*
 * Whether dossiers were looked at and none had the field: then it was a mistake, and `why` says so.
 * Of toestemming.NAME (`row` is not NULL) it may be one: nobody need have been asked.
 */
bool attribute_unmet(const struct attribute *, const struct attribute_sight *, struct text *why);

/*
 * The n-th of the table, fields of client behind the rows; false after the last. The name is
 * written to `name` in place of what it held; the help is static, English, to be translated.
 */
bool attribute_n(size_t n, struct text *name, enum table_type *, const char **help);

#endif
