#include "label_table.h"

#include <stddef.h>

const struct label_entry label_advance[] = {
	{ "Days", "Dagen" },
	{ "Next", "Volgende" },
	{ "Ready", "Klaar" },
	{ "Still asked", "Nog nodig" },
	{ "an evaluation that says where to", "een evaluatie die zegt waarheen" },
	{ NULL, NULL }
};
