#include "label_table.h"

#include <stddef.h>

const struct label_entry label_advance[] = {
	{ "Days", "Dagen" },
	{ "Next", "Volgende" },
	{ "Ready", "Klaar" },
	{ "Still asked", "Nog nodig" },
	{ "an evaluation that says where to", "een evaluatie die zegt waarheen" },
	{ "the model has no such phase", "het model kent deze fase niet" },
	{ "the end of a trajectory", "het einde van een traject" },
	{ "reason of the outflow", "reden van de uitstroom" },
	{ "where the client goes", "waar de cliënt heen gaat" },
	{ "date of the aftercare contact", "datum van het nazorgcontact" },
	{ "handover: to whom and what", "overdracht: aan wie en wat" },
	{ NULL, NULL }
};
