/* SPDX-License-Identifier: ISC */
#include "update.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "reader.h"
#include "row_apply.h"
#include "row_former.h"
#include "row_whose.h"
#include "save.h"
#include "terminal.h"

struct edit {
	struct update *update;
	bool look;			/* nothing is to be changed */
	const struct row_reader *reader;
	const struct rows *rows;
	struct row *row;
	size_t client;
	const char *path;
	bool changed, refused;
	size_t added;			/* bytes */
	struct client_keys keys;	/* of the client as changed */
	struct text whole;		/* with -n: the file as it would be */
	struct problems *problems;
};

/* Changes what the row says otherwise, in the one dossier that is its own. */
static void
amend(struct edit *e, struct dossier *d)
{
	struct update *u = e->update;
	struct row_apply p = { .reader = e->reader, .rows = e->rows, .row = e->row };
	const char *client;
	bool closed;

	p.told = e->look ? NULL : &u->told;
	p.fresh = client_index_now(u->directory->index, e->client);
	client = row_whose(&p, d, &p.taken_over);
	row_former_settle(&p, d, client);
	if (problems_error(&e->row->problems)) {	/* of what it means no more can be said */
		e->refused = !e->look;
		row_apply_release(&p);
		return;
	}
	row_apply_client(&p, d);
	closed = fold_closed(&p.state);
	row_apply_records(&p, d, cmdline_op(e->reader->call));
	if (e->look) {
		otherwise_left(&u->otherwise, d);
		row_apply_release(&p);
		dossier_undo(d, 0);
		return;
	}
	e->refused = (d->n > d->read || problems_error(&e->row->problems)) &&
	    !row_apply_judge(&p, d, closed && !p.replaces);
	if (e->refused)
		dossier_undo(d, 0);
	else {
		told_keep(&u->told, e->reader->file, (size_t)rows_line(e->rows));
		otherwise_move(&u->otherwise, &p.otherwise, d->id);
	}
	e->changed = d->added.len > 0;
	if (e->changed && fold_day(&p.state, d, e->reader->call->model, e->reader->call->today,
	    DATE_LAST)) {
		struct client_facts facts = { entry_text(p.state.client, CLIENT_NAAM),
		    entry_text(p.state.client, CLIENT_GEBOREN),
			entry_text(p.state.client, CLIENT_BSN),
			    entry_text(p.state.client, CLIENT_EXTERN) };

		e->keys = client_index_keys(u->directory->index, &facts);
	}
	row_apply_release(&p);
}

/* Passes on a dossier of the file. Returns false when it cannot be. */
static bool
pass(struct edit *e, struct dossier *d, struct save *save)
{
	struct text added = { 0 };
	bool good = true;

	if (d->malformed) {
		problems_move(e->problems, &d->problems);
		return false;
	}
	if (d->id != NULL && strcmp(d->id, client_index_id(e->update->directory->index,
	    e->client)) == 0)
		amend(e, d);
	if (e->look)
		return true;
	if (save == NULL)
		dossier_write(d, &e->whole);
	else {
		dossier_insert(d, &added);
		good = save_keep(save, d->end, e->problems) &&
		    save_write(save, added.at, added.len, e->problems) &&
		    save_keep(save, d->bytes.len - d->end, e->problems);
		text_release(&added);
	}
	if (save == NULL && d->added.len != 0 &&
	    fwrite(d->added.at, 1, d->added.len, terminal_out()) != d->added.len)
		e->update->directory->unread = !terminal_send() && errno == EPIPE;
	e->added += d->added.len;
	return good && (save != NULL || !ferror(terminal_out()));
}

static bool
pass_all(struct edit *e, struct reader *reader, struct save *save)
{
	struct dossier d = { 0 };
	bool good = true;
	int got = 0;
	long line;

	while (good && (got = reader_next(reader, &d)) > 0)
		good = pass(e, &d, save);
	if (got < 0) {
		const char *why = reader_failure(reader, &line);

		problems_add(e->problems, PROBLEM_ERROR, "read", e->path, line, NULL, "%s", why);
	}
	dossier_release(&d);
	return good && got == 0;
}

static bool
edit_file(struct edit *e)
{
	struct save *save = save_edit(e->path, &e->reader->call->patience, e->problems);
	struct reader *reader;
	bool good;

	if (save == NULL)
		return false;
	reader = reader_open(save_source(save), e->path);
	good = pass_all(e, reader, save);
	reader_free(reader);
	if (good)
		return save_commit(save, e->problems);
	save_discard(save);
	return false;
}

static struct text *
trial_of(struct update *u, size_t client)
{
	if (client >= u->ntrials) {
		u->trials = alloc_room(u->trials, &u->cap, client + 1, sizeof *u->trials);
		memset(u->trials + u->ntrials, 0, (client + 1 - u->ntrials) * sizeof *u->trials);
		u->ntrials = client + 1;
	}
	return &u->trials[client];
}

void
update_try(struct update *u, size_t client, const void *bytes, size_t n)
{
	struct text *trial = trial_of(u, client);

	text_clear(trial);
	text_add(trial, bytes, n);
}

/* With -n: from the trial that there is, else from the file. */
static bool
try_file(struct edit *e)
{
	struct text *trial = trial_of(e->update, e->client);
	int fd = trial->len > 0 ? -1 : open(e->path, O_RDONLY | O_CLOEXEC);
	struct reader *reader;
	bool good;

	if (trial->len == 0 && fd < 0) {
		problems_add(e->problems, PROBLEM_ERROR, "read", e->path, 0, NULL, "%s",
		    problem_errno(errno));
		return false;
	}
	reader = fd < 0 ? reader_of(trial->at, trial->len, e->path) : reader_open(fd, e->path);
	good = pass_all(e, reader, NULL);
	reader_free(reader);
	if (fd >= 0)
		close(fd);
	if (good && e->changed)
		update_try(e->update, e->client, e->whole.at, e->whole.len);
	text_release(&e->whole);
	return good;
}

/* Whether nothing more can be written: then the other rows need not be tried. */
static bool
full(const struct problems *problems, size_t from)
{
	for (size_t i = from; i < problems->n; i++)
		if (strcmp(problems->at[i].code, "write") == 0)
			return true;
	return false;
}

enum updated
update_client(struct update *u, const struct row_reader *reader, const struct rows *rows,
    struct row *row, size_t client,
    struct problems *problems)
{
	struct directory *r = u->directory;
	struct text path = { 0 };
	struct edit e = { .update = u, .reader = reader, .rows = rows, .row = row, .client = client,
	    .problems = problems };
	size_t before = problems->n;
	bool good;

	client_index_path(r->index, client, &path);
	e.path = text_string(&path);
	good = reader->call->dry ? try_file(&e) : edit_file(&e);
	if (good && e.changed) {
		client_index_change(r->index, client, &e.keys);
		if (reader->call->dry)
			good = directory_shown(r, e.added) == REGISTERED;
		else if (fprintf(terminal_out(), "%s\n", e.path) < 0)
			r->unread = !terminal_send() && errno == EPIPE;
	}
	text_release(&path);
	if (good)
		return e.refused ? UPDATED_REFUSED : e.changed ? UPDATED : UPDATED_NOT;
	if (full(problems, before) || ferror(terminal_out()))
		return UPDATED_STOP;
	row_problem(reader, rows, row, &row->client, PROBLEM_ERROR, "dossier",
	    schema_name(KIND_CLIENT, CLIENT_EXTERN),
	    _("the client's dossier could not be changed"));
	return UPDATED_REFUSED;
}

void
update_look(struct update *u, const struct row_reader *reader, const struct rows *rows,
    struct row *row, size_t client)
{
	struct problems problems = { 0 };
	struct text path = { 0 };
	struct edit e = { .update = u, .look = true, .reader = reader, .rows = rows, .row = row,
	    .client = client, .problems = &problems };
	struct reader *dossiers;
	int fd;

	client_index_path(u->directory->index, client, &path);
	e.path = text_string(&path);
	fd = open(e.path, O_RDONLY | O_CLOEXEC);
	if (fd >= 0) {
		dossiers = reader_open(fd, e.path);
		pass_all(&e, dossiers, NULL);
		reader_free(dossiers);
		close(fd);
	}
	problems_clear(&row->problems);
	problems_release(&problems);
	text_release(&path);
}

void
update_release(struct update *u)
{
	for (size_t i = 0; i < u->ntrials; i++)
		text_release(&u->trials[i]);
	free(u->trials);
	told_release(&u->told);
	otherwise_release(&u->otherwise);
}
