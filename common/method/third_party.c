/* SPDX-License-Identifier: ISC */
#include "third_party.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "utf8.h"

bool
third_party_record(const struct record *r)
{
	return r->kind == KIND_NETWERK;
}

static bool
worker(const struct dossier *d, const char *who)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];

		if (strcmp(record_text(r, SLOT_DOOR), who) == 0 ||
		    (r->kind == KIND_CLIENT && strcmp(record_text(r, CLIENT_BEGELEIDER), who) == 0))
			return true;
	}
	return false;
}

/* Whether it is how the client is called. */
static bool
client(const struct dossier *d, const char *who)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (d->records[i].kind == KIND_CLIENT &&
		    (strcmp(record_text(&d->records[i], CLIENT_NAAM), who) == 0 ||
		    strcmp(record_text(&d->records[i], CLIENT_ROEPNAAM), who) == 0))
			return true;
	return strcmp(who, WIE_words[WIE_CLIENT]) == 0;
}

/* Whether the Wie of the record is somebody else, by name or as the network. */
static bool
somebody_else(const struct dossier *d, const char *who, bool network)
{
	if (strcmp(who, WIE_words[WIE_NETWERK]) == 0)
		return network;
	return who[0] != '\0' && strcmp(who, WIE_words[WIE_BEGELEIDER]) != 0 &&
	    strcmp(who, AKKOORD_WIE_words[AKKOORD_WIE_VERTEGENWOORDIGER]) != 0 &&
	    !client(d, who) && !worker(d, who);
}

bool
third_party_field(const struct dossier *d, const struct record *r, const struct field *f)
{
	if (f->n == 0)
		return false;
	switch (r->kind) {
	case KIND_CLIENT:
		return f->slot == CLIENT_VERTEGENWOORDIGER || f->slot == CLIENT_VERWIJZER;
	case KIND_WERKPUNT:
		if (f->slot == WERKPUNT_INZET)
			return somebody_else(d, record_text(r, WERKPUNT_WIE), true);
		return f->slot == WERKPUNT_WIE && somebody_else(d, f->value, false);
	case KIND_AKKOORD:
		return f->slot == AKKOORD_MET ||
		    (f->slot == AKKOORD_WIE && somebody_else(d, f->value, false));
	case KIND_EVALUATIE:
		return f->slot == EVALUATIE_AANWEZIG && somebody_else(d, f->value, false);
	default:
		return false;
	}
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
			names = alloc_room(names, &cap, n + 1, sizeof *names);
			names[n] = in_words(record_text(&d->records[i], NETWERK_NAAM));
			if (names[n][strspn(names[n], " ")] != '\0')
				n++;
			else
				free(names[n]);
		}
	for (i = 0; n > 0 && i < d->n; i++)
		for (j = 2; !third_party_record(&d->records[i]) && j < d->records[i].n; j++) {
			const struct field *f = &d->records[i].fields[j];

			if ((f->spec != NULL && f->spec->type != FIELD_TEXT) ||
			    third_party_field(d, &d->records[i], f) ||
			    !mentions(f->value, names, n))
				continue;
			text_addf(lines, found++ > 0 ? ", %ld" : "%ld", f->line);
		}
	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
	return found;
}
