#include "label_table.h"

#include <stddef.h>

/* The words of the report as page and workbook; what its tables say is in definition.c. */
const struct label_entry label_report[] = {
	{ "Report", "Rapport" },
	{ "made on", "gemaakt op" },
	{ " · reference date ", " · peildatum " },
	{ "as known on", "zoals bekend op" },
	{ "counts hidden below", "aantallen verborgen onder" },
	{ "What the figures mean", "Wat de cijfers betekenen" },
	{ "no rows", "geen" },
	{ NULL, NULL }
};
