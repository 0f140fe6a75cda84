#include "import.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "directory.h"
#include "filter.h"
#include "message.h"
#include "operands.h"
#include "progress.h"
#include "rejects.h"
#include "row.h"
#include "row_apply.h"
#include "rows.h"
#include "terminal.h"
#include "text.h"

struct import {
	const struct cmdline *call;
	const struct import_options *options;
	struct row_reader reader;
	struct directory registry;
	struct rejects *rejects;
	struct rows *rows;
	struct row row;
	int status;
	bool stopped;		/* nothing more can be written */
	bool changed;		/* the last known client's dossier */
	size_t count, registered, updated, known, rejected;
	struct progress progress;
};

static void
raise_status(struct import *m, int status)
{
	if (status > m->status)
		m->status = status;
}

static void
say(struct import *m, struct problems *problems)
{
	if (problems->n > 0)
		progress_clear(&m->progress);
	raise_status(m, message_problems(problems));
}

static void
stop(struct import *m)
{
	m->stopped = true;
	raise_status(m, 2);
}

/* Says what is wrong with the row, and keeps it among the rejects. */
static void
reject(struct import *m)
{
	struct problems problems = { 0 };
	struct text all = { 0 };
	size_t i;

	m->rejected++;
	raise_status(m, 1);
	progress_clear(&m->progress);
	for (i = 0; i < m->row.problems.n; i++) {
		const struct problem *p = &m->row.problems.at[i];

		if (p->severity != PROBLEM_ERROR)
			continue;
		message_problem(p);
		text_addf(&all, "%s%s%s%s", all.len > 0 ? "; " : "",
		    p->field != NULL ? p->field : "", p->field != NULL ? ": " : "", p->text);
	}
	if (row_said(&m->reader, m->rows)[0] != '\0') {	/* what was wrong when it came first */
		text_clear(&all);
		text_adds(&all, row_said(&m->reader, m->rows));
	}
	if (m->rejects != NULL && !rejects_add(m->rejects, &m->reader, m->rows,
	    text_string(&all), &problems))
		stop(m);
	say(m, &problems);
	problems_release(&problems);
	text_release(&all);
}

static void
row_wrong(struct import *m, const char *field, const char *code, const char *why)
{
	row_problem(&m->reader, m->rows, &m->row, &m->row.client, PROBLEM_ERROR, code, field, why);
}

/* Changes what the row says otherwise, in the one dossier that is its own. */
static int
amend(struct dossier *d, void *context)
{
	struct import *m = context;
	struct row_apply p = { .reader = &m->reader, .rows = m->rows, .row = &m->row };
	bool good = true, closed;

	row_apply_client(&p, d);
	closed = fold_closed(&p.state);
	row_apply_records(&p, d, cmdline_op(m->call));
	if (d->n > d->read)
		good = row_apply_judge(&p, d, closed);
	row_apply_release(&p);
	if (!good)
		dossier_undo(d, 0);
	m->changed = d->added.len > 0;
	return good ? 0 : FILTER_ATTENTION;
}

/* Says what is notable of a row that was taken. */
static void
say_row(struct import *m)
{
	struct problems problems = { 0 };

	problems_move(&problems, &m->row.problems);
	say(m, &problems);
	problems_release(&problems);
}

static void
update_known(struct import *m, const struct client_index_client *c)
{
	struct cmdline one = *m->call;
	struct text path = { 0 };	/* a copy, for the next look into the index takes c->path
					   away */
	char *operands[1];
	int status;

	text_adds(&path, c->path);
	operands[0] = path.at;
	one.in_place = true;
	one.client = c->id;
	one.operands = operands;
	one.noperands = 1;
	one.files0 = NULL;
	one.input = operands_of(operands, 1);
	m->changed = false;
	status = filter_run(&one, amend, m);
	operands_free(one.input);
	if (status != 0 && !problems_error(&m->row.problems)) {
		row_wrong(m, schema_name(KIND_CLIENT, CLIENT_EXTERN), "dossier",
		    _("the client's dossier could not be changed"));
		raise_status(m, status);
	}
	if (status != 0)
		reject(m);
	else if (m->changed) {
		m->updated++;
		if (!m->call->dry)
			fprintf(terminal_out(), "%s\n", text_string(&path));
		say_row(m);
	} else
		m->known++;
	text_release(&path);
}

/* The field by which the row names a client that is known. */
static const char *
names_by(const struct row *row)
{
	return row->id != NULL ? MAPPING_ID : schema_name(KIND_CLIENT, CLIENT_EXTERN);
}

static void
take_known(struct import *m, const struct client_index_client *c)
{
	struct text why = { 0 };

	if (m->options->update && c->path[0] != '\0') {
		update_known(m, c);
		return;
	}
	m->known++;
	if (!c->now)
		return;
	text_addf(&why, _("%s, a client of an earlier row; passed over"), c->id);
	row_problem(&m->reader, m->rows, &m->row, &m->row.client, PROBLEM_WARNING, "again",
	    names_by(&m->row), text_string(&why));
	text_release(&why);
	say_row(m);
}

/*
 * The dossier of a new client under that id. Returns false when the model or the dossier refuses a
 * record of the row.
 */
static bool
make_dossier(struct import *m, const struct draft *phase, date day, const char *id, struct text *to)
{
	struct row_apply p = { .reader = &m->reader, .rows = m->rows, .row = &m->row };
	struct dossier d = { .id = id, .blank = true };
	bool good;

	row_apply_append(&p, &d, &m->row.client);
	row_apply_append(&p, &d, phase);
	row_apply_records(&p, &d, day);
	good = row_apply_judge(&p, &d, false);
	dossier_write(&d, to);
	row_apply_release(&p);
	dossier_release(&d);
	return good;
}

/* Writes the dossier under the row's id, or under the first one that is free. */
static enum registered
write_new(struct import *m, const struct draft *phase, date day, char id[CLIENT_ID_SIZE],
    char **path, struct problems *problems)
{
	size_t before = m->row.problems.n;
	struct text bytes = { 0 };
	enum registered done;

	for (;;) {
		problems_cut(&m->row.problems, before);
		text_clear(&bytes);
		*path = NULL;
		if (m->row.id != NULL)
			snprintf(id, CLIENT_ID_SIZE, "%s", m->row.id);
		else
			directory_next_id(&m->registry, day, id);
		if (!make_dossier(m, phase, day, id, &bytes)) {
			done = REGISTERED_NOT;
			break;
		}
		done = directory_write(&m->registry, id, bytes.at, bytes.len, path, problems);
		if (done != REGISTERED_NOT)
			break;
		if (m->row.id != NULL) {
			row_wrong(m, MAPPING_ID, "exists",
			    _("a file of that name exists already, with other clients in it"));
			problems_clear(problems);
			break;
		}
		problems_clear(problems);
		client_index_taken(m->registry.known, id);
		free(*path);
	}
	text_release(&bytes);
	return done;
}

static void
take_new(struct import *m)
{
	struct draft phase, *client = &m->row.client;
	struct problems problems = { 0 };
	char id[CLIENT_ID_SIZE], *path = NULL;
	enum registered done;
	date day = directory_begin(m->call, client, &phase);

	done = write_new(m, &phase, day, id, &path, &problems);
	m->reader.lack_said = true;
	if (done == REGISTERED) {
		m->registered++;
		if (path[0] != '\0')
			fprintf(terminal_out(), "%s\n", path);
		directory_warn_alike(&m->registry, client, id, &problems);
		row_problems(&m->reader, m->rows, &m->row, client, &problems);
		problems_move(&problems, &m->row.problems);
		if (!directory_add(&m->registry, client, id, path)) {
			problems_add(&problems, PROBLEM_ERROR, "index", NULL, 0, NULL, "%s",
			    strerror(client_index_failed(m->registry.known)));
			stop(m);
		}
	} else if (done == REGISTERED_NOT)
		reject(m);
	else
		stop(m);
	say(m, &problems);
	problems_release(&problems);
	draft_release(&phase);
	free(path);
}

/* The row names one known client by its id and another by Extern. */
static void
reject_conflict(struct import *m, const char *other)
{
	struct text why = { 0 };

	text_addf(&why,
	    _("is of another client, %s; expected one of the client whose id the row has"), other);
	row_wrong(m, schema_name(KIND_CLIENT, CLIENT_EXTERN), "conflict", text_string(&why));
	reject(m);
	text_release(&why);
}

static void
take_row(struct import *m)
{
	const char *extern_id;
	struct client_index_client by_id, by_extern, other;
	bool id_known, extern_known;

	if (!row_read(&m->reader, m->rows, &m->row)) {
		reject(m);
		return;
	}
	extern_id = draft_text(&m->row.client, CLIENT_EXTERN);
	if (m->options->update && m->row.id == NULL && extern_id == NULL) {
		row_wrong(m, row_fills(&m->reader, MAPPING_ID) ? MAPPING_ID :
		    schema_name(KIND_CLIENT, CLIENT_EXTERN),
		    "unnamed", _("empty; --update expects in each row by "
		    "what its client is known"));
		reject(m);
		return;
	}
	id_known = m->row.id != NULL && client_index_by_id(m->registry.known, m->row.id, &by_id);
	if (id_known && extern_id != NULL && client_index_extern_of_other(m->registry.known,
	    extern_id, m->row.id, &other)) {
		reject_conflict(m, other.id);
		return;
	}
	/* again, for the other look took its path away */
	if (id_known && client_index_by_id(m->registry.known, m->row.id, &by_id)) {
		take_known(m, &by_id);
		return;
	}
	extern_known = extern_id != NULL && client_index_by_extern(m->registry.known, extern_id,
	    &by_extern);
	if (client_index_failed(m->registry.known) != 0) {
		message("%s: %s", m->reader.file, strerror(client_index_failed(m->registry.known)));
		stop(m);
	} else if (extern_known && m->row.id != NULL) {
		row_wrong(m, MAPPING_ID, "conflict",
		    _("another id than the dossier of this client has"));
		reject(m);
	} else if (extern_known)
		take_known(m, &by_extern);
	/* a file of scores cannot say who a new client is */
	else if (!row_fills(&m->reader, schema_name(KIND_CLIENT, CLIENT_NAAM))) {
		row_wrong(m, names_by(&m->row), "unknown",
		    _("no known client; expected one, or a column with the name of a new client"));
		reject(m);
	} else
		take_new(m);
}

/* A header again, as where exports were put behind each other, is no client. */
static void
pass_header(struct import *m)
{
	struct problems problems = { 0 };

	problems_add(&problems, PROBLEM_WARNING, "header", m->reader.file, rows_line(m->rows), NULL,
	    _("the header again; passed over"));
	say(m, &problems);
	problems_release(&problems);
}

static void
take_rows(struct import *m)
{
	int got = 0;

	while (!m->stopped && (got = rows_next(m->rows)) > 0) {
		if (row_is_header(&m->reader, m->rows)) {
			pass_header(m);
			continue;
		}
		m->count++;
		take_row(m);
		row_release(&m->row);
		progress_show(&m->progress, m->count, m->registered);
	}
	progress_clear(&m->progress);
	if (got < 0) {
		message("%s: %s", m->reader.file, strerror(errno));
		raise_status(m, 2);
	}
	if (m->stopped)
		message(_("%s:%ld: stopped here: this row and those behind it were not taken; "
		    "the same call takes them when it can write"),
		    m->reader.file, rows_line(m->rows));
}

/* Without what a client is known by, every run would register all of them again. */
static bool
tells_clients(const struct import *m, struct problems *problems)
{
	const char *extern_id = schema_name(KIND_CLIENT, CLIENT_EXTERN);

	if (!m->options->update || row_fills(&m->reader, MAPPING_ID) ||
	    row_fills(&m->reader, extern_id))
		return true;
	problems_add(problems, PROBLEM_ERROR, "unnamed", m->reader.file, 0, NULL,
	    _("no column fills %s or %s; --update expects one, by which a client is known"),
	    MAPPING_ID, extern_id);
	return false;
}

static void
take_file(struct import *m, const char *path)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct problems problems = { 0 };
	bool good;

	if (fd < 0) {
		message("%s: %s", path, strerror(errno));
		raise_status(m, 2);
		return;
	}
	m->reader.file = path;
	m->rows = rows_open(fd, path, m->options->encoding, m->options->delimiter, &problems);
	good = m->rows != NULL && row_header(&m->reader, m->rows, &problems) &&
	    tells_clients(m, &problems) &&
	    (m->rejects == NULL || rejects_begin(m->rejects, &m->reader, m->rows, &problems));
	if (!good && problems.n == 0)
		problems_add(&problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s",
		    strerror(errno));
	say(m, &problems);
	if (good)
		take_rows(m);
	problems_release(&problems);
	rows_close(m->rows);
	m->rows = NULL;
	row_reader_clear(&m->reader);
	if (!in)
		close(fd);
}

static void
take_files(struct import *m)
{
	struct problems problems = { 0 };
	const char *path;

	operands_files_only(m->call->input);
	while (!m->stopped && (path = operands_next(m->call->input, &problems)) != NULL)
		take_file(m, path);
	say(m, &problems);
	problems_release(&problems);
}

int
import_run(const struct cmdline *c, struct mapping *map, const struct import_options *o)
{
	struct import m = { .call = c, .options = o };
	struct problems problems = { 0 };
	bool good;

	directory_refuse_idle(c, o->directory);
	if (o->rejects != NULL)
		cmdline_refuse_document(c, "--rejects", o->rejects);
	m.reader = (struct row_reader){
		.call = c, .map = *map, .own_rules = map->n, .dates = o->dates,
		.encoding_given = o->encoding != NULL,
	};
	progress_begin(&m.progress);
	good = directory_open(&m.registry, c, o->directory, o->known_in, o->nknown,
	    o->prefix, &problems);
	if (good && o->rejects != NULL)
		good = (m.rejects = rejects_open(o->rejects, &problems)) != NULL;
	say(&m, &problems);
	raise_status(&m, m.registry.status);
	if (good) {
		take_files(&m);
		rejects_close(m.rejects, true, &problems);
		say(&m, &problems);
		if (!o->quiet || m.status != 0 || m.registered + m.updated > 0)
			message(ngettext("%zu row: %zu registered, %zu updated, %zu known and left "
			    "as they are, %zu rejected", "%zu rows: %zu registered, %zu updated, "
			    "%zu known and left as they are, %zu rejected", m.count), m.count,
			    m.registered, m.updated, m.known, m.rejected);
	}
	directory_close(&m.registry);
	mapping_release(&m.reader.map);
	problems_release(&problems);
	return m.status;
}
