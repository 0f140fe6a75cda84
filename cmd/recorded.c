/* SPDX-License-Identifier: ISC */
#include "recorded.h"

#include <unistd.h>

#include "fold.h"
#include "message.h"
#include "shown.h"
#include "wording.h"

/* "Goal d3": never a value that is private. */
static void
add_record(struct text *to, const struct record *r, enum lang lang)
{
	const struct schema_field *key = r->spec == NULL ? NULL : schema_key(r->spec);

	wording_kind(to, r->name, lang);
	if (key != NULL && !(key->flags & FIELD_PRIVATE) &&
	    (key->type == FIELD_ID || key->type == FIELD_CODE))
		text_addf(to, " %s", shown_or_dots(record_text(r, key->slot)));
}

static void
add_line(struct text *to, const struct cmdline *c, const struct dossier *d)
{
	enum lang lang = message_in_dutch() ? LANG_NL : LANG_EN;
	struct fold s = { 0 };

	text_addf(to, "%s: ", d->id);
	for (size_t i = d->read; i < d->n; i++) {
		text_adds(to, i == d->read ? "" : ", ");
		add_record(to, &d->records[i], lang);
	}
	if (fold_day(&s, d, c->model, c->today, DATE_LAST) && fold_closed(&s))
		text_addf(to, "; %s", _("closed"));
	else if (s.phase != NULL && s.phase->phase != NULL)
		text_addf(to, "; %s", wording_entry(c->model, s.phase, FASE_FASE, lang));
	fold_release(&s);
}

void
recorded_add(struct recorded *r, const struct cmdline *c, const struct dossier *d)
{
	if (d->added.len == 0 || !isatty(STDERR_FILENO))
		return;
	if (r->dossiers + r->pending_dossiers++ == 0)
		add_line(&r->line, c, d);
	r->pending_records += d->n - d->read;
}

void
recorded_file(struct recorded *r, bool written)
{
	if (written) {
		r->records += r->pending_records;
		r->dossiers += r->pending_dossiers;
	}
	r->pending_records = r->pending_dossiers = 0;
	if (r->dossiers == 0)
		text_clear(&r->line);
}

void
recorded_say(struct recorded *r)
{
	if (r->dossiers == 1)
		message(_("recorded: %s"), text_string(&r->line));
	else if (r->dossiers > 1)
		message(ngettext("recorded: %zu record in %zu dossiers",
		    "recorded: %zu records in %zu dossiers", r->records), r->records, r->dossiers);
	text_release(&r->line);
}
