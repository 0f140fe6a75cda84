/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_VALUE_H
#define FASEN_MODEL_VALUE_H

#include "model.h"
#include "model_name.h"
#include "problem.h"
#include "records.h"

/*
 * The values of a record of a model file, and what is wrong with them: for model_record.c and
 * model_read.c, which owns the reading.
 */

struct reading {
	struct model *model;
	struct problems *problems;
	const char *file;
	struct records from;
	struct record *records;
	size_t n, cap;
	/* room in the model's arrays */
	size_t phases, domains, strengths, scales, reasons, workers, fields;
	size_t models;
	const struct record *head;		/* of kind model, or NULL */
};

/*
 * Adds an error at the line. The second form's format has one %s for the word; `near` is what was
 * meant, or NULL.
 */
void model_refuse(struct reading *, long line, const char *field, const char *text);
void model_refuse_word(struct reading *, long line, const char *field, const char *format,
    const char *word, const char *near);

/* Adds an error at the n-th value of a field. */
void model_refuse_value(struct reading *, const struct record *, enum model_name, size_t n,
    const char *text);

/* The line of the record's n-th field of that name, of the record when it has none. */
long model_line(const struct record *, const char *name, size_t n);

/* The first value of a field, or ""; the n-th, or NULL; how many there are. */
const char *model_value(const struct record *, enum model_name);
const char *model_value_nth(const struct record *, enum model_name, size_t n);
size_t model_value_count(const struct record *, enum model_name);

/* NAME and NAME_en; of repeated ones as many of each. */
struct model_text model_value_text(const struct record *, enum model_name);
struct model_texts model_value_texts(struct reading *, const struct record *, enum model_name);

/* `absent` when it is absent or wrong. */
long model_value_number(struct reading *, const struct record *, enum model_name, long absent,
    long min, long max);

/* A day; DATE_NONE when absent or wrong. */
date model_value_date(struct reading *, const struct record *, enum model_name);

/* ja or nee; false when absent. */
bool model_value_yes(struct reading *, const struct record *, enum model_name);

/* The kind of a record of a model file; MODEL_KINDS for one that is none. */
enum model_kind model_kind_of(const struct record *);

/* The record's Code. */
const char *model_value_code(struct reading *, const struct record *);

#endif
