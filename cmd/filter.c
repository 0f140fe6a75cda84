#include "filter.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "message.h"
#include "operands.h"
#include "save.h"
#include "stream.h"

enum purpose { PASS, SELECT, VIEW, INSPECT };

struct filter {
	const struct call *call;
	filter_act *act;
	void *context;
	enum purpose purpose;
	int status;
	bool found;		/* the client of -c */
	struct text out;
	struct text seal;	/* what must come before another dossier's bytes */
};

static void
raise_status(struct filter *f, int status)
{
	if (status > f->status)
		f->status = status;
}

/* Lets the act do its work where it applies. Returns its answer. */
static int
work(struct filter *f, struct dossier *d)
{
	int answer = 0;

	if (f->purpose != INSPECT) {
		raise_status(f, message_problems(&d->problems));
		if (d->malformed || d->id == NULL)
			return f->purpose == PASS ? 0 : FILTER_DROP;
	}
	if (f->call->client != NULL && (d->id == NULL || strcmp(f->call->client, d->id) != 0))
		return f->purpose == PASS ? 0 : FILTER_DROP;
	f->found = true;
	if (f->act != NULL)
		answer = f->act(d, f->context);
	if (answer & FILTER_BAD)
		raise_status(f, 2);
	if (answer & FILTER_ATTENTION)
		raise_status(f, 1);
	return answer;
}

/* Standard output is gone: stop at once, quietly when nobody reads any more. */
static void
write_out(struct filter *f)
{
	if (f->out.len > 0 && fwrite(f->out.at, 1, f->out.len, stdout) != f->out.len) {
		if (errno != EPIPE)
			message(_("standard output: %s"), strerror(errno));
		exit(2);
	}
	text_clear(&f->out);
}

static void
pass(struct filter *f, struct dossier *d)
{
	int answer = work(f, d);

	if (f->purpose >= VIEW || answer & FILTER_DROP)
		return;
	if (f->call->dry)
		text_add(&f->out, d->added.at, d->added.len);
	else {
		text_add(&f->out, f->seal.at, f->seal.len);
		text_clear(&f->seal);
		dossier_write(d, &f->out);
		dossier_seal(d, &f->seal);
	}
	write_out(f);
}

static void
read_failed(struct filter *f, const char *path)
{
	message("%s: %s", path, strerror(errno));
	raise_status(f, 2);
}

static void
end_file(struct filter *f, const char *path, struct dossier *d)
{
	int answer;

	dossier_clear(d);
	d->file = path;
	answer = f->act(d, f->context);
	if (answer & FILTER_BAD)
		raise_status(f, 2);
	if (answer & FILTER_ATTENTION)
		raise_status(f, 1);
}

static void
pass_file(struct filter *f, const char *path, struct dossier *d)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct stream *s;
	int got;

	if (fd < 0) {
		read_failed(f, path);
		return;
	}
	s = stream_open(fd, path);
	while ((got = stream_next(s, d)) > 0)
		pass(f, d);
	if (got < 0)
		read_failed(f, path);
	else if (f->purpose == INSPECT)
		end_file(f, path, d);
	stream_free(s);
	if (!in)
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

static void
edit_file(struct filter *f, const char *path, struct dossier *d)
{
	struct problems problems = { 0 };
	struct save *save = save_edit(path, &problems);
	struct stream *s;
	bool good = save != NULL;
	int got = 0;

	if (good) {
		s = stream_open(save_source(save), path);
		/* A file with a malformed dossier stays as it is; what else is wrong in it is said all the same. */
		while ((got = stream_next(s, d)) > 0) {
			if (!good) {
				raise_status(f, message_problems(&d->problems));
				continue;
			}
			work(f, d);
			good = !d->malformed && save_dossier(save, d, &problems);
		}
		if (got < 0)
			read_failed(f, path);
		stream_free(s);
		if (!good || got < 0)
			save_discard(save);
		else
			save_commit(save, &problems);
	}
	raise_status(f, message_problems(&problems));
	problems_release(&problems);
}

static bool
holds_one(const char *path)
{
	struct dossier d = { 0 };
	struct stream *s;
	struct stat st;
	int fd, n = 0;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return stat(path, &st) != 0;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return true;
	s = stream_open(fd, path);
	while (n < 2 && stream_next(s, &d) > 0)
		if (d.n > 0)
			n++;
	stream_free(s);
	close(fd);
	dossier_release(&d);
	return n < 2;
}

bool
filter_one_dossier(const struct call *c)
{
	struct stat st;

	return c->files0 == NULL && c->noperands == 1 && stat(c->operands[0], &st) == 0 &&
	    S_ISREG(st.st_mode) && holds_one(c->operands[0]);
}

bool
filter_reads_stdin(const struct call *c)
{
	if (c->files0 != NULL)
		return strcmp(c->files0, "-") == 0;
	for (size_t i = 0; i < c->noperands; i++)
		if (strcmp(c->operands[i], "-") == 0)
			return true;
	return c->noperands == 0;
}

static void
in_place_decided(const struct call *c)
{
	size_t i;

	if (c->files0 == NULL && c->noperands == 0)
		message_usage(_("-i asks for files; standard input cannot be written in place"));
	for (i = 0; i < c->noperands; i++)
		if (strcmp(c->operands[i], "-") == 0)
			message_usage(_("-i: standard input cannot be written in place"));
	if (c->all || c->client != NULL)
		return;
	if (c->files0 != NULL || c->noperands != 1 || !holds_one(c->operands[0]))
		message_usage(_("-i over several dossiers asks for -c ID or --all"));
}

static int
run(struct filter *f)
{
	const struct call *c = f->call;
	struct problems problems = { 0 };
	struct dossier d = { 0 };
	struct operands *operands;
	const char *path;
	bool edit = c->in_place && !c->dry && f->purpose == PASS;

	if (c->all && c->client != NULL)
		message_usage(_("%s has no effect with %s"), "--all", "-c");
	if (edit)
		in_place_decided(c);
	else if (c->all && !c->in_place)
		message_usage(_("--all has no effect without -i"));
	operands = c->files0 != NULL ? operands_from(c->files0, &problems) :
	    operands_of(c->operands, c->noperands);
	while (operands != NULL && (path = operands_next(operands, &problems)) != NULL) {
		if (edit)
			edit_file(f, path, &d);
		else
			pass_file(f, path, &d);
	}
	raise_status(f, message_problems(&problems));
	operands_free(operands);
	if (c->client != NULL && !f->found && f->status == 0) {
		message(_("no dossier of client %s"), c->client);
		raise_status(f, 1);
	}
	problems_release(&problems);
	dossier_release(&d);
	text_release(&f->out);
	text_release(&f->seal);
	return f->status;
}

int
filter_run(const struct call *c, filter_act *act, void *context)
{
	struct filter f = { .call = c, .act = act, .context = context, .purpose = PASS };

	return run(&f);
}

int
filter_select(const struct call *c, filter_act *act, void *context)
{
	struct filter f = { .call = c, .act = act, .context = context, .purpose = SELECT };

	return run(&f);
}

int
view_run(const struct call *c, filter_act *see, void *context)
{
	struct filter f = { .call = c, .act = see, .context = context, .purpose = VIEW };

	return run(&f);
}

int
inspect_run(const struct call *c, filter_act *see, void *context)
{
	struct filter f = { .call = c, .act = see, .context = context, .purpose = INSPECT };

	return run(&f);
}
