/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MAPPING_H
#define FASEN_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"
#include "problem.h"
#include "schema.h"

/*
 * How the columns of a table fill the fields of records: fasen-intake(1), "MAPS".
 *
 *	COLUMN[+COLUMN...]=[KIND[[LABEL]].]FIELD [eenmalig|wissen] [split SEPARATOR]
 *	=[KIND[[LABEL]].]FIELD [eenmalig]: value
 *	COLUMN=				left out on purpose
 *	  what the table says -> what the dossier says
 *	  * -> what the dossier says of all else
 */

/*
 * Records of one kind that a row can make; groups of one kind differ by label. The first group is
 * that of client, without label.
 */
struct mapping_group {
	char *kind;
	const struct schema_kind *spec;	/* NULL for a kind that is not ours */
	char *label;			/* "" = none: its rules count for all labelled groups of
					   the kind too */
};

struct mapping_code {
	char *from, *to;		/* to "": fills nothing */
};

struct mapping_rule {
	char **columns;			/* joined with a space */
	size_t ncolumns;		/* 0 = the fixed value */
	char *fixed;
	size_t group;
	char *field;			/* MAPPING_ID for the id of the client */
	const struct schema_field *spec;	/* NULL for a field that is not ours */
	/* fills what is not there yet, and never updates it */
	bool once;
	/* where its cells are empty, so is the field then: of client only */
	bool clears;
	/* splits the value over the repeated field; NULL = does not */
	char *separator;
	struct mapping_code *codes;
	size_t ncodes, codes_cap;
	char *other;			/* what all else is in the dossier; NULL = an error */
	char *file;			/* where it is written; NULL = in the call */
	long line;
};

struct mapping {
	struct mapping_rule *rules;
	size_t n, cap;
	struct mapping_group *groups;
	size_t ngroups, groups_cap;
	char **left_out;		/* columns that fill nothing on purpose */
	size_t nleft_out, left_out_cap;
};

/* As field of client: the id of its dossier. It is no field of a record. */
#define MAPPING_ID SCHEMA_CLIENT

/* Makes it empty, with the group of client. */
void mapping_begin(struct mapping *);

/* Where a rule is written, and where what is wrong with it goes. */
struct mapping_place {
	const char *file;		/* NULL = in the call */
	long line;
	const struct model *model;	/* which says what own fields there are */
	struct problems *problems;
};

/* Adds what is wrong with it there; false, for whoever returns that. */
bool mapping_wrong(const struct mapping_place *, const char *code, const char *field,
    const char *text);

/*
 * Adds a rule (all but group, field and spec filled in) for the target [KIND[[LABEL]].]FIELD, and
 * takes it over. Returns false, with the reason added to the problems, when the kind or field does
 * not exist (with the nearest) or another rule fills it; the rule is released then.
 */
bool mapping_add(struct mapping *, struct mapping_rule *, const char *target,
    const struct mapping_place *);

/* Takes over the columns of a rule without target, as left out on purpose. */
void mapping_leave_out(struct mapping *, struct mapping_rule *);

/* Frees what a rule holds. */
void mapping_rule_release(struct mapping_rule *);

/*
 * Adds the rule that a column fills by its own name: [KIND.]FIELD or Client. Returns false when it
 * has none, or when another rule fills that field; `near` gets the field that may be meant (if not
 * NULL), or NULL.
 */
bool mapping_by_name(struct mapping *, const char *column, const struct model *, const char **near);

/* Whether a rule takes the column, or leaves it out. */
bool mapping_uses(const struct mapping *, const char *column);

/*
 * Whether the column is that of a field of client, not one of when and by whom, and only rules of
 * other kinds take it; then it fills its own field too.
 */
bool mapping_only_elsewhere(const struct mapping *, const char *column);

/* Whether a rule of this group, or of the unlabelled group of its kind, belongs to the group. */
bool mapping_belongs(const struct mapping *, const struct mapping_rule *, size_t group);

/* Whether records are made by this group: not by an unlabelled one beside labelled ones. */
bool mapping_makes(const struct mapping *, size_t group);

/* Whether a rule fills that field in records of the group, and fills it only once. */
bool mapping_once(const struct mapping *, size_t group, const char *field);

/* Whether a rule clears that field of client where its cells are empty. */
bool mapping_clears(const struct mapping *, const char *field);

/*
 * What the table's value is in the dossier, or NULL when the code table does not have it (there
 * must be one).
 */
const char *mapping_code(const struct mapping_rule *, const char *value);

/* Takes back all rules after the first n. */
void mapping_cut(struct mapping *, size_t n);

void mapping_release(struct mapping *);

#endif
