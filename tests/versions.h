/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TESTS_VERSIONS_H
#define FASEN_TESTS_VERSIONS_H

#include <string.h>

#include "unit.h"
#include "version.h"

/* Two versions of a dossier, read from text. */
#define HEAD "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n\n"
#define NOTE(op, text) "Record: notitie\nClient: a\nOp: " op "\nTekst: " text "\n\n"
#define GOAL(op, id, text) \
	"Record: doel\nClient: a\nOp: " op "\nDoel: " id "\nLeefgebied: wonen\nTekst: " text "\n\n"
#define ACTION(id, goal, text) \
	"Record: werkpunt\nClient: a\nOp: 2026-03-09\nWerkpunt: " id "\nDoel: " goal "\n" \
	"Tekst: " text "\nWie: client\n\n"

struct versions {
	struct version a, b;
	struct problems problems;
};

static inline bool
versions_read(struct version *v, const char *text, const char *name, struct problems *problems)
{
	return version_read(v, text, strlen(text), name, false, problems);
}

static inline void
versions_begin(struct versions *v, const char *a, const char *b)
{
	memset(v, 0, sizeof *v);
	ck_assert(versions_read(&v->a, a, "a", &v->problems));
	ck_assert(versions_read(&v->b, b, "b", &v->problems));
	version_match(&v->a, &v->b, NULL);
}

static inline void
versions_end(struct versions *v)
{
	version_release(&v->a);
	version_release(&v->b);
	problems_release(&v->problems);
}

#endif
