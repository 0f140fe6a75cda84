/* SPDX-License-Identifier: ISC */
#include "import.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"
#include "operands.h"
#include "row_take.h"
#include "save.h"
#include "seen.h"
#include "terminal.h"

/*
 * The signal that asks to end: the row at hand is finished, what waits is put in its place, and the
 * table is said. A second one ends the program as it would without this.
 */
static volatile sig_atomic_t asked;

static const int endings[] = { SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGXCPU };
enum { ENDINGS = sizeof endings / sizeof *endings };
static struct sigaction before[ENDINGS], on_pipe;

static void
ask(int signal_number)
{
	asked = signal_number;
	for (size_t i = 0; i < ENDINGS; i++)
		if (endings[i] == signal_number)
			sigaction(signal_number, &before[i], NULL);
}

/* A pipe that nobody reads any more ends the run in the same way. */
static void
hear_signals(void)
{
	struct sigaction act = { .sa_handler = ask }, ignore = { .sa_handler = SIG_IGN };

	sigemptyset(&act.sa_mask);
	sigemptyset(&ignore.sa_mask);
	for (size_t i = 0; i < ENDINGS; i++)
		if (sigaction(endings[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
			sigaction(endings[i], &act, NULL);
	sigaction(SIGPIPE, &ignore, &on_pipe);
}

/* Ends as the signal would have. */
static void
obey_signals(bool pipe)
{
	for (size_t i = 0; i < ENDINGS; i++)
		sigaction(endings[i], &before[i], NULL);
	sigaction(SIGPIPE, &on_pipe, NULL);
	if (asked != 0 || pipe)
		raise(asked != 0 ? asked : SIGPIPE);
}

/* A message for each row costs no call of the system for each: they go out by the block. */
static void
gather_messages(void)
{
	static char block[64 * 1024];

	if (isatty(STDERR_FILENO) != 1)
		setvbuf(stderr, block, _IOFBF, sizeof block);
}

/* A header again, as where exports were put behind each other, is no client. */
static void
pass_header(struct row_taker *m)
{
	struct problems problems = { 0 };

	problems_add(&problems, PROBLEM_WARNING, "header", m->reader.file, rows_line(m->rows), NULL,
	    _("the header again; passed over"));
	row_taker_say_with_news(m, &problems);
	problems_release(&problems);
}

/* Puts what waits in its place. */
static void
commit(struct row_taker *m)
{
	struct problems problems = { 0 };

	if (!directory_commit(&m->directory, &problems))
		row_taker_stop(m);
	row_taker_say(m, &problems);
	problems_release(&problems);
}

/* Whether nobody reads the dossiers, and there is nothing else: then it ends in silence. */
static bool
unread(const struct row_taker *m)
{
	return m->directory.unread && m->options->directory == NULL;
}

static void
take_rows(struct row_taker *m)
{
	int got = 0;

	while (!m->stopped && asked == 0 && (got = rows_next(m->rows)) > 0) {
		if (row_is_header(&m->reader, m->rows)) {
			pass_header(m);
			continue;
		}
		m->counts.rows++;
		row_take(m);
		progress_show(&m->progress, m->counts.rows, m->counts.rows - m->counts.known);
		if (ferror(terminal_out()))
			row_taker_stop(m);
	}
	commit(m);
	progress_clear(&m->progress);
	if (got < 0 && asked == 0) {
		message("%s: %s", m->reader.file, rows_failure(m->rows));
		row_taker_status(m, 2);
	}
	if (asked != 0)
		row_taker_stop(m);
	if (m->stopped && !unread(m))
		message(_("%s:%ld: stopped here; the same call takes the rows that were not done"),
		    m->reader.file, rows_line(m->rows));
}

/*
 * A column that says who a client is: a new one, or one that is known. Without the latter, every
 * run of --update would register all of them again.
 */
static bool
tells_clients(const struct row_taker *m, struct problems *problems)
{
	const char *name = schema_name(KIND_CLIENT, CLIENT_NAAM);
	const char *elsewhere = schema_name(KIND_CLIENT, CLIENT_EXTERN);
	const char *bsn = schema_name(KIND_CLIENT, CLIENT_BSN);

	if (row_fills(&m->reader, MAPPING_ID) || row_fills(&m->reader, elsewhere) ||
	    row_fills(&m->reader, bsn) || (!m->options->update && row_fills(&m->reader, name)))
		return true;
	if (m->options->update)
		problems_add(problems, PROBLEM_ERROR, "unnamed", m->reader.file, 0, NULL,
		    _("no column fills %s, %s or %s; --update expects one, by which a client is "
		    "known"), MAPPING_ID, elsewhere, bsn);
	else
		problems_add(problems, PROBLEM_ERROR, "unnamed", m->reader.file, 0, NULL,
		    _("no column fills %s; expected one with the names of new clients"), name);
	return false;
}

/* Whether the call named that file before, by this name or another. */
static bool
again(struct seen *files, int fd)
{
	char name[64];
	size_t first = 0;
	struct stat st;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return false;
	snprintf(name, sizeof name, "%ju:%ju", (uintmax_t)st.st_dev, (uintmax_t)st.st_ino);
	return seen_before(files, name, &first);
}

static void
take_file(struct row_taker *m, const char *path, struct seen *files)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct problems problems = { 0 };
	size_t rows;
	bool good;

	if (fd < 0) {
		message("%s: %s", path, problem_errno(errno));
		row_taker_status(m, 2);
		return;
	}
	if (in)
		cmdline_say_waiting(m->reader.call);
	if (again(files, fd)) {
		message(_("%s: named twice; read once"), path);
		row_taker_status(m, 1);
		if (!in)
			close(fd);
		return;
	}
	m->reader.file = path;
	m->rows = rows_open(fd, path, m->options->encoding, m->options->delimiter, &asked,
	    &problems);
	good = m->rows != NULL && row_header(&m->reader, m->rows, &problems) &&
	    tells_clients(m, &problems) &&
	    (m->rejects == NULL || rejects_begin(m->rejects, &m->reader, m->rows, &problems));
	if (!good && problems.n == 0)
		problems_add(&problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s",
		    rows_failure(m->rows));
	row_taker_say_with_news(m, &problems);
	rows = m->counts.rows;
	if (good)
		take_rows(m);
	if (good && !m->stopped && asked == 0 && m->counts.rows == rows) {
		problems_add(&problems, PROBLEM_WARNING, "empty", path, 0, NULL,
		    _("no row below the header"));
		row_taker_status(m, 1);
	}
	if (good && rows_may_be_utf8(m->rows))
		problems_add(&problems, PROBLEM_WARNING, "encoding", path, 0, NULL,
		    _("every byte that is not ASCII makes UTF-8; expected no --encoding=%s then"),
		    rows_encoding(m->rows));
	row_taker_say_with_news(m, &problems);
	problems_release(&problems);
	rows_close(m->rows);
	m->rows = NULL;
	row_reader_clear(&m->reader);
	if (!in)
		close(fd);
}

static void
take_files(struct row_taker *m)
{
	struct problems problems = { 0 };
	struct seen *files = seen_new();
	const char *path;

	operands_files_only(m->call->input);
	while (!m->stopped && (path = operands_next(m->call->input, &problems)) != NULL)
		take_file(m, path, files);
	seen_free(files);
	row_taker_say(m, &problems);
	problems_release(&problems);
}

/* Whether there is something that somebody should know, or that happens not at every run. */
static bool
news(const struct row_taker *m)
{
	return m->status != 0 || m->counts.registered + m->counts.updated > 0;
}

static void
say_counts(struct row_taker *m)
{
	struct problems problems = { 0 };

	m->counts.registered = m->directory.written;
	if (m->call->dry)
		m->counts.updated = m->directory.updated;
	if (!unread(m) && (!m->options->quiet || news(m))) {
		row_taker_say(m, &m->held);
		otherwise_say(&m->update.otherwise, !m->options->quiet);
		row_counts_say(&m->counts);
	}
	if (m->report != NULL)
		row_counts_write(&m->counts, m->report, &problems);
	row_taker_say(m, &problems);
	problems_release(&problems);
}

int
import_run(const struct cmdline *c, struct mapping *map, const struct import_options *o)
{
	struct row_taker m = { .call = c, .options = o };
	struct problems problems = { 0 };
	bool good;

	directory_refuse_idle(c, o->directory);
	if (o->rejects != NULL)
		cmdline_refuse_document(c, "--rejects", o->rejects);
	if (o->report != NULL)
		cmdline_refuse_document(c, "--report", o->report);
	if (o->rejects != NULL && o->report != NULL)
		cmdline_refuse_both("--rejects", o->rejects, "--report", o->report);
	m.reader = (struct row_reader){
		.call = c, .map = *map, .own_rules = map->n, .dates = o->dates,
		.encoding_given = o->encoding != NULL,
	};
	m.update.directory = &m.directory;
	gather_messages();
	progress_begin(&m.progress);
	good = directory_open(&m.directory, c, o->directory, o->known_in, o->nknown, o->prefix,
	    &problems);
	if (good && o->rejects != NULL)
		good = (m.rejects = rejects_open(o->rejects, &problems)) != NULL;
	/* what cannot be written is seen before a row is taken */
	if (good && o->report != NULL)
		good = (m.report = save_replace(o->report, 0666, &problems)) != NULL &&
		    save_output(m.report, &problems) >= 0;
	row_taker_say(&m, &problems);
	row_taker_status(&m, m.directory.status);
	if (good) {
		hear_signals();
		take_files(&m);
		if (!m.stopped && !directory_keep_ids(&m.directory, &problems))
			row_taker_stop(&m);
		rejects_close(m.rejects, true, &problems);
		row_taker_say(&m, &problems);
		say_counts(&m);
		fflush(stderr);
		obey_signals(m.directory.unread);
	} else {
		rejects_close(m.rejects, false, &problems);
		save_discard(m.report);
	}
	directory_close(&m.directory);
	update_release(&m.update);
	row_release(&m.row);
	draft_release(&m.phase);
	row_apply_release(&m.apply);
	dossier_release(&m.dossier);
	text_release(&m.bytes);
	row_counts_release(&m.counts);
	mapping_release(&m.reader.map);
	problems_release(&m.held);
	problems_release(&problems);
	return m.status;
}
