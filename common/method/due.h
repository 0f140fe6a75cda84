/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DUE_H
#define FASEN_DUE_H

#include "date.h"
#include "fold.h"

/* Dates by which something is due, of the current trajectory (fasen-report(1), signalen). */

/*
 * The next evaluation of an open trajectory: Volgende of the last one, else the model's
 * Evaluatie_dagen after the last one or after the first entry of Evaluatie_vanaf. DATE_NONE when
 * there is none, or it is after DATE_LAST.
 */
date due_evaluation(const struct fold *);

/*
 * The end of the retention period of a closed dossier; DATE_NONE while it is open. May be after
 * DATE_LAST.
 */
date due_retention(const struct fold *);

#endif
