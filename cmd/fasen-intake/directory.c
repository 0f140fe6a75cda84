/* SPDX-License-Identifier: ISC */
#include "directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client_scan.h"
#include "file.h"
#include "leftover.h"
#include "lock.h"
#include "message.h"
#include "terminal.h"
#include "text.h"

enum { HELD_MAX = 48 * 1024 };	/* bytes: less than the room of standard output, of which nobody
				   knows what is lost when it fails */

static bool
fail(const char *path, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "directory", path, 0, NULL,
	    "%s", problem_errno(errno));
	return false;
}

static bool
lock(struct directory *r, struct problems *problems)
{
	struct stat st;

	r->lock = open(r->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->lock < 0 || fstat(r->lock, &st) != 0)
		return fail(r->path, problems);
	if (!lock_take(r->lock, r->path, &r->call->patience)) {
		if (errno != EWOULDBLOCK)
			return fail(r->path, problems);
		problems_add(problems, PROBLEM_ERROR, "locked", r->path, 0, NULL,
		    _("locked by another program; nothing was written"));
		return false;
	}
	r->mode = st.st_mode & S_IWGRP ? 0660 : 0600;
	leftover_sweep(r->path);
	if (!r->call->dry)
		r->batch = batch_open(r->path, r->lock, r->mode);
	return true;
}

void
directory_refuse_idle(const struct cmdline *c, const char *directory)
{
	if (c->wait_given && directory == NULL)
		message_usage(_("%s has no effect without %s"), "--wait", "-d");
}

static bool
same_directory(int lock, const char *path)
{
	struct stat a, b;

	return lock >= 0 && fstat(lock, &a) == 0 && stat(path, &b) == 0 && file_same(&a, &b);
}

static bool
scan(struct directory *r, const char *path, size_t *number, struct problems *problems)
{
	return given_ids_read(&r->given, path, path == r->path && !r->call->dry, problems) &&
	    client_scan(r->index, &r->given, r->call, path, path == r->path, number, &r->status,
	    problems);
}

bool
directory_open(struct directory *r, const struct cmdline *c, const char *path,
    char *const *known_in, size_t nknown,
    const char *prefix, struct problems *problems)
{
	size_t i, number;

	if (path != NULL) {
		cmdline_refuse_read(path);
		cmdline_refuse_appending();
	}
	for (i = 0; i < nknown; i++)
		cmdline_refuse_read(known_in[i]);
	*r = (struct directory){ .call = c, .path = path, .lock = -1, .mode = 0600 };
	r->given.prefix = prefix;
	r->index = client_index_open();
	if (path != NULL && (!lock(r, problems) || !scan(r, path, &r->number, problems)))
		return false;
	for (i = 0; i < nknown; i++)
		if (!same_directory(r->lock, known_in[i]) &&
		    !scan(r, known_in[i], &number, problems))
			return false;
	return true;
}

/* Adds to `to` the path that the dossier of a client of that id has or would have. */
static void
directory_path(const struct directory *r, const char *id, struct text *to)
{
	text_addf(to, "%s%s%s.rec", r->path, r->path[strlen(r->path) - 1] == '/' ? "" : "/", id);
}

static bool
exists(const struct directory *r, const char *id)
{
	struct text path = { 0 };
	bool there;

	directory_path(r, id, &path);
	there = access(text_string(&path), F_OK) == 0;
	text_release(&path);
	return there;
}

const char *
directory_next_id(struct directory *r, date day, char to[CLIENT_ID_SIZE])
{
	char on[DATE_SIZE];
	bool good;

	date_format(day, on);
	on[5] = '\0';	/* the year and the dash */
	r->numbers = true;
	good = given_ids_next(&r->given, on, 0, to);
	for (long skip = 1; good && r->path != NULL && exists(r, to); skip++)
		good = given_ids_next(&r->given, on, skip, to);
	return good ? NULL :
	    _("no number of nine digits is left; expected an id, or another beginning of ids");
}

/* What was shown counts once it is out. */
static bool
send(struct directory *r)
{
	if (!terminal_send()) {
		r->unread = errno == EPIPE;
		return false;
	}
	r->written += r->held;
	r->updated += r->held_updates;
	r->held = r->held_updates = r->held_bytes = 0;
	return true;
}

static enum registered
show(struct directory *r, const char *s, size_t n)
{
	bool good = fwrite(s, 1, n, terminal_out()) == n;

	if (good) {
		r->shown = true;
		r->held++;
		r->held_bytes += n;
	}
	return good && r->held_bytes < HELD_MAX ? REGISTERED : send(r) ? REGISTERED :
	    REGISTERED_STOP;
}

enum registered
directory_shown(struct directory *r, size_t n)
{
	r->held_updates++;
	r->held_bytes += n;
	return r->held_bytes < HELD_MAX || send(r) ? REGISTERED : REGISTERED_STOP;
}

enum registered
directory_write(struct directory *r, const char *id, const char *s, size_t n,
    struct problems *problems)
{
	struct text name = { 0 };

	if (r->batch != NULL && exists(r, id)) {
		directory_path(r, id, &name);
		problems_add(problems, PROBLEM_ERROR, "exists", text_string(&name), 0, NULL,
		    _("exists already; nothing was written"));
		text_release(&name);
		return REGISTERED_NOT;
	}
	given_ids_take(&r->given, id);
	if (r->batch == NULL)
		return show(r, s, n);
	text_addf(&name, "%s.rec", id);
	batch_add(r->batch, text_string(&name), s, n);
	text_add(&r->waiting, id, strlen(id) + 1);
	text_release(&name);
	return !batch_full(r->batch) || directory_commit(r, problems) ? REGISTERED :
	    REGISTERED_STOP;
}

bool
directory_commit(struct directory *r, struct problems *problems)
{
	size_t n = r->batch != NULL ? batch_count(r->batch) : 0, done, i;
	const char *id;
	struct text path = { 0 };
	bool good;

	if (n == 0)
		return send(r);
	fflush(stderr);	/* what was said of what is to be written */
	done = batch_commit(r->batch, problems);
	good = !problems_error(problems);
	if (r->numbers && done == n)	/* else ids that are not there would count as given */
		good = given_ids_write(&r->given, r->path, r->mode, problems) && good;
	for (i = 0, id = text_string(&r->waiting); i < done; i++, id += strlen(id) + 1) {
		text_clear(&path);
		directory_path(r, id, &path);
		fprintf(terminal_out(), "%s\n", text_string(&path));
	}
	r->written += done;
	text_release(&path);
	text_clear(&r->waiting);
	return send(r) && good;
}

bool
directory_keep_ids(struct directory *r, struct problems *problems)
{
	return r->batch == NULL || given_ids_write(&r->given, r->path, r->mode, problems);
}

void
directory_close(struct directory *r)
{
	if (r->shown && !r->call->dry && isatty(STDOUT_FILENO))
		message(_("shown only: nothing was saved; -d saves it in a directory"));
	client_index_free(r->index);
	given_ids_release(&r->given);
	batch_free(r->batch);
	text_release(&r->waiting);
	if (r->lock >= 0)
		close(r->lock);
}

struct client_keys
directory_keys(const struct directory *r, const struct draft *client)
{
	struct client_facts facts = {
		draft_text(client, CLIENT_NAAM), draft_text(client, CLIENT_GEBOREN),
		    draft_text(client, CLIENT_BSN),
		draft_text(client, CLIENT_EXTERN),
	};

	return client_index_keys(r->index, &facts);
}

void
directory_add(struct directory *r, const char *id, const struct client_keys *keys)
{
	client_index_add(r->index, id, keys, r->call->dry ? 0 : r->number, NULL, true);
}

const char *
directory_not_replaced(const struct directory *r, const struct draft *client, size_t number,
    const char *id)
{
	for (size_t i = 0; i < client->n; i++) {
		const struct draft_field *f = &client->fields[i];
		size_t other;

		if (f->slot != CLIENT_VERVANGT || f->value[0] == '\0')
			continue;
		other = client_index_by_id(r->index, f->value);
		if ((id != NULL && strcmp(f->value, id) == 0) ||
		    (other != CLIENT_NONE && other != number))
			return f->value;
	}
	return NULL;
}

void
directory_replaces(struct directory *r, const struct draft *client, const char *id)
{
	for (size_t i = 0; i < client->n; i++) {
		const struct draft_field *f = &client->fields[i];

		if (f->slot != CLIENT_VERVANGT || f->value[0] == '\0')
			continue;
		given_ids_take(&r->given, f->value);
		if (id != NULL && client_index_by_id(r->index, f->value) == CLIENT_NONE)
			client_index_replaces(r->index, client_index_by_id(r->index, id), f->value);
	}
}

/* The ids of those who are alike, as many as the index tells. */
static bool
alike(const struct directory *r, size_t (*next)(const struct client_index *,
    const struct client_keys *, size_t *),
    const struct client_keys *keys, struct text *to)
{
	size_t i = 0, other;

	text_clear(to);
	while (i < CLIENT_ALIKE_MAX && (other = next(r->index, keys, &i)) != CLIENT_NONE)
		text_addf(to, "%s%s", to->len > 0 ? ", " : "", client_index_id(r->index, other));
	if (i == CLIENT_ALIKE_MAX)
		text_adds(to, ", ...");
	return to->len > 0;
}

void
directory_warn_alike(const struct directory *r, const struct client_keys *keys, const char *id,
    struct problems *problems)
{
	struct text others = { 0 };

	if (alike(r, client_index_by_person, keys, &others))
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0,
		    schema_name(KIND_CLIENT, CLIENT_NAAM), keys->born ?
		    _("%s is likely the same person as %s: the same name and date of birth") :
		    _("%s may be the same person as %s: the same name, and nothing to tell them "
		    "apart"), id, text_string(&others));
	if (alike(r, client_index_by_bsn, keys, &others))
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0,
		    schema_name(KIND_CLIENT, CLIENT_BSN),
		    _("%s is likely the same person as %s: the same number"), id,
		    text_string(&others));
	text_release(&others);
}
