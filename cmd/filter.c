/* SPDX-License-Identifier: ISC */
#include "filter.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doubles.h"
#include "leftover.h"
#include "message.h"
#include "operands.h"
#include "reader.h"
#include "recorded.h"
#include "replaced.h"
#include "save.h"
#include "terminal.h"
#include "utf8.h"

struct filter {
	const struct cmdline *call;
	filter_act *act;
	void *context;
	enum filter_purpose purpose;
	struct operands *operands;
	struct reader *reader;	/* of the files that are not written; NULL = none was read yet */
	struct seen *seen;	/* the clients that had their turn */
	struct filter_count count;
	int status;
	bool found;		/* the client of -c */
	bool empty;		/* the file at hand held no dossier so far */
	bool appended;		/* something, to some dossier */
	struct recorded recorded;	/* in files */
	bool passes;		/* dossiers go to standard output */
	bool gap;		/* the one before the dossier at hand was not passed on */
	struct text swept;	/* the directory that was last cleared of what was left */
	struct text insert;	/* what comes into the dossier at hand */
	struct text seal;	/* what must come before another dossier's bytes */
};

static void
raise_status(struct filter *f, int status)
{
	if (status > f->status)
		f->status = status;
}

/* What the act says of the dossier at hand. */
static int
run_act(struct filter *f, struct dossier *d)
{
	int answer = f->act(d, f->context);

	raise_status(f, answer & FILTER_BAD ? 2 : answer & FILTER_ATTENTION ? 1 : 0);
	return answer;
}

/*
 * Whether the dossier is passed over, for the client has another one. A filter does not pass it on:
 * behind the other the two would be one. One that stands apart in the same stream goes as it came,
 * and so does one of another id.
 */
static bool
passed_over(struct filter *f, const struct dossier *d, bool asked, int *answer)
{
	enum doubles doubles = DOUBLES_NONE;

	if (d->id != NULL && (f->passes || (asked && !d->malformed)))
		doubles = doubles_of(f->seen, f->operands, d);
	if (doubles == DOUBLES_NONE)
		return false;
	if (doubles == DOUBLES_ELSEWHERE || (doubles == DOUBLES_IN_FILE && f->gap))
		*answer = FILTER_DROP;
	raise_status(f, 1);
	return true;
}

/* The line of what makes a dossier malformed. */
static long
wrong_line(const struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++)
		if (problems->at[i].severity == PROBLEM_ERROR)
			return problems->at[i].line;
	return 0;
}

/* So many second dossiers stand in the one at hand. */
static void
count_within(struct filter *f, size_t n)
{
	f->count.read += (long)n;
	f->count.doubles += (long)n;
	if (n > 0)
		raise_status(f, 1);
}

/* Whether it is the client's dossier, or took over the one of that id. */
static bool
is_of(const struct dossier *d, const char *client)
{
	return strcmp(d->id, client) == 0 || replaced_has(d, client);
}

/* Lets the act do its work where it applies. Returns its answer. */
static int
work(struct filter *f, struct dossier *d)
{
	bool asked = f->call->client == NULL || (d->id != NULL && is_of(d, f->call->client));
	bool one = asked && (d->n > 0 || d->malformed), over;
	int answer = 0, passed = f->purpose == FILTER_PASS ? 0 : FILTER_DROP;
	long line;

	f->empty = f->empty && d->n == 0 && !d->malformed;
	f->count.read += one;
	if (f->purpose != FILTER_INSPECT) {
		line = wrong_line(&d->problems);
		raise_status(f, message_problems(&d->problems));
		over = passed_over(f, d, asked, &passed);
		if (d->malformed || d->id == NULL) {
			if (one)
				filter_count_unreadable(&f->count, d->file, line);
			return passed;
		}
		f->found = f->found || asked;
		f->count.doubles += one && over;
		if (over || !asked)
			return passed;
		count_within(f, doubles_within(d));
	} else if (!asked)
		return passed;
	f->found = true;
	if (f->act != NULL)
		answer = run_act(f, d);
	if (f->purpose == FILTER_PASS && d->n > d->read &&
	    doubles_revived(f->seen, f->operands, d)) {
		dossier_undo(d, 0);
		raise_status(f, 1);
	}
	f->appended = f->appended || d->added.len > 0;
	return answer;
}

/* Standard output is gone: stop at once, quietly when nobody reads any more. */
static void
write_out(const char *bytes, size_t n)
{
	if (n > 0 && (fwrite(bytes, 1, n, terminal_out()) != n || !terminal_flush())) {
		if (errno != EPIPE)
			message(_("standard output: %s"), problem_errno(errno));
		exit(2);
	}
}

static void
pass(struct filter *f, struct dossier *d)
{
	int answer = work(f, d);

	if (d->n > 0)
		f->gap = answer & FILTER_DROP;
	if (f->purpose >= FILTER_VIEW || answer & FILTER_DROP)
		return;
	if (f->call->dry) {
		write_out(d->added.at, d->added.len);
		return;
	}
	write_out(f->seal.at, f->seal.len);
	text_clear(&f->seal);
	text_clear(&f->insert);
	dossier_insert(d, &f->insert);
	write_out(d->bytes.at, d->end);
	write_out(f->insert.at, f->insert.len);
	write_out(d->bytes.at + d->end, d->bytes.len - d->end);
	dossier_seal(d, &f->seal);
}

static void
read_failed(struct filter *f, const struct reader *reader, const char *path)
{
	struct problems problems = { 0 };
	long line;
	const char *why = reader_failure(reader, &line);

	problems_add(&problems, PROBLEM_ERROR, "read", path, line, NULL, "%s", why);
	raise_status(f, message_problems(&problems));
	problems_release(&problems);
	f->count.read++;
	filter_count_unreadable(&f->count, path, 0);
}

/* A file that somebody names and in which no client is: not what was meant. */
static void
say_empty(struct filter *f, const char *path, int fd)
{
	struct problems problems = { 0 };
	struct stat st;

	if (!f->empty || f->purpose == FILTER_INSPECT || fd == STDIN_FILENO ||
	    fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return;
	problems_add(&problems, PROBLEM_WARNING, "empty", path, 0, NULL, _("holds no dossier"));
	message_problems(&problems);
	problems_release(&problems);
	raise_status(f, 1);
}

static void
end_file(struct filter *f, const char *path, struct dossier *d)
{
	dossier_clear(d);
	d->file = path;
	run_act(f, d);
}

static void
pass_file(struct filter *f, const char *path, struct dossier *d)
{
	struct problems problems = { 0 };
	int fd = operands_open(f->operands, &problems), got;

	if (message_problems(&problems) == 2) {
		f->count.read++;
		filter_count_unreadable(&f->count, path, 0);
	}
	problems_release(&problems);
	if (fd < 0)
		return;
	if (fd == STDIN_FILENO)
		cmdline_say_waiting(f->call);
	f->empty = true;
	if (f->reader == NULL)
		f->reader = reader_open(fd, path);
	else
		reader_turn(f->reader, fd, path);
	while ((got = reader_next(f->reader, d)) > 0)
		pass(f, d);
	if (got < 0)
		read_failed(f, f->reader, path);
	else if (f->purpose == FILTER_INSPECT)
		end_file(f, path, d);
	else
		say_empty(f, path, fd);
	if (fd != STDIN_FILENO)
		close(fd);
}

/* Writes into the save what became of the dossier. */
static bool
save_dossier(struct save *save, const struct dossier *d, struct problems *problems)
{
	struct text added = { 0 };
	bool good;

	if (d->added.len == 0)
		return save_keep(save, d->bytes.len, problems);
	dossier_insert(d, &added);
	good = save_keep(save, d->end, problems) &&
	    save_write(save, added.at, added.len, problems) &&
	    save_keep(save, d->bytes.len - d->end, problems);
	text_release(&added);
	return good;
}

/* What a run that was killed left in a directory goes before the first file in it is written. */
static void
sweep(struct filter *f, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash == NULL ? 0 : (size_t)(slash + 1 - path);

	if (f->swept.at != NULL && f->swept.len == n && memcmp(f->swept.at, path, n) == 0)
		return;
	text_clear(&f->swept);
	text_add(&f->swept, path, n);
	leftover_sweep(text_string(&f->swept));
}

/* Does what is asked with each dossier of the file. Returns whether the file is to be written. */
static bool
edit_dossiers(struct filter *f, const char *path, struct save *save, struct dossier *d,
    struct problems *problems)
{
	struct reader *s = reader_open(save_source(save), path);
	bool good = true;
	int got;

	f->empty = true;
	/*
	 * A file with a malformed dossier stays as it is; what else is wrong in it is said all the
	 * same.
	 */
	while ((got = reader_next(s, d)) > 0) {
		if (!good) {
			raise_status(f, message_problems(&d->problems));
			continue;
		}
		work(f, d);
		good = !d->malformed && save_dossier(save, d, problems);
		recorded_add(&f->recorded, f->call, d);
	}
	if (got < 0)
		read_failed(f, s, path);
	else
		say_empty(f, path, save_source(save));
	reader_free(s);
	return good && got == 0;
}

static void
edit_file(struct filter *f, const char *path, struct dossier *d)
{
	struct problems problems = { 0 };
	struct save *save = NULL;

	if (operands_usable(f->operands, &problems)) {
		sweep(f, path);
		save = save_edit(path, &f->call->patience, &problems);
		if (save == NULL && errno == ENOENT && operands_listed(f->operands))
			problems_clear(&problems);
	}
	if (save != NULL) {
		bool edited = edit_dossiers(f, path, save, d, &problems);

		if (!edited)
			save_discard(save);
		recorded_file(&f->recorded, edited && save_commit(save, &problems));
	}
	raise_status(f, message_problems(&problems));
	problems_release(&problems);
}

static void
finish(struct filter *f, bool edited)
{
	const struct cmdline *c = f->call;

	raise_status(f, operands_status(f->operands));
	if (c->client != NULL && !f->found && f->status == 0) {
		message(_("no dossier of client %s"), c->client);
		raise_status(f, 1);
	}
	if (f->purpose == FILTER_PASS && f->appended && !edited && !c->dry && isatty(STDOUT_FILENO))
		message(_("shown only: nothing was saved; -i saves it in the files"));
	recorded_say(&f->recorded);
}

/* From the first operand to the last. */
static void
run(struct filter *f)
{
	const struct cmdline *c = f->call;
	struct problems problems = { 0 };
	struct dossier d = { 0 };
	const char *path;
	bool edit = c->in_place && !c->dry && f->purpose == FILTER_PASS;

	filter_settle(c, edit);
	f->operands = c->input;
	f->passes = f->purpose == FILTER_PASS && !edit && !c->dry;
	f->seen = seen_new();
	while ((path = operands_next(f->operands, &problems)) != NULL) {
		message_problems(&problems);
		if (edit)
			edit_file(f, path, &d);
		else
			pass_file(f, path, &d);
	}
	message_problems(&problems);
	finish(f, edit);
	seen_free(f->seen);
	problems_release(&problems);
	dossier_release(&d);
	text_release(&f->swept);
	text_release(&f->insert);
	text_release(&f->seal);
	reader_free(f->reader);
}

int
filter_run(enum filter_purpose purpose, const struct cmdline *c, filter_act *act, void *context,
    struct filter_count *count)
{
	struct filter f = { .call = c, .act = act, .context = context, .purpose = purpose };

	if (purpose == FILTER_VIEW || purpose == FILTER_INSPECT)
		cmdline_refuse_appending();
	run(&f);
	if (count != NULL)
		*count = f.count;
	else
		filter_count_release(&f.count);
	return f.status;
}
