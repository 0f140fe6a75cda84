#ifndef FASEN_FINDING_H
#define FASEN_FINDING_H

#include "date.h"
#include "dossier.h"
#include "model.h"
#include "problem.h"

/*
 * What fasen-check(1) finds in a dossier beyond its being malformed: kinds, fields, values,
 * references, required fields, doubles, dates; their codes are explained there. Added to the problems, which may
 * hold what the stream said and are then put in order of lines. Of a malformed dossier only what its
 * single records show. Nothing may have been appended to it.
 */
void finding_dossier(const struct dossier *, const struct model *, date today, struct problems *);

#endif
