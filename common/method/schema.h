/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SCHEMA_H
#define FASEN_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "kinds.h"

/*
 * What schema.def says of each kind, field and code. Parser checks, options, --help, completion,
 * CSV mapping and fasen-dossier(5) draw on that one table.
 */

/* The two fields that each record begins with; they are in no kind. */
#define SCHEMA_RECORD "Record"
#define SCHEMA_CLIENT "Client"

/*
 * All kinds by their numbers: in the order of the manual, then those that the model declares, up to
 * one without name. KIND_OTHER has none, and the common fields only.
 */
extern struct schema_kind schema_kinds[];

/*
 * The next of the kind's fields, in the order of the manual and then as the model declares them,
 * after `before` (NULL: the first); NULL at the end. Without Op, Door, Vastgelegd.
 */
const struct schema_field *schema_next(const struct schema_kind *,
    const struct schema_field *before);

/* The same, of those that are required. */
const struct schema_field *schema_next_required(const struct schema_kind *,
    const struct schema_field *before);

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

/*
 * Says of a field what a model does: its codes (separated by a blank; NULL: as it is), whether it
 * is required, and of which trajectories. Returns false when no place is left.
 */
bool schema_restrict(const struct schema_kind *, enum slot, const char *codes, bool required,
    date from);

/*
 * Gives the model's own kind a number; its key, when it amends, is declared next as its first
 * field. The texts must outlive the last use. NULL when the name is taken or no place is left.
 */
const struct schema_kind *schema_declare_kind(const struct schema_kind *);

/* Fills the vocabulary; further calls do nothing. Each look-up here does so by itself. */
void schema_begin(void);

/* Takes all that was declared away, for another model. */
void schema_forget(void);

/* The fields that every kind has besides its own: Op, Door, Vastgelegd; up to one without name. */
extern const struct schema_field schema_common_fields[];

/*
 * The key field of an amending kind; NULL for an event and for client, of which a dossier has one.
 */
const struct schema_field *schema_key(const struct schema_kind *);

/* Whether a model declared the field, which then has no other help than its name. */
bool schema_declared(const struct schema_field *);

/* Whether a trajectory that began that day has to have the field. */
bool schema_asks(const struct schema_field *, date begun);

/* The place of `code` in the field's codes, which must not be NULL, or FIELD_UNTYPED. */
int schema_code_of(const struct schema_field *, const char *code);

/* Whether `code` is among the field's codes, which must not be NULL. */
bool schema_code(const struct schema_field *, const char *code);

/* The n-th code of a list as `codes`, its length in *length; NULL after the last. */
const char *schema_code_n(const char *codes, size_t n, size_t *length);

/* How a dossier, a model and a report say it: ja or nee. */
const char *schema_yes(bool);

/* Whether it can be the id of a client: 1-64 of A-Z a-z 0-9 . _ -, not beginning with . or -. */
bool schema_client_id(const char *id);

/*
 * Reads a whole number as dossiers have it: an optional - and 1 to 9 digits. Returns false for
 * anything else.
 */
bool schema_number(const char *s, long *number);

#endif
