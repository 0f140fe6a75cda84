/* SPDX-License-Identifier: ISC */
#include "form_fill.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "directory.h"
#include "form.h"
#include "form_read.h"
#include "form_sheet.h"
#include "message.h"
#include "reader.h"
#include "register_one.h"

static const enum kind kinds[] = { KIND_CLIENT, KIND_INTAKE, KIND_AKKOORD, KIND_INDICATIE,
	KINDS };

static void
lay_out(struct form *f, enum kind kind)
{
	size_t i;

	if (kind != KINDS)
		form_records(f, kind);
	else
		for (i = 0; kinds[i] != KINDS; i++)
			form_records(f, kinds[i]);
}

int
form_print(const struct cmdline *c, const char *kind)
{
	if (c->format == NULL)
		return form_run(c, kinds, kind, lay_out);
	if (kind != NULL && !schema_same_name(kind, schema_kinds[KIND_CLIENT].name))
		message_usage(_("-T with --form: expected --form or --form=client"));
	return sheet_run(c, "Registration", sheet_registration);
}

/*
 * The record of client that somebody filled in, or NULL. A second one is a wrong call, for a form
 * registers one client.
 */
static struct form_reader_record *
find_client(struct form_reader *f)
{
	struct form_reader_record *found = NULL;
	size_t i;

	for (i = 0; i < f->n; i++) {
		if (!f->records[i].touched || f->records[i].record.kind != KIND_CLIENT)
			continue;
		if (found != NULL)
			message_usage(_("%s:%ld: a second client; expected one, for a form "
			    "registers one client"), f->file, f->records[i].record.line);
		found = &f->records[i];
	}
	return found;
}

static void
take_client(const struct record *r, struct draft *client)
{
	size_t i;

	draft_of(client, KIND_CLIENT);
	for (i = 1; i < r->n; i++) {
		const char *name = r->fields[i].name, *value = r->fields[i].value;

		if (value[0] != '\0' && r->fields[i].slot != SLOT_OP &&
		    strcmp(name, SCHEMA_CLIENT) != 0 && strcmp(name, FORM_RECORDS) != 0)
			draft_add(client, name, value);
	}
}

/* Appends the form's other records to the new dossier. Returns false when it refuses one. */
static bool
append_others(struct form_reader *f, struct text *bytes)
{
	struct dossier d = { 0 };
	struct reader *s = reader_of(bytes->at, bytes->len, f->file);
	bool good = reader_next(s, &d) > 0 && form_reader_append(f, &d) == 0;

	text_clear(bytes);
	dossier_write(&d, bytes);
	reader_free(s);
	dossier_release(&d);
	return good;
}

static int
register_form(struct form_reader *f, const struct import_options *o,
    struct form_reader_record *filled, const char *id)
{
	const char *own = filled->client;
	struct draft client;
	struct registration one = { .call = f->call, .options = o, .client = &client,
	    .file = f->file, .form = &filled->record };
	int status;

	if (id != NULL && own[0] != '\0' && strcmp(id, own) != 0)
		message_usage(_("--id: another id than the form has"));
	one.id = id != NULL ? id : own[0] != '\0' ? own : NULL;
	filled->touched = false;
	filled->done = true;
	take_client(&filled->record, &client);
	one.others = append_others;
	one.filling = f;
	status = register_run(&one);
	draft_release(&client);
	return status;
}

int
form_fill(struct cmdline *c, const struct import_options *o, const char *id, const char *file)
{
	bool registers = o->directory != NULL || id != NULL || o->prefix != NULL || o->nknown > 0;
	struct form_reader_record *client = NULL;
	struct form_reader f;
	int status;

	form_reader_read(&f, c, kinds, file);
	if (registers || (c->noperands == 0 && c->files0 == NULL && c->client == NULL)) {
		client = find_client(&f);
		if (client != NULL && !registers && client->client[0] != '\0')
			client = NULL;
	}
	if (client != NULL && (c->in_place || c->all))
		message_usage(_("%s has no effect on registering; -d says where new dossiers go"),
		    c->in_place ? "-i" : "--all");
	if (registers && client == NULL)
		message_usage(_("%s: no record of client is filled in; expected one to register"),
		    file);
	status = client != NULL ? register_form(&f, o, client, id) : form_reader_run(&f);
	form_reader_release(&f);
	return status;
}
