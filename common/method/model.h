/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_H
#define FASEN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "condition.h"
#include "label.h"
#include "problem.h"
#include "rec.h"
#include "schema.h"
#include "text.h"

/*
 * The method as data: fasen-model(5). Codes, order and conditions come from the
 * model file; code knows no phase or domain by name or number. Read it with model_read(),
 * model_read.h; then it does not change. Names and questions are asked for by language.
 */

/* A text in the model: by language, the other one when a language has none. */
struct model_text {
	const char *nl, *en;		/* "" when absent */
};

struct model_texts {
	struct model_text *at;
	size_t n;
};

struct model_next {			/* Na: where an evaluation's decision leads */
	const char *besluit;
	size_t phase;			/* index in phases */
	long line;
};

struct model_phase {
	const char *code;
	struct model_text name, purpose;
	const char **aliases;
	size_t naliases;
	struct model_texts ways;	/* Werkwijze: how one works in it */
	struct model_texts questions;
	long norm_days;			/* 0 = no norm */
	bool core;
	date from;			/* asked of trajectories begun then or later; DATE_NONE:
					   of all */
	struct condition *conditions;
	size_t nconditions;
	struct model_next *next;
	size_t nnext;
	long line;
};

struct model_domain {
	const char *code;
	struct model_text name;
	struct model_texts aspects, questions;
};

struct model_strength {
	const char *code;
	struct model_text name;
	struct model_texts questions;
};

struct model_scale {
	const char *code;
	struct model_text name;
	long min, max;
	struct model_texts labels;	/* "1 acuut probleem": the score, a blank, the word */
};

struct model_reason {
	const char *code;
	struct model_text name;
	const char *national;		/* "" when absent */
	bool dropout, neutral;		/* not both */
};

struct model_worker {			/* who a support worker is on paper */
	const char *code;
	const char *name;
	struct model_text role;
	const char *telephone, *team;	/* "" when absent */
	const char **strengths;		/* what he or she brings */
	size_t nstrengths;
};

struct model_field {
	const struct schema_kind *kind;
	const struct schema_field *field;
	struct model_texts values;	/* "CODE label" */
};

struct model {
	const char *file;		/* NULL for the one compiled in */
	struct model_text name;
	const char *organisation;	/* "" when absent */
	const char *logo;		/* a PNG, as the model names it; "" when absent */
	bool formal;			/* Dutch papers say u, not je */
	enum lang lang;
	long evaluation_days;		/* 0 = no fixed cadence */
	size_t evaluation_from;		/* index of a phase; nphases = none */
	long keep_years;
	/* Days; 0 = never. */
	long signal_note, signal_score, signal_waiting, signal_aftercare, signal_indication,
	    signal_sharing;
	long signal_mark;		/* the highest mark that is signalled */
	long *ages;			/* where an age group begins, but the first */
	const char **age_groups;	/* all of them, one more than nages: "0-17" ... "67+" */
	size_t nages;
	long norm_intake, norm_placement;	/* days that a wait may take; 0 = no norm */
	struct model_phase *phases;
	size_t nphases;
	struct model_domain *domains;
	size_t ndomains;
	struct model_strength *strengths;
	size_t nstrengths;
	struct model_scale *scales;
	size_t nscales;
	struct model_reason *reasons;
	size_t nreasons;
	struct model_worker *workers;
	size_t nworkers;
	struct model_field *fields;	/* of its own, and those of ours that it restricts */
	size_t nfields;
	const char *bytes;		/* the file as it was read */
	size_t size;
	struct arena arena;
};

/* By code (a phase also by alias); NULL when there is none. */
const struct model_phase *model_phase(const struct model *, const char *code);
const struct model_domain *model_domain(const struct model *, const char *code);
const struct model_strength *model_strength(const struct model *, const char *code);
const struct model_scale *model_scale(const struct model *, const char *code);	/* "" = the first */
const struct model_reason *model_reason(const struct model *, const char *code);
const struct model_worker *model_worker(const struct model *, const char *code);

/* What a person calls a phase: code, alias or number from 1, ASCII case ignored; or NULL. */
const struct model_phase *model_phase_named(const struct model *, const char *name);

/* What a value of a field means by the model; NULL when it says nothing of it. */
const char *model_value_label(const struct model *, const struct schema_field *, const char *code,
    enum lang);

/* The model's group of ages on a day, "18-26" or "67+"; "-" for who is not born or has no date. */
const char *model_age_group(const struct model *, date born, date);

/* Whether fasen-check and kwaliteit ask its conditions of a trajectory that began that day. */
bool model_phase_asks(const struct model_phase *, date begun);

size_t model_phase_index(const struct model *, const struct model_phase *);

/* The text in the language, else in the other, else "". */
const char *model_text(const struct model_text *, enum lang);

/* The word for a score, without the number; "" when the scale has none. */
const char *model_score_label(const struct model_scale *, long score, enum lang);

/*
 * The nearest valid code for a reference of a dossier's field, or NULL; and all
 * of them, separated by blanks, added to `to`.
 */
const char *model_nearest(const struct model *, enum field_ref, const char *word);
void model_codes(const struct model *, enum field_ref, struct text *to);

/* Whether the reference's code exists (REF_LEEFGEBIED … REF_LEEFTIJDSGROEP; true for others). */
bool model_knows(const struct model *, enum field_ref, const char *code);

#endif
