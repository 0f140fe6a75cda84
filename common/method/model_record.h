#ifndef FASEN_MODEL_RECORD_H
#define FASEN_MODEL_RECORD_H

#include "model.h"
#include "model_name.h"
#include "problem.h"
#include "records.h"

/* One record of a model file into the model: for model_read.c, which owns the reading. */
struct reading {
	struct model *model;
	struct problems *problems;
	const char *file;
	struct records from;
	struct record *records;
	size_t n, cap;
	/* room in the model's arrays */
	size_t phases, domains, strengths, scales, reasons, workers;
	size_t models;
	const struct record *head;		/* of kind model, or NULL */
};

/*
 * Takes the record's fields, held against what its kind has. What refers to a record that may
 * stand later in the file is left out: conditions, Na and Evaluatie_vanaf.
 */
void model_take(struct reading *, const struct record *);

/* The kind of a record of a model file; MODEL_KINDS for one that is none. */
enum model_kind model_kind_of(const struct record *);

#endif
