/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FOLDING_H
#define FASEN_FOLDING_H

#include <string.h>

#include "fold.h"
#include "model_read.h"
#include "reader.h"
#include "unit.h"

/* What tests of a folded dossier begin with: the default model, a dossier, its state. */
static struct model *model;
static struct reader *reader;
static struct dossier d;
static struct fold s;

#define REC(kind, op, rest) "Record: " kind "\nClient: a\nOp: " op "\n" rest "\n"
#define LAST "2199-12-31"

static inline void
folding_begin(void)
{
	struct problems problems = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	ck_assert_ptr_nonnull(model);
	problems_release(&problems);
}

static inline void
folding_end(void)
{
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
	reader = NULL;
	model_free(model);
}

/* Reads the records (those of `head`, then more) and folds them as on `at`, as known on `known`. */
static inline bool
folding_known(const char *head, const char *more, const char *at, const char *known)
{
	struct text t = { 0 };
	bool there;

	text_addf(&t, "%s%s", head, more);
	reader_free(reader);
	reader = reader_of(t.at, t.len, "t.rec");
	ck_assert_int_eq(reader_next(reader, &d), 1);
	for (size_t i = 0; i < d.problems.n; i++)
		ck_abort_msg("line %ld: %s", d.problems.at[i].line, d.problems.at[i].text);
	there = fold_day(&s, &d, model, date_parse(at), date_parse(known));
	text_release(&t);
	return there;
}

/* The same as all is known; the client must be registered by then. */
static inline void
folding(const char *head, const char *more, const char *at)
{
	ck_assert(folding_known(head, more, at, LAST));
}

#endif
