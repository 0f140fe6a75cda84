/* SPDX-License-Identifier: ISC */
#include "cmdline.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "message.h"
#include "model_read.h"
#include "shown.h"
#include "terminal.h"
#include "text.h"
#include "utf8.h"

date
cmdline_date(const char *option, const char *value)
{
	date d = date_parse(value);

	if (d == DATE_NONE)
		message_usage(_("%s: \"%s\" is not a date; expected YYYY-MM-DD"), option,
		    shown_or_dots(value));
	return d;
}

void
cmdline_text(const char *option, const char *value)
{
	if (value == NULL || utf8_blank(value))
		message_usage(_("%s: expected a text, not an empty one"), option);
	if (!rec_writable(value, strlen(value)))
		message_usage(_("%s: expected UTF-8 text without a line that ends in CR"), option);
}

bool
cmdline_one_line(const char *value)
{
	return value[strspn(value, " \t")] != '\0' && strchr(value, '\n') == NULL &&
	    rec_writable(value, strlen(value));
}

date
cmdline_clock(void)
{
	time_t now = time(NULL);
	struct tm tm;

	if (localtime_r(&now, &tm) == NULL)
		return DATE_NONE;
	return date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* Who records; of a command that never does the system is not asked, for that takes a while. */
static const char *
recorder(const struct command *k)
{
	static char number[32];
	const char *name = getenv("FASEN_BY");
	const struct passwd *pw;

	if (name != NULL && name[0] != '\0') {
		if (!cmdline_one_line(name))
			message_usage(_("%s: expected one line of UTF-8 text"), "FASEN_BY");
		return name;
	}
	pw = k->filter || k->locks ? getpwuid(getuid()) : NULL;
	if (pw != NULL && cmdline_one_line(pw->pw_name))
		return pw->pw_name;
	snprintf(number, sizeof number, "uid%ju", (uintmax_t)getuid());
	return number;
}

bool
cmdline_model(struct cmdline *c, bool say)
{
	const char *named = getenv("FASEN_MODEL");
	const char *file = c->model_file != NULL ? c->model_file :
	    named != NULL && named[0] != '\0' ? named : NULL;
	struct problems problems = { 0 };
	struct text bytes = { 0 };
	int fd;

	if (file == NULL)
		c->model = model_read(model_default, model_default_size, NULL, &problems);
	else {
		fd = open(file, O_RDONLY | O_CLOEXEC);
		cmdline_reads(c, file);
		if (fd >= 0 && file_read(fd, true, &bytes))
			c->model = model_read(text_string(&bytes), bytes.len, file, &problems);
		else if (say)
			message_unread(file, &bytes);
		if (fd >= 0)
			close(fd);
	}
	text_release(&bytes);
	if (say)
		message_problems(&problems);
	problems_release(&problems);
	return c->model != NULL;
}

/* getopt has moved the operands behind the options, and those behind -- to the very end. */
static void
sort_terms(struct cmdline *c)
{
	size_t after = strcmp(c->argv[optind - 1], "--") == 0 ? c->after_dashes : 0, n = 0;
	size_t files = c->noperands - after;

	c->sorted = alloc_new(c->noperands + 1, sizeof *c->sorted);
	for (size_t i = 0; i < files; i++)
		if (c->command->is_term(c->operands[i]))
			c->sorted[n++] = c->operands[i];
	c->nterms = n;
	for (size_t i = 0; i < c->noperands; i++)
		if (i >= files || !c->command->is_term(c->operands[i]))
			c->sorted[n++] = c->operands[i];
	c->terms = c->sorted;
	c->operands = c->sorted + c->nterms;
	c->noperands -= c->nterms;
}

/*
 * A call for one client without operands reads that client's dossier in FASEN_DIR; only where there
 * is none the others are looked through, for one that took it over.
 */
static void
take_directory(struct cmdline *c)
{
	char *directory = getenv("FASEN_DIR");
	struct text path = { 0 };
	struct stat file;

	if (c->client == NULL || c->noperands > 0 || c->files0 != NULL || directory == NULL ||
	    directory[0] == '\0')
		return;
	text_addf(&path, "%s/%s.rec", directory, c->client);
	if (access(text_string(&path), F_OK) != 0 && errno == ENOENT)
		cmdline_successor(directory, c->client, &path);
	/* Nobody named that file: a FIFO that was put there would make the call wait. */
	if (stat(text_string(&path), &file) == 0 && !S_ISREG(file.st_mode)) {
		message("%s: %s", text_string(&path), _("not a regular file"));
		exit(2);
	}
	c->own_operand[0] = text_take(&path);
	c->operands = c->own_operand;
	c->noperands = 1;
}

static void
open_input(struct cmdline *c)
{
	struct problems problems = { 0 };

	take_directory(c);
	if (c->files0 != NULL)
		cmdline_reads(c, c->files0);
	c->input = c->files0 != NULL ? operands_from(c->files0, &problems) :
	    operands_of(c->operands, c->noperands);
	message_problems(&problems);
	problems_release(&problems);
	if (c->input == NULL)
		exit(2);
	cmdline_refuse_operands(c);
}

void
cmdline_ready(struct cmdline *c)
{
	if (c->today == DATE_NONE)
		c->today = cmdline_clock();
	if (c->today == DATE_NONE)
		message_usage(_("the clock says a year outside 1900-2199; expected --today"));
	if (c->by == NULL)
		c->by = recorder(c->command);
	if (c->model == NULL && !cmdline_model(c, true))
		exit(2);
	if (!c->lang_given)
		c->lang = c->model->lang;
	c->operands = c->argv + optind;
	c->noperands = (size_t)(c->argc - optind);
	if (c->command->is_term != NULL)
		sort_terms(c);
	if (c->files0 != NULL && c->noperands > 0)
		message_usage(_("--files0-from takes the place of operands; expected no \"%s\""),
		    c->operands[0]);
	open_input(c);
	if (c->dry)
		cmdline_refuse_appending();
}

date
cmdline_op(const struct cmdline *c)
{
	return c->date != DATE_NONE ? c->date : c->today;
}

const char *
cmdline_day(struct cmdline *c, const char *value)
{
	date today = c->today != DATE_NONE ? c->today : cmdline_clock();
	date day = today == DATE_NONE ? DATE_NONE : date_relative(value, today);
	char to[DATE_SIZE];

	return day == DATE_NONE ? value :
	    arena_copy(&c->names, date_format(day, to), DATE_SIZE - 1);
}

const char *
cmdline_value(struct cmdline *c, const struct schema_field *f, size_t i)
{
	for (size_t j = 0; j < i && !(f->flags & FIELD_REPEATS); j++)
		if (strcmp(c->fields[j].option, c->fields[i].option) == 0) {
			char *option = command_field_option(f->name);

			message_usage(_("--%s is given twice; expected once"), option);
		}
	c->fields[i].used = true;
	return f->type == FIELD_DATE ? cmdline_day(c, c->fields[i].value) : c->fields[i].value;
}

const char *
cmdline_field(struct cmdline *c, enum kind kind, enum slot slot)
{
	const char *field = schema_name(kind, slot), *value = NULL;
	size_t i;

	for (i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, field) == 0) {
			c->fields[i].used = true;
			value = c->fields[i].value;
		}
	return value;
}

void
cmdline_all_used(const struct cmdline *c, const char *with)
{
	size_t i;

	for (i = 0; i < c->nfields; i++)
		if (!c->fields[i].used) {
			char *name = command_field_option(c->fields[i].option);

			if (with == NULL)
				message_usage(_("--%s has no effect: nothing here records it"),
				    name);
			message_usage(_("--%s has no effect with %s"), name, with);
		}
}

long
cmdline_ahead(const char *value)
{
	char *end;
	long days = strtol(value, &end, 10);

	if (end == value || *end != '\0' || days < 1 || days > 3650)
		message_usage(_("--ahead: expected days, from 1 to 3650"));
	return days;
}

void
cmdline_no_handles(const struct cmdline *c, const char *with)
{
	if (c->handles)
		message_usage(_("%s has no effect with %s"), "--handles", with);
}

void
cmdline_no_known(const struct cmdline *c, const char *with)
{
	if (c->known != DATE_LAST)
		message_usage(_("%s has no effect with %s"), "--known", with);
}

static void
refuse_recording(const struct cmdline *c)
{
	const char *what = c->in_place ? "-i" : c->dry ? "-n" : c->all ? "--all" :
	    c->date != DATE_NONE ? "--date" : c->wait_given ? "--wait" : NULL;

	if (what != NULL)
		message_usage(_("%s has no effect: this call records nothing"), what);
}

void
cmdline_records_nothing(const struct cmdline *c)
{
	refuse_recording(c);
	cmdline_refuse_appending();
}

void
cmdline_asks_nothing(const struct cmdline *c)
{
	refuse_recording(c);
	if (c->client != NULL && c->own_operand[0] == NULL)
		message_usage(_("%s has no effect: this call records nothing"), "-c");
}

int
cmdline_end(struct cmdline *c, int status)
{
	int error;

	message_end();
	/* Of a write that failed long ago errno may be gone. */
	error = ferror(stdout) == 0 ? 0 : errno != 0 ? errno : EIO;
	if (fflush(stdout) != 0 || fclose(stdout) != 0)
		error = errno;
	if (terminal_error() != 0)
		error = terminal_error();
	if (error != 0) {
		if (error != EPIPE)
			message(_("standard output: %s"), problem_errno(error));
		status = 2;
	}
	free(c->table);
	arena_release(&c->names);
	free(c->letters);
	free(c->fields);
	free(c->taken);
	free(c->read);
	free(c->sorted);
	free(c->own_operand[0]);
	operands_free(c->input);
	model_free(c->model);
	return status;
}
