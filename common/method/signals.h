#ifndef FASEN_SIGNALS_H
#define FASEN_SIGNALS_H

#include <stddef.h>

#include "date.h"
#include "fold.h"

/* What needs attention in a dossier: the view signalen of fasen-report(1), "signalen". */
struct signal {
	const char *code;	/* evaluatie fase doel werkpunt notitie score wachten krachten
				   nazorg bewaren */
	const char *about;	/* the phase, or the id of the goal or action; "" otherwise */
	date due;		/* DATE_NONE: has no date (krachten) */
	long late;		/* days from due to the state's date; 0 without due */
};

struct signals {
	struct signal *at;
	size_t n, cap;
};

/*
 * The signals of the state's last trajectory at its date, in the order of the codes above. Replaces
 * what was in it.
 */
void signals_find(struct signals *, const struct fold *);

void signals_release(struct signals *);

/* All codes in that order, up to NULL. */
extern const char *const signal_codes[];

#endif
