/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CHECK_INSPECTION_H
#define FASEN_CHECK_INSPECTION_H

#include <stdbool.h>

#include "cmdline.h"
#include "dossier.h"
#include "fold.h"
#include "listing.h"
#include "seen.h"
#include "text.h"

/*
 * Looks through dossiers and the files they stand in. Begin with inspection_begin; inspection_see
 * is a filter_act.
 */
struct inspection {
	const struct cmdline *call;
	struct listing *listing;
	struct seen *clients;		/* id → number of the place where it stood first */
	struct seen *replaced;		/* the same of ids that dossiers took over */
	struct seen *persons;		/* and the persons, by name and birth, or BSN */
	struct text person;
	struct text written;		/* the folder that everybody may write in, said last */
	struct place {
		size_t name;		/* of its file, in names */
		long line;
	} *places;
	char **names;
	size_t nplaces, places_cap, nnames, names_cap;
	struct fold state;		/* of the dossier at hand */
	struct file {			/* the one being read */
		size_t dossiers;
		bool named;		/* one of them is of the client that the file is named
					   after */
		struct text other;	/* the first that is not, and where */
		long other_line;
	} file;
};

void inspection_begin(struct inspection *, const struct cmdline *, struct listing *);

int inspection_see(struct dossier *, void *inspection);

void inspection_end(struct inspection *);

#endif
