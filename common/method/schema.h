#ifndef FASEN_SCHEMA_H
#define FASEN_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"

/*
 * The kinds, fields and codes of a dossier as numbers, all of them from schema.def. Parser checks,
 * options, --help, completion, CSV mapping and fasen-dossier(5) draw on that one table.
 */

/* KIND_CLIENT ... in the order of the manual; KIND_OTHER is any kind that is not ours. */
enum kind {
#define KIND(kind, name, amends, needs_op, nl, en, help) KIND_##kind,
#include "schema.def"
	KIND_OTHER,
	KINDS
};

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

/* And how each is written, up to NULL: STAND_words[STAND_OPEN]. */
#define LIST(list, codes) extern const char *const list##_words[];
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
	FIELD_LATER = 16	/* no dossier is malformed for it: an older program did not know
				   it */
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
	REF_DOEL, REF_WERKPUNT
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

/* The two fields that each record begins with; they are in no kind. */
#define SCHEMA_RECORD "Record"
#define SCHEMA_CLIENT "Client"

/*
 * All kinds in the order of the manual, up to one without name, which has the common fields only.
 */
extern const struct schema_kind schema_kinds[];

/* The field of a slot, Op, Door, Vastgelegd and Formaat included. */
const struct schema_field *schema_slot(const struct schema_kind *, enum slot);

/* Its name. */
const char *schema_name(enum kind, enum slot);

/* The kind of that name, or NULL. */
const struct schema_kind *schema_kind(const char *name);

/*
 * Whether two names are one: ASCII case ignored, and - read as _. So every name that somebody types
 * is looked up: a kind, a field, an attribute; in an option, a column, a term, a group, a map or a
 * form.
 */
bool schema_same_name(const char *, const char *);

/* The kind that is so named, or NULL. */
const struct schema_kind *schema_kind_named(const char *name);

/* Its field of that exact name, also Op, Door and Vastgelegd (and Formaat in client), or NULL. */
const struct schema_field *schema_field(const struct schema_kind *, const char *name);

/* Its field that is so named: schema_same_name. */
const struct schema_field *schema_field_named(const struct schema_kind *, const char *name);

/*
 * Gives a kind a field that a model declares: its own slot behind the others, found and typed as
 * those. The field is copied, its texts must outlive the last use; its slot is not looked at. NULL
 * when the kind has the name, or no place is left. To be called before anything is read.
 */
enum { SCHEMA_DECLARED = 32 };	/* at most in a kind */
const struct schema_field *schema_declare(const struct schema_kind *, const struct schema_field *);

/* Takes all declared fields away, for another model. */
void schema_forget(void);

/* The fields that every kind has besides its own: Op, Door, Vastgelegd; up to one without name. */
extern const struct schema_field schema_common_fields[];

/*
 * The key field of an amending kind; NULL for an event and for client, of which a dossier has one.
 */
const struct schema_field *schema_key(const struct schema_kind *);

/* The place of `code` in the field's codes, which must not be NULL, or FIELD_UNTYPED. */
int schema_code_of(const struct schema_field *, const char *code);

/* Whether `code` is among the field's codes, which must not be NULL. */
bool schema_code(const struct schema_field *, const char *code);

/* The n-th code of a list as `codes`, its length in *length; NULL after the last. */
const char *schema_code_n(const char *codes, size_t n, size_t *length);

/* Whether it can be the id of a client: 1-64 of A-Z a-z 0-9 . _ -, not beginning with . or -. */
bool schema_client_id(const char *id);

/*
 * Reads a whole number as dossiers have it: an optional - and 1 to 9 digits. Returns false for
 * anything else.
 */
bool schema_number(const char *s, long *number);

#endif
