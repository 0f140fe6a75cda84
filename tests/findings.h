/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TESTS_FINDINGS_H
#define FASEN_TESTS_FINDINGS_H

#include <string.h>

#include "fold.h"
#include "model_read.h"
#include "reader.h"
#include "unit.h"

/* A dossier of client a, read and folded with the default model, and what one noun finds in it. */
#define HEAD "Record: client\nClient: a\nOp: 2026-01-05\nNaam: N\nGeboren: 1990-01-01\n" \
    "Aangemeld: 2026-01-05\nHulpvraag: H\n\n"
#define REC(kind, fields) "Record: " kind "\nClient: a\n" fields "\n"
#define GOAL(id, rest) \
	REC("doel", "Op: 2026-02-01\nDoel: " id "\nLeefgebied: wonen\nTekst: T\n" rest)

struct findings {
	struct model *model;
	struct reader *reader;
	struct dossier dossier;
	struct fold state;
	struct problems problems;
	struct text said;
};

static inline void
findings_begin(struct findings *f, const char *text)
{
	memset(f, 0, sizeof *f);
	f->model = model_read(model_default, model_default_size, NULL, &f->problems);
	f->reader = reader_of(text, strlen(text), "t.rec");
	ck_assert_int_eq(reader_next(f->reader, &f->dossier), 1);
	ck_assert(fold_day(&f->state, &f->dossier, f->model, DATE_LAST, DATE_LAST));
}

/* The problems as "8:code 12:code", in their order. */
static inline const char *
findings_said(struct findings *f)
{
	size_t i;

	for (i = 0; i < f->problems.n; i++)
		text_addf(&f->said, "%s%ld:%s", i > 0 ? " " : "", f->problems.at[i].line,
		    f->problems.at[i].code);
	return text_string(&f->said);
}

static inline void
findings_end(struct findings *f)
{
	text_release(&f->said);
	problems_release(&f->problems);
	fold_release(&f->state);
	dossier_release(&f->dossier);
	reader_free(f->reader);
	model_free(f->model);
}

#endif
