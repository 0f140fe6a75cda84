#include "label_table.h"

#include <stddef.h>

/* The words of the report as page and workbook; what its tables say is in definition.c. */
const struct label_entry label_report[] = {
	{ "Report", "Rapport" },
	{ "made on", "gemaakt op" },
	{ " · reference date ", " · peildatum " },
	{ "as known on", "zoals bekend op" },
	{ "to be published: rounded to fives, x is %ld persons or fewer or as few outside it",
	    "om te publiceren: afgerond op vijftallen, x is %ld personen of minder "
	    "of zo weinig erbuiten" },
	{ "groups left out, counted for each period: %zu",
	    "groepen weggelaten, per periode geteld: %zu" },
	{ "%s read, %s counted, %s not counted (unreadable), %s double",
	    "%s gelezen, %s meegeteld, %s niet meegeteld (onleesbaar), %s dubbel" },
	{ "What the figures mean", "Wat de cijfers betekenen" },
	{ NULL, NULL }
};
