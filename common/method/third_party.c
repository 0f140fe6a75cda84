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

static void
add_ours(struct third_parties *t, const char *who)
{
	*entry_table_at(&t->ours, 0, who, strlen(who)) = t;
}

void
third_parties_begin(struct third_parties *t, const struct dossier *d)
{
	*t = (struct third_parties){ 0 };
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];

		add_ours(t, record_text(r, SLOT_DOOR));
		if (r->kind != KIND_CLIENT)
			continue;
		add_ours(t, record_text(r, CLIENT_BEGELEIDER));
		add_ours(t, record_text(r, CLIENT_NAAM));
		add_ours(t, record_text(r, CLIENT_ROEPNAAM));
	}
	add_ours(t, WIE_words[WIE_CLIENT]);
	add_ours(t, WIE_words[WIE_BEGELEIDER]);
	add_ours(t, AKKOORD_WIE_words[AKKOORD_WIE_VERTEGENWOORDIGER]);
}

void
third_parties_end(struct third_parties *t)
{
	entry_table_release(&t->ours);
}

/* Whether the Wie of the record is somebody else, by name or as the network. */
static bool
somebody_else(const struct third_parties *t, const char *who, bool network)
{
	if (strcmp(who, WIE_words[WIE_NETWERK]) == 0)
		return network;
	return who[0] != '\0' && entry_table_find(&t->ours, 0, who, strlen(who)) == NULL;
}

bool
third_party_field(const struct third_parties *t, const struct record *r, const struct field *f)
{
	if (f->n == 0)
		return false;
	switch (r->kind) {
	case KIND_CLIENT:
		return f->slot == CLIENT_VERTEGENWOORDIGER || f->slot == CLIENT_VERWIJZER;
	case KIND_WERKPUNT:
		if (f->slot == WERKPUNT_INZET)
			return somebody_else(t, record_text(r, WERKPUNT_WIE), true);
		return f->slot == WERKPUNT_WIE && somebody_else(t, f->value, false);
	case KIND_AKKOORD:
		return f->slot == AKKOORD_MET ||
		    (f->slot == AKKOORD_WIE && somebody_else(t, f->value, false));
	case KIND_EVALUATIE:
		return f->slot == EVALUATIE_AANWEZIG && somebody_else(t, f->value, false);
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
	struct third_parties others;

	third_parties_begin(&others, d);
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
			    third_party_field(&others, &d->records[i], f) ||
			    !mentions(f->value, names, n))
				continue;
			text_addf(lines, found++ > 0 ? ", %ld" : "%ld", f->line);
		}
	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
	third_parties_end(&others);
	return found;
}
