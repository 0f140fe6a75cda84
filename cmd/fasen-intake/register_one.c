/* SPDX-License-Identifier: ISC */
#include "register_one.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "directory.h"
#include "message.h"
#include "new_client.h"
#include "record_one.h"
#include "text.h"

void
register_check_ids(const char *id, const char *prefix)
{
	struct text first = { 0 };

	if (id != NULL && !schema_client_id(id))
		message_usage(_("--id: not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, "
		    "not beginning with . or -"));
	if (prefix == NULL)
		return;
	text_addf(&first, "%s0001", prefix);
	if (*prefix == '\0' || !schema_client_id(text_string(&first)) || strlen(prefix) > 40)
		message_usage(_("--id-prefix: expected 1 to 40 of A-Z a-z 0-9 . _ -, "
		    "not beginning with . or -"));
	text_release(&first);
}

/* Whether the client is known already; says so. */
static bool
is_known(struct directory *g, const struct draft *client, const char *id)
{
	struct client_keys keys = directory_keys(g, client);
	size_t other = id != NULL ? client_index_by_id(g->index, id) : CLIENT_NONE;

	if (other == CLIENT_NONE)
		other = client_index_by_extern(g->index, &keys);
	if (other == CLIENT_NONE)
		return false;
	message(_("known already as %s; nothing was registered"), client_index_id(g->index, other));
	return true;
}

/* Whether the client took over what cannot have been; says so. */
static bool
takes_known(struct directory *g, const struct draft *client, const char *id)
{
	const char *taken = directory_not_replaced(g, client, CLIENT_NONE, id);

	if (taken != NULL)
		message(_("%s: %s is the client's own id, or has a dossier; expected one that was "
		    "taken over; nothing was registered"),
		    schema_name(KIND_CLIENT, CLIENT_VERVANGT), taken);
	return taken != NULL;
}

/* Says problems at the place where the client was given. */
static int
say(const struct registration *one, struct problems *problems)
{
	struct problems placed = { 0 };
	size_t i;
	int status;

	for (i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];
		const struct field *f = NULL;
		long line = one->form != NULL ? one->form->line : 0;

		if (one->form != NULL && p->field != NULL)
			f = record_field(one->form, p->field);
		problems_add(&placed, p->severity, p->code, one->file, f != NULL ? f->line : line,
		    p->field, "%s", p->text);
	}
	problems_clear(problems);
	status = message_problems(&placed);
	problems_release(&placed);
	return status;
}

/* Writes the dossier. Returns the exit status. */
static int
write_one(const struct registration *one, struct directory *g, const struct draft *phase, date day)
{
	struct problems problems = { 0 };
	struct text bytes = { 0 };
	struct client_keys keys = directory_keys(g, one->client);
	char id[CLIENT_ID_SIZE];
	const char *none = NULL;
	int status = 0;

	directory_replaces(g, one->client, NULL);
	if (one->id != NULL)
		snprintf(id, sizeof id, "%s", one->id);
	else
		none = directory_next_id(g, day, id);
	if (none != NULL) {
		problems_add(&problems, PROBLEM_ERROR, "id", NULL, 0, "--id", "%s", none);
		message_problems(&problems);
		problems_release(&problems);
		return 2;
	}
	draft_write(one->client, id, "\n", &bytes);
	draft_write(phase, id, "\n", &bytes);
	if (one->others != NULL && !one->others(one->filling, &bytes))
		status = 1;
	else if (directory_write(g, id, bytes.at, bytes.len, &problems) == REGISTERED &&
	    directory_commit(g, &problems)) {
		directory_warn_alike(g, &keys, id, &problems);
		say(one, &problems);
	} else {
		message_problems(&problems);
		status = 2;
	}
	problems_release(&problems);
	text_release(&bytes);
	return status;
}

int
register_run(struct registration *one)
{
	const struct import_options *o = one->options;
	struct problems problems = { 0 };
	struct draft phase = { 0 };
	struct directory g;
	date day = new_client_begin(one->call, one->client, &phase);
	int status, read;

	directory_refuse_idle(one->call, o->directory);
	new_client_judge(one->call, one->client, &phase, &problems);
	status = record_one_fault(&problems, &schema_kinds[KIND_CLIENT]);
	say(one, &problems);
	if (status > 0)
		message(_("nothing was registered"));
	else if (directory_open(&g, one->call, o->directory, o->known_in, o->nknown, o->prefix,
	    &problems)) {
		read = message_problems(&problems);
		read = g.status > read ? g.status : read;
		status = is_known(&g, one->client, one->id) ||
		    takes_known(&g, one->client, one->id) ? 1 : write_one(one, &g, &phase, day);
		status = read > status ? read : status;
		directory_close(&g);
	} else {
		status = 2;
		message_problems(&problems);
		directory_close(&g);
	}
	problems_release(&problems);
	draft_release(&phase);
	return status;
}

int
register_one(struct cmdline *c, const struct import_options *o, const char *id)
{
	struct draft client;
	struct registration one = { .call = c, .options = o, .id = id, .client = &client };
	size_t i;
	int status;

	draft_of(&client, KIND_CLIENT);
	for (i = 0; i < c->nfields; i++) {
		const struct schema_field *f = schema_field_named(client.spec,
		    c->fields[i].option);

		if (f == NULL)
			continue;
		if (f->flags & FIELD_REPEATS)
			draft_more(&client, f->slot, cmdline_value(c, f, i));
		else
			draft_put(&client, f->slot, cmdline_value(c, f, i));
	}
	cmdline_all_used(c, _("registering"));
	if (c->date != DATE_NONE && draft_text(&client, CLIENT_AANGEMELD) != NULL)
		message_usage(_("%s has no effect with %s"), "--date", "--aangemeld");
	status = register_run(&one);
	draft_release(&client);
	return status;
}
