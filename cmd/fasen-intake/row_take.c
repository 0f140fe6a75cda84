/* SPDX-License-Identifier: ISC */
#include "row_take.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "filter.h"
#include "message.h"
#include "new_client.h"
#include "row_apply.h"
#include "terminal.h"
#include "text.h"

void
row_taker_status(struct row_taker *m, int status)
{
	if (status > m->status)
		m->status = status;
}

void
row_taker_say(struct row_taker *m, struct problems *problems)
{
	if (problems->n > 0)
		progress_clear(&m->progress);
	row_taker_status(m, message_problems(problems));
}

void
row_taker_say_with_news(struct row_taker *m, struct problems *problems)
{
	if (m->options->quiet && !problems_error(problems))
		problems_move(&m->held, problems);
	else
		row_taker_say(m, problems);
}

void
row_taker_stop(struct row_taker *m)
{
	m->stopped = true;
	row_taker_status(m, 2);
}

/* Says what is wrong with the row, and keeps it among the rejects. */
static void
reject(struct row_taker *m)
{
	struct problems problems = { 0 };
	struct text all = { 0 };
	size_t i;

	row_counts_reject(&m->counts, &m->row.problems);
	row_taker_status(m, 1);
	progress_clear(&m->progress);
	for (i = 0; i < m->row.problems.n; i++) {
		const struct problem *p = &m->row.problems.at[i];

		if (p->severity != PROBLEM_ERROR)
			continue;
		message_problem(p);
		text_addf(&all, "%s%s%s%s", all.len > 0 ? "; " : "", p->field != NULL ? p->field :
		    "",
		    p->field != NULL ? ": " : "", p->text);
	}
	if (row_said(&m->reader, m->rows)[0] != '\0') {	/* what was wrong when it came first */
		text_clear(&all);
		text_adds(&all, row_said(&m->reader, m->rows));
	}
	if (m->rejects != NULL && !rejects_add(m->rejects, &m->reader, m->rows, text_string(&all),
	    &problems))
		row_taker_stop(m);
	row_taker_say(m, &problems);
	problems_release(&problems);
	text_release(&all);
}

static void
row_wrong(struct row_taker *m, const char *field, const char *code, const char *why)
{
	row_problem(&m->reader, m->rows, &m->row, &m->row.client, PROBLEM_ERROR, code, field, why);
}

/* Says what is notable of a row that was taken. */
static void
say_row(struct row_taker *m)
{
	row_counts_warn(&m->counts, &m->row.problems);
	row_taker_say(m, &m->row.problems);
}

/* What waits is put in its place. Returns false when it cannot be. */
static bool
commit(struct row_taker *m)
{
	struct problems problems = { 0 };
	bool good = directory_commit(&m->directory, &problems);

	if (!good)
		row_taker_stop(m);
	row_taker_say(m, &problems);
	problems_release(&problems);
	return good;
}

static void
update_known(struct row_taker *m, size_t client)
{
	struct problems problems = { 0 };
	enum updated done;

	if (client_index_now(m->directory.index, client) && !commit(m))
		return;
	done = update_client(&m->update, &m->reader, m->rows, &m->row, client, &problems);
	row_taker_say(m, &problems);
	if (done == UPDATED) {
		m->counts.updated++;
		directory_replaces(&m->directory, &m->row.client,
		    client_index_id(m->directory.index, client));
	}
	if (done == UPDATED_NOT)
		m->counts.known++;
	if (done == UPDATED)
		say_row(m);
	if (done == UPDATED_REFUSED)
		reject(m);
	if (done == UPDATED_STOP)
		row_taker_stop(m);
	problems_release(&problems);
}

/* Whether the row names no client that could be known. */
static bool
names_nobody(const struct row *row)
{
	return row->id == NULL && draft_text(&row->client, CLIENT_EXTERN) == NULL &&
	    draft_text(&row->client, CLIENT_BSN) == NULL;
}

/* The field by which the row names a client that is known, or could. */
static const char *
names_by(const struct row_taker *m)
{
	const struct row *row = &m->row;
	const char *elsewhere = schema_name(KIND_CLIENT, CLIENT_EXTERN);
	const char *bsn = schema_name(KIND_CLIENT, CLIENT_BSN);

	if (names_nobody(row))
		return row_fills(&m->reader, elsewhere) ? elsewhere :
		    row_fills(&m->reader, bsn) ? bsn : MAPPING_ID;
	return row->id != NULL ? MAPPING_ID :
	    draft_text(&row->client, CLIENT_EXTERN) != NULL ? elsewhere : bsn;
}

static void
take_known(struct row_taker *m, size_t client)
{
	struct text why = { 0 };

	if (m->options->update) {
		update_known(m, client);
		return;
	}
	m->counts.known++;
	if (!client_index_now(m->directory.index, client)) {
		if (!m->options->quiet)
			update_look(&m->update, &m->reader, m->rows, &m->row, client);
		return;
	}
	text_addf(&why, _("%s, a client of an earlier row; passed over"),
	    client_index_id(m->directory.index, client));
	row_problem(&m->reader, m->rows, &m->row, &m->row.client, PROBLEM_WARNING, "again",
	    names_by(m), text_string(&why));
	text_release(&why);
	say_row(m);
}

/*
 * The dossier of a new client under that id. Returns false when the model or the dossier refuses a
 * record of the row.
 */
static bool
make_dossier(struct row_taker *m, date day, const char *id)
{
	struct row_apply *p = &m->apply;
	struct dossier *d = &m->dossier;
	bool good;

	p->reader = &m->reader;
	p->rows = m->rows;
	p->row = &m->row;
	p->told = m->options->update ? &m->update.told : NULL;
	dossier_clear(d);
	d->id = id;
	d->blank = true;
	row_apply_new(p, d, &m->phase);
	row_apply_records(p, d, day);
	good = row_apply_judge(p, d, false);
	if (good && p->told != NULL)
		told_keep(p->told, m->reader.file, (size_t)rows_line(m->rows));
	text_clear(&m->bytes);
	dossier_write(d, &m->bytes);
	row_apply_clear(p);
	return good;
}

/* Writes the dossier under the row's id, or under the next one. */
static enum registered
write_new(struct row_taker *m, date day, char id[CLIENT_ID_SIZE], struct problems *problems)
{
	enum registered done;
	const char *none = NULL;

	if (m->row.id != NULL)
		snprintf(id, CLIENT_ID_SIZE, "%s", m->row.id);
	else
		none = directory_next_id(&m->directory, day, id);
	if (none != NULL) {
		row_wrong(m, MAPPING_ID, "id", none);
		return REGISTERED_NOT;
	}
	if (!make_dossier(m, day, id))
		return REGISTERED_NOT;
	done = directory_write(&m->directory, id, m->bytes.at, m->bytes.len,
	    problems);
	if (done == REGISTERED_NOT) {
		problems_clear(problems);
		row_wrong(m, MAPPING_ID, "exists",
		    _("a file of that name exists already, with other clients in it"));
	}
	return done;
}

static void
take_new(struct row_taker *m, const struct client_keys *keys)
{
	struct draft *client = &m->row.client;
	struct problems problems = { 0 };
	char id[CLIENT_ID_SIZE];
	enum registered done;
	date day = new_client_begin(m->call, client, &m->phase);

	directory_replaces(&m->directory, client, NULL);
	done = write_new(m, day, id, &problems);
	m->reader.lack_said = true;
	if (done == REGISTERED) {
		directory_warn_alike(&m->directory, keys, id, &problems);
		row_problems(&m->reader, m->rows, &m->row, client, &problems);
		say_row(m);
		directory_add(&m->directory, id, keys);
		directory_replaces(&m->directory, client, id);
		if (m->call->dry && m->options->update)
			update_try(&m->update, client_index_by_id(m->directory.index, id),
			    m->bytes.at,
			    m->bytes.len);
	} else if (done == REGISTERED_NOT)
		reject(m);
	else
		row_taker_stop(m);
	row_taker_say(m, &problems);
	problems_release(&problems);
}

/* The row is not to be taken: by the field that names its client. */
static void
reject_client(struct row_taker *m, const char *field, const char *code, const char *why)
{
	row_wrong(m, field, code, why);
	reject(m);
}

/* The client whose BSN the row has, where neither id nor Extern says who it is. */
static bool
find_by_bsn(struct row_taker *m, const struct client_keys *keys, size_t *client)
{
	size_t i = 0;

	*client = client_index_by_bsn(m->directory.index, keys, &i);
	if (*client == CLIENT_NONE || client_index_by_bsn(m->directory.index, keys,
	    &i) == CLIENT_NONE)
		return true;
	reject_client(m, schema_name(KIND_CLIENT, CLIENT_BSN), "conflict",
	    _("of several known clients; expected the id or Extern of the one"));
	return false;
}

/* Whether the id elsewhere, by which alone the row names its client, is that of two; rejects it. */
static bool
of_two(struct row_taker *m, const struct client_keys *keys, size_t client)
{
	const struct client_index *x = m->directory.index;
	size_t other = client == CLIENT_NONE || !m->options->update ? CLIENT_NONE :
	    client_index_same_extern(x, keys, client);
	struct text why = { 0 };

	if (other == CLIENT_NONE)
		return false;
	text_addf(&why, _("of two known clients, %s and %s; expected the id of the one"),
	    client_index_id(x, client), client_index_id(x, other));
	reject_client(m, schema_name(KIND_CLIENT, CLIENT_EXTERN), "conflict", text_string(&why));
	text_release(&why);
	return true;
}

/*
 * Finds the client whom the row names, CLIENT_NONE for a new one. Returns false when the row is
 * rejected.
 */
static bool
find_client(struct row_taker *m, const struct client_keys *keys, size_t *client)
{
	const struct client_index *x = m->directory.index;
	const char *extern_id = draft_text(&m->row.client, CLIENT_EXTERN);
	const char *field = schema_name(KIND_CLIENT, CLIENT_EXTERN);
	size_t by_extern = client_index_by_extern(x, keys);
	struct text why = { 0 };

	if (m->options->update && m->row.id == NULL && extern_id == NULL && keys->bsn == 0) {
		reject_client(m, row_fills(&m->reader, MAPPING_ID) ? MAPPING_ID :
		    row_fills(&m->reader, field) ? field :
		    schema_name(KIND_CLIENT, CLIENT_BSN), "unnamed",
		    _("empty; --update expects in each row by what its client is known"));
		return false;
	}
	*client = m->row.id != NULL ? client_index_by_id(x, m->row.id) : by_extern;
	if (m->row.id == NULL && extern_id == NULL)
		return !m->options->update || find_by_bsn(m, keys, client);
	if (m->row.id == NULL)
		return !of_two(m, keys, by_extern);
	if (by_extern == CLIENT_NONE || by_extern == *client)
		return true;
	if (*client == CLIENT_NONE)
		reject_client(m, MAPPING_ID, "conflict",
		    _("another id than the dossier of this client has"));
	else if (client_index_keys_of(x, *client)->extern_id == keys->extern_id)
		return true;
	else {
		text_addf(&why,
		    _("is of another client, %s; expected one of the client whose id the row has"),
		    client_index_id(x, by_extern));
		reject_client(m, field, "conflict", text_string(&why));
		text_release(&why);
	}
	return false;
}

/* Whether what the row says was taken over may have been; else it is rejected. */
static bool
may_replace(struct row_taker *m, size_t client)
{
	struct text why = { 0 };
	const char *taken = client != CLIENT_NONE && !m->options->update ? NULL :
	    directory_not_replaced(&m->directory, &m->row.client, client,
	    client != CLIENT_NONE ? client_index_id(m->directory.index, client) : m->row.id);

	if (taken == NULL)
		return true;
	text_addf(&why, _("%s is the client's own id, or has a dossier; expected one that was "
	    "taken over"), taken);
	reject_client(m, schema_name(KIND_CLIENT, CLIENT_VERVANGT), "double-client",
	    text_string(&why));
	text_release(&why);
	return false;
}

void
row_take(struct row_taker *m)
{
	struct client_keys keys;
	size_t client = CLIENT_NONE;

	if (!row_read(&m->reader, m->rows, &m->row)) {
		reject(m);
		return;
	}
	keys = directory_keys(&m->directory, &m->row.client);
	if (!find_client(m, &keys, &client))
		return;
	if (!may_replace(m, client))
		return;
	if (client != CLIENT_NONE)
		take_known(m, client);
	/* a file of scores cannot say who a new client is */
	else if (!row_fills(&m->reader, schema_name(KIND_CLIENT, CLIENT_NAAM)))
		reject_client(m, names_by(m), "unknown",
		    names_nobody(&m->row) ?
		    _("empty; expected a known client, or a column with the name of a new one") :
		    _("no known client; expected one, or a column with the name of a new client"));
	else
		take_new(m, &keys);
}
