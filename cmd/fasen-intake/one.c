#include "one.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"
#include "recording.h"
#include "registry.h"
#include "text.h"

void
one_check_ids(const char *id, const char *prefix)
{
	struct text first = { 0 };

	if (id != NULL && !schema_client_id(id))
		message_usage(_("--id: not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, not beginning with . or -"));
	if (prefix == NULL)
		return;
	text_addf(&first, "%s0001", prefix);
	if (!schema_client_id(text_string(&first)) || strlen(prefix) > 40)
		message_usage(_("--id-prefix: expected up to 40 of A-Z a-z 0-9 . _ -, not beginning with . or -"));
	text_release(&first);
}

/* Whether the client is known already; says so. */
static bool
is_known(struct registry *g, const struct draft *client, const char *id)
{
	const char *extern_id = draft_value(client, "Extern");
	struct known_client other;

	if ((id == NULL || !known_by_id(g->known, id, &other)) &&
	    (extern_id == NULL || !known_by_extern(g->known, extern_id, &other)))
		return false;
	message(_("known already as %s; nothing was registered"), other.id);
	return true;
}

/* Writes the dossier under the id, or under the first free one. */
static enum registered
write_one(struct registry *g, const struct draft *client, const struct draft *phase, date day, const char *given,
    struct problems *problems)
{
	struct text bytes = { 0 };
	char id[KNOWN_ID_SIZE], *path = NULL;
	enum registered done;

	do {
		problems_clear(problems);
		if (given != NULL)
			snprintf(id, sizeof id, "%s", given);
		else
			registry_next_id(g, day, id);
		text_clear(&bytes);
		draft_write(client, id, "\n", &bytes);
		draft_write(phase, id, "\n", &bytes);
		free(path);
		done = registry_write(g, id, bytes.at, bytes.len, &path, problems);
		if (done == REGISTERED_NOT)
			known_taken(g->known, id);
	} while (done == REGISTERED_NOT && given == NULL);
	if (done == REGISTERED) {
		registry_warn_alike(g, client, id, problems);
		if (path[0] != '\0')
			printf("%s\n", path);
	}
	text_release(&bytes);
	free(path);
	return done;
}

/* Of what is given: registration and birth lie behind, as in a file of many. */
static void
check_dates(const struct call *c, const struct draft *client)
{
	static const char *const fields[] = { "Aangemeld", "Geboren" };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const char *value = draft_value(client, fields[i]);

		if (value != NULL && date_parse(value) > c->today)
			message_usage(_("%s is after today; expected a date up to today"), fields[i]);
	}
}

int
one_register(struct call *c, const struct import_options *o, const char *id)
{
	const char *given = call_field(c, "Aangemeld");
	struct problems problems = { 0 };
	struct registry g;
	struct recording r;
	struct draft phase = { 0 };
	int status = 1;
	date day;

	recording_begin(&r, c, "client");
	if (given != NULL && date_parse(given) != DATE_NONE)
		draft_set(&r.draft, "Op", given);
	recording_ready(&r, _("registering"));
	check_dates(c, &r.draft);
	day = registry_begin(c, &r.draft, &phase);
	if (!registry_check(&r.draft, &problems)) {
		message_problems(&problems);
		message_usage(_("nothing was registered"));
	}
	message_problems(&problems);
	if (!r.refused && registry_open(&g, c, o->directory, o->known_in, o->nknown, o->prefix, &problems)) {
		status = message_problems(&problems);
		if (is_known(&g, &r.draft, id))
			status = status > 1 ? status : 1;
		else if (write_one(&g, &r.draft, &phase, day, id, &problems) != REGISTERED)
			status = 2;
		registry_close(&g);
	} else if (!r.refused) {
		status = 2;
		registry_close(&g);
	}
	message_problems(&problems);
	problems_release(&problems);
	draft_release(&phase);
	recording_release(&r);
	return status;
}
