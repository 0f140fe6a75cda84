/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SIGNALS_H
#define FASEN_SIGNALS_H

#include <stddef.h>

#include "date.h"
#include "fold.h"
#include "indications.h"

/* What needs attention in a dossier: the view signalen of fasen-report(1), "signalen". */
struct signal {
	int code;		/* SIGNAAL_EVALUATIE ... */
	const char *about;	/* the phase, or the id of the goal or action; "" otherwise */
	date due;		/* DATE_NONE: has no date (krachten, cijfer) */
	long late;		/* days from due to the state's date; 0 without due */
};

struct signals {
	struct signal *at;
	size_t n, cap;
	long ahead;		/* also what is due in so many days */
	struct indications indications;
};

/*
 * The signals of the state's last trajectory at its date, in the order of the codes. Replaces
 * what was in it.
 */
void signals_find(struct signals *, const struct fold *);

/* Whether it has a day, and that has passed; of nazorg and bewaren, has come. */
bool signal_late(const struct signal *);

/* Whether the state has one that is late; it replaces what signals_find found, or not. */
bool signals_late(struct signals *, const struct fold *);

void signals_release(struct signals *);

#endif
