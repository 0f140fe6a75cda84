/* SPDX-License-Identifier: ISC */
#ifndef FASEN_KINDS_H
#define FASEN_KINDS_H

#include <stdbool.h>

#include "date.h"

/* The kinds, fields and codes of a dossier as numbers, all of them from schema.def. */

/*
 * KIND_CLIENT ... in the order of the manual; KIND_OTHER is any kind that is neither ours nor
 * declared by the model.
 */
enum kind {
#define KIND(kind, name, amends, needs_op, nl, en, help) KIND_##kind,
#include "schema.def"
	KIND_OWN,		/* and the places behind it: those that a model declares */
	KIND_OWN_LAST = KIND_OWN + 14,
	KIND_OTHER,
	KINDS
};

/* The places of the model's kinds, for a list of kinds; those without name are passed over. */
#define KIND_OWN_N(n) (enum kind)(KIND_OWN + (n))
#define KINDS_OWN KIND_OWN_N(0), KIND_OWN_N(1), KIND_OWN_N(2), KIND_OWN_N(3), KIND_OWN_N(4), \
	KIND_OWN_N(5), KIND_OWN_N(6), KIND_OWN_N(7), KIND_OWN_N(8), KIND_OWN_N(9), KIND_OWN_N(10), \
	KIND_OWN_N(11), KIND_OWN_N(12), KIND_OWN_N(13), KIND_OWN_N(14)

/*
 * Where a field stands in its kind: SLOT_OP ... in every kind, then the kind's own, CLIENT_NAAM,
 * DOEL_TEKST ... Slots of different kinds have the same numbers.
 */
enum slot {
#define COMMON(field, name, type, nl, en, help) SLOT_##field,
#include "schema.def"
	SLOT_FORMAAT,		/* in client only, and no option: which version of the format it
				   is */
	SLOT_FIRST,		/* the first of a kind's own */
	SLOTS_PLACED = 32,	/* more than a kind of ours has */
	SLOTS = 64,		/* of a kind at most: a set of them is a uint64_t */
	SLOT_NONE = 255,
#define KIND(kind, name, amends, needs_op, nl, en, help) kind##_BEGIN = SLOT_FIRST - 1,
#define FIELD(kind, field, name, type, flags, values, nl, en, help) kind##_##field,
#include "schema.def"
};

/* The codes of each list: STAND_OPEN, STAND_BEZIG ...; STAND_CODES how many. */
#define CODE(list, code, word) list##_##code,
#define LIST(list, codes) enum { codes list##_CODES };
#include "schema.def"
#undef CODE

/*
 * How each is written, up to NULL: STAND_words[STAND_OPEN]; and all of them, a blank before each.
 */
#define LIST(list, codes) extern const char *const list##_words[], list##_text[];
#include "schema.def"

enum field_type {
	FIELD_TEXT,		/* free UTF-8, never trimmed */
	FIELD_WORD,		/* one of some codes, or a name; trimmed */
	FIELD_CODE,		/* one of the codes of `codes` or of the model; trimmed */
	FIELD_DATE,		/* YYYY-MM-DD; trimmed */
	FIELD_NUMBER,		/* a whole number; trimmed */
	FIELD_ID		/* an id: of a client, a goal, an action; trimmed */
};

/*
 * What a value's day, number or code is when it has none: not of that type, or not to be read as
 * one.
 */
enum { FIELD_UNTYPED = DATE_NONE };

enum field_flag {
	FIELD_REQUIRED = 1,	/* for an amending kind: in the first record of its key */
	FIELD_REPEATS = 2,
	FIELD_KEY = 4,		/* names what an amending kind amends */
	FIELD_PRIVATE = 8,	/* its value is never shown in a message */
	FIELD_LATER = 16,	/* no dossier is malformed for it: an older program did not know
				   it */
	FIELD_OF_MODEL = 32	/* a model says what its values are */
};

/* Whether Op must stand in each record of a kind. */
enum needs_op {
	OP_MAY,
	OP_MUST,		/* without it the dossier is malformed */
	OP_ASKED		/* without it something is wrong, as in any kind that is new
				   since Formaat 1 */
};

/* What the value of a field refers to. */
enum field_ref {
	REF_NONE, REF_LEEFGEBIED, REF_KRACHTSOORT, REF_FASE, REF_SCHAAL, REF_UITSTROOMREDEN,
	REF_DOEL, REF_WERKPUNT, REF_LEEFTIJDSGROEP
};

struct schema_field {
	const char *name;
	enum slot slot;
	enum field_type type;
	unsigned flags;		/* of enum field_flag */
	enum field_ref ref;
	const char *codes;	/* the codes allowed, separated by a space; NULL = any or by ref */
	long min, max;		/* of a number; equal = no limits */
	const char *nl, *en;	/* what documents call it */
	const char *help;	/* English, marked for translation: one line without a full stop */
	date from;		/* required of trajectories begun that day or later; DATE_NONE: of
				   all */
};

struct schema_kind {
	const char *name;
	enum kind id;
	bool amends;		/* a later record of the same key replaces the fields it holds */
	enum needs_op needs_op;
	const char *nl, *en;	/* what documents call a record of it */
	const char *help;
	const struct schema_field *fields;	/* up to one without name; Op, Door, Vastgelegd
						   not included */
};

#endif
