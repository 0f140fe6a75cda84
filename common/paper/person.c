/* SPDX-License-Identifier: ISC */
#include "person.h"

#include <string.h>

#include "wording.h"

const char *
person_full_name(const struct fold *s)
{
	const char *name = entry_text(s->client, CLIENT_NAAM);

	return *name != '\0' ? name : s->dossier->id;
}

const char *
person_name(const struct fold *s)
{
	const char *name = entry_text(s->client, CLIENT_ROEPNAAM);

	return *name != '\0' ? name : person_full_name(s);
}

const char *
person_called(const struct document *d, const struct fold *s)
{
	return document_shows(d, person_name(s)) ? person_name(s) : person_full_name(s);
}

void
person_names(struct document *d, const struct fold *s)
{
	document_pair(d, label(document_lang(d), "Name"), person_full_name(s));
	if (!document_shows(d, person_name(s)))
		document_pair(d, label(document_lang(d), "Called"), person_name(s));
}

const char *
person_worker_name(const struct fold *s)
{
	return wording_worker(s->model, entry_text(s->client, CLIENT_BEGELEIDER));
}

void
person_worker(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	const struct model_worker *w = model_worker(s->model,
	    entry_text(s->client, CLIENT_BEGELEIDER));
	struct text t = { 0 };

	text_adds(&t, person_worker_name(s));
	if (w != NULL && *model_text(&w->role, lang) != '\0')
		text_addf(&t, ", %s", model_text(&w->role, lang));
	if (w != NULL && *w->telephone != '\0')
		text_addf(&t, ", %s", w->telephone);
	document_pair(d, label(lang, "Support worker"), text_string(&t));
	text_release(&t);
}

const char *
person_who(const struct document *d, const struct fold *s, const char *wie)
{
	const char *worker = person_worker_name(s),
	    *speaks = entry_text(s->client, CLIENT_VERTEGENWOORDIGER);
	enum lang lang = document_lang(d);

	switch (schema_code_of(schema_slot(&schema_kinds[KIND_AKKOORD], AKKOORD_WIE), wie)) {
	case AKKOORD_WIE_CLIENT:
		return person_called(d, s);
	case AKKOORD_WIE_BEGELEIDER:
		return *worker != '\0' ? worker : label(lang, "Support worker");
	case AKKOORD_WIE_VERTEGENWOORDIGER:
		return *speaks != '\0' ? speaks : label(lang, "Representative");
	case AKKOORD_WIE_NETWERK:
		return label(lang, "Network");
	}
	return wording_worker(s->model, wie);
}

void
person_part(struct document *d, const struct fold *s, const char *title, const char *foot)
{
	enum lang lang = document_lang(d);
	struct text below = { 0 };
	char day[LABEL_DATE_SIZE];

	text_addf(&below, "%s %s \xC2\xB7 %s %s", label(lang, "Client"), s->dossier->id,
	    label(lang, "made on"), label_date(lang, s->at, day));
	document_part(d, title, text_string(&below), foot);
	text_release(&below);
}

void
person_say(struct document *d, const struct fold *s, const char *english)
{
	struct text t = { 0 };

	label_say(&t, document_lang(d), s->model->formal, english);
	document_paragraph(d, text_string(&t));
	text_release(&t);
}
