#include "directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "appended.h"
#include "leftover.h"
#include "lock.h"
#include "message.h"
#include "record_one.h"
#include "save.h"
#include "terminal.h"
#include "text.h"

enum { ALIKE_MAX = 5 };

static bool
fail(const char *path, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "directory", path, 0, NULL, "%s", strerror(errno));
	return false;
}

static bool
lock(struct directory *r, struct problems *problems)
{
	struct stat st;

	r->lock = open(r->directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (r->lock < 0 || fstat(r->lock, &st) != 0)
		return fail(r->directory, problems);
	if (!lock_take(r->lock, r->directory, &r->call->patience)) {
		if (errno != EWOULDBLOCK)
			return fail(r->directory, problems);
		problems_add(problems, PROBLEM_ERROR, "locked", r->directory, 0, NULL,
		    _("locked by another program; nothing was written"));
		return false;
	}
	r->mode = st.st_mode & S_IWGRP ? 0660 : 0600;
	leftover_sweep(r->directory);
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

	return lock >= 0 && fstat(lock, &a) == 0 && stat(path, &b) == 0 && a.st_dev == b.st_dev &&
	    a.st_ino == b.st_ino;
}

bool
directory_open(struct directory *r, const struct cmdline *c, const char *directory,
    char *const *known_in, size_t nknown, const char *prefix, struct problems *problems)
{
	const char *temporary = getenv("TMPDIR");
	size_t i;

	if (directory != NULL)
		cmdline_refuse_read(directory);
	for (i = 0; i < nknown; i++)
		cmdline_refuse_read(known_in[i]);
	*r = (struct directory){ .call = c, .directory = directory, .lock = -1, .mode = 0600 };
	if (directory != NULL && !lock(r, problems))
		return false;
	r->known = client_index_open(temporary != NULL && temporary[0] != '\0' ? temporary : "/tmp",
	    prefix, problems);
	if (r->known == NULL ||
	    (directory != NULL && !client_index_scan(r->known, directory, &r->status, problems)))
		return false;
	for (i = 0; i < nknown; i++)
		if (!same_directory(r->lock, known_in[i]) &&
		    !client_index_scan(r->known, known_in[i], &r->status, problems))
			return false;
	return true;
}

date
directory_begin(const struct cmdline *c, struct draft *client, struct draft *phase)
{
	const char *given = draft_text(client, CLIENT_AANGEMELD);
	date day = given != NULL && given[0] != '\0' ? date_parse(given) : DATE_NONE;
	char to[DATE_SIZE];

	if (day == DATE_NONE)
		day = cmdline_op(c);
	date_format(day, to);
	if (given == NULL || given[0] == '\0')
		draft_put(client, CLIENT_AANGEMELD, to);
	if (draft_text(client, SLOT_OP) == NULL)
		draft_put(client, SLOT_OP, to);
	record_one_sign(c, client);
	draft_of(phase, KIND_FASE);
	draft_put(phase, SLOT_OP, to);
	draft_put(phase, FASE_FASE, c->model->phases[0].code);
	draft_put(phase, SLOT_DOOR, draft_text(client, SLOT_DOOR));
	record_one_sign(c, phase);
	return day;
}

void
directory_judge(const struct cmdline *c, const struct draft *client, const struct draft *phase,
    struct problems *problems)
{
	struct dossier d = { .id = "x" };
	struct problems found = { 0 };
	struct fold s = { 0 };
	bool good;

	dossier_append(&d, client);
	dossier_append(&d, phase);
	good = appended_judge(&d, c->model, c->today, &s, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct problem *p = &found.at[i];

		if (dossier_appended_at(&d, p->line) == 0 && (good || p->severity == PROBLEM_ERROR))
			problems_add(problems, p->severity, p->code, NULL, 0, p->field,
			    "%s", p->text);
	}
	problems_release(&found);
	fold_release(&s);
	dossier_release(&d);
}

void
directory_warn_alike(struct directory *r, const struct draft *client, const char *id,
    struct problems *problems)
{
	struct client_index_facts person = { draft_text(client, CLIENT_NAAM),
	    draft_text(client, CLIENT_GEBOREN), NULL, NULL };
	struct client_index_facts number = { NULL, NULL, draft_text(client, CLIENT_BSN), NULL };
	struct client_index_client other;
	size_t i, n;

	for (i = n = 0; n < ALIKE_MAX && client_index_alike(r->known, &person, &i, &other); n++)
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0,
		    schema_name(KIND_CLIENT, CLIENT_NAAM),
		    _("%s is likely the same person as %s: the same name and date of birth"),
		    id, other.id);
	for (i = 0; n < ALIKE_MAX && client_index_alike(r->known, &number, &i, &other); n++)
		problems_add(problems, PROBLEM_WARNING, "alike", NULL, 0,
		    schema_name(KIND_CLIENT, CLIENT_BSN),
		    _("%s is likely the same person as %s: the same number"), id, other.id);
}

bool
directory_add(struct directory *r, const struct draft *client, const char *id, const char *path)
{
	struct client_index_facts facts = {
		draft_text(client, CLIENT_NAAM), draft_text(client, CLIENT_GEBOREN),
		draft_text(client, CLIENT_BSN), draft_text(client, CLIENT_EXTERN),
	};

	return client_index_add(r->known, id, path, &facts);
}

static void
add_path(const struct directory *r, const char *id, struct text *to)
{
	text_addf(to, "%s%s%s.rec", r->directory, r->directory[strlen(r->directory) - 1] == '/' ?
	    "" : "/", id);
}

void
directory_next_id(struct directory *r, date day, char to[CLIENT_ID_SIZE])
{
	struct text path = { 0 };
	char on[DATE_SIZE];

	date_format(day, on);
	on[5] = '\0';	/* the year and the dash */
	client_index_next_id(r->known, on, 0, to);
	for (long skip = 1; r->directory != NULL; skip++) {
		text_clear(&path);
		add_path(r, to, &path);
		if (access(text_string(&path), F_OK) != 0)
			break;
		client_index_next_id(r->known, on, skip, to);
	}
	text_release(&path);
}

enum registered
directory_write(struct directory *r, const char *id, const char *s, size_t n, char **path,
    struct problems *problems)
{
	struct text name = { 0 };
	struct save *save;
	bool done;

	*path = alloc_copy("");
	if (r->directory == NULL || r->call->dry) {
		if (fwrite(s, 1, n, terminal_out()) == n && terminal_flush()) {
			r->shown = true;
			return REGISTERED;
		}
		if (errno != EPIPE)
			problems_add(problems, PROBLEM_ERROR, "write", NULL, 0,
			    _("standard output"), "%s", strerror(errno));
		return REGISTERED_STOP;
	}
	add_path(r, id, &name);
	free(*path);
	*path = text_take(&name);
	if (access(*path, F_OK) == 0) {
		problems_add(problems, PROBLEM_ERROR, "exists", *path, 0, NULL,
		    _("exists already; nothing was written"));
		return REGISTERED_NOT;
	}
	save = save_create(*path, r->mode, problems);
	errno = 0;
	done = save != NULL && save_write(save, s, n, problems);
	if (done)
		done = save_commit(save, problems);
	else
		save_discard(save);
	return done ? REGISTERED : errno == EEXIST ? REGISTERED_NOT : REGISTERED_STOP;
}

void
directory_close(struct directory *r)
{
	if (r->shown && !r->call->dry && isatty(STDOUT_FILENO))
		message(_("shown only: nothing was saved; -d saves it in a directory"));
	client_index_free(r->known);
	if (r->lock >= 0)
		close(r->lock);
}
