#include "label_table.h"

#include <stddef.h>

const struct label_entry label_plan[] = {
	{ "Support plan", "Begeleidingsplan" },
	{ NULL, NULL }
};
