#include "third_party.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "utf8.h"

bool
third_party_record(const struct record *r)
{
	return strcmp(r->name, "netwerk") == 0;
}

static bool
field_says(const struct dossier *d, const char *field, const char *value)
{
	size_t i, j;

	for (i = 0; i < d->n; i++)
		for (j = 2; j < d->records[i].n; j++)
			if (strcmp(d->records[i].fields[j].name, field) == 0 && strcmp(d->records[i].fields[j].value, value) == 0)
				return true;
	return false;
}

static bool
worker(const struct dossier *d, const char *who)
{
	return field_says(d, "Begeleider", who) || field_says(d, "Door", who);
}

/* Whether it is how the client is called. */
static bool
client(const struct dossier *d, const char *who)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (strcmp(d->records[i].name, "client") == 0 &&
		    (strcmp(record_value(&d->records[i], "Naam"), who) == 0 ||
		    strcmp(record_value(&d->records[i], "Roepnaam"), who) == 0))
			return true;
	return strcmp(who, "client") == 0;
}

/* Whether the Wie of the record is somebody else, by name or as the network. */
static bool
somebody_else(const struct dossier *d, const char *who, bool network)
{
	if (strcmp(who, "netwerk") == 0)
		return network;
	return who[0] != '\0' && strcmp(who, "begeleider") != 0 && strcmp(who, "vertegenwoordiger") != 0 && !client(d, who) && !worker(d, who);
}

bool
third_party_field(const struct dossier *d, const struct record *r, const struct field *f)
{
	bool action = strcmp(r->name, "werkpunt") == 0;

	if (f->value[0] == '\0')
		return false;
	if (strcmp(r->name, "client") == 0)
		return strcmp(f->name, "Vertegenwoordiger") == 0 || strcmp(f->name, "Verwijzer") == 0;
	if (action && strcmp(f->name, "Inzet") == 0)
		return somebody_else(d, record_value(r, "Wie"), true);
	if (action || strcmp(r->name, "akkoord") == 0)
		return strcmp(f->name, "Met") == 0 || (strcmp(f->name, "Wie") == 0 && somebody_else(d, f->value, false));
	return strcmp(r->name, "evaluatie") == 0 && strcmp(f->name, "Aanwezig") == 0 && somebody_else(d, f->value, false);
}

/* Folded, with a blank at either end, so that whole words are found. The caller frees it. */
static char *
in_words(const char *s)
{
	char *folded = utf8_fold(s);
	struct text t = { 0 };

	text_addf(&t, " %s ", folded);
	free(folded);
	return text_take(&t);
}

static bool
mentions(const char *value, char *const *names, size_t n)
{
	char *words = in_words(value);
	bool found = false;

	for (size_t i = 0; i < n && !found; i++)
		found = strstr(words, names[i]) != NULL;
	free(words);
	return found;
}

size_t
third_party_mentions(const struct dossier *d, struct text *lines)
{
	char **names = NULL;
	size_t n = 0, cap = 0, found = 0, i, j;

	for (i = 0; i < d->n; i++)
		if (third_party_record(&d->records[i])) {
			names = memory_room(names, &cap, n + 1, sizeof *names);
			names[n] = in_words(record_value(&d->records[i], "Naam"));
			if (names[n][strspn(names[n], " ")] != '\0')
				n++;
			else
				free(names[n]);
		}
	for (i = 0; n > 0 && i < d->n; i++)
		for (j = 2; !third_party_record(&d->records[i]) && j < d->records[i].n; j++) {
			const struct field *f = &d->records[i].fields[j];

			if ((f->spec != NULL && f->spec->type != FIELD_TEXT) || third_party_field(d, &d->records[i], f) ||
			    !mentions(f->value, names, n))
				continue;
			text_addf(lines, found++ > 0 ? ", %ld" : "%ld", f->line);
		}
	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
	return found;
}
