/* SPDX-License-Identifier: ISC */
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "beside.h"
#include "file.h"
#include "terminal.h"
#include "text.h"
#include "unfinished.h"
#include "utf8.h"

static const char *name = "fasen";

/*
 * A standard descriptor that was closed would be given to the next file that is opened, and a
 * warning would be written into a dossier. It gets what fails as a closed one does: each side open
 * in the wrong direction.
 */
static void
hold_standard_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF ||
		    open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == fd)
			continue;
		message("/dev/null: %s", problem_errno(errno));
		exit(2);
	}
}

/*
 * A core would hold dossiers. A limit of one byte is too small for a file and is also where Linux
 * calls no program that takes cores, which it does at a limit of none.
 */
static void
make_no_core(void)
{
	struct rlimit limit;

	if (getrlimit(RLIMIT_CORE, &limit) != 0)
		return;
	limit.rlim_cur = limit.rlim_max == 0 ? 0 : 1;
	setrlimit(RLIMIT_CORE, &limit);
}

/* Where the catalogues are: beside this program as they are installed and built. */
static void
find_catalogues(void)
{
	const char *folder = getenv("FASEN_LOCALEDIR");
	struct text beside = { 0 };

	if (folder == NULL && beside_this("../share/locale", &beside))
		folder = text_string(&beside);
	bindtextdomain("fasen", folder != NULL ? folder : "/usr/share/locale");
	text_release(&beside);
}

/*
 * Whether there can be a catalogue. Where there is none, as in a job of cron, looking for it would
 * be a tenth of what a small call takes.
 */
static bool
translates(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *language = getenv("LANGUAGE"), *value = NULL;

	for (size_t i = 0; (value == NULL || value[0] == '\0') && i < 3; i++)
		value = getenv(names[i]);
	if (value == NULL || value[0] == '\0')
		return false;
	return (language != NULL && language[0] != '\0') || (strcmp(value, "C") != 0 &&
	    strcmp(value, "POSIX") != 0 && strncmp(value, "C.", 2) != 0);
}

void
message_begin(const char *program)
{
	name = program;
	atexit(unfinished_end);	/* memory that runs out ends the program anywhere */
	atexit(message_end);
	make_no_core();
	unfinished_watch();
	hold_standard_descriptors();
	if (!translates())
		return;
	setlocale(LC_MESSAGES, "");
	bind_textdomain_codeset("libc", "UTF-8");	/* of strerror: no other use of LC_CTYPE */
	find_catalogues();
	bind_textdomain_codeset("fasen", "UTF-8");
	textdomain("fasen");
}

bool
message_in_dutch(void)
{
	static const char nothing[] = "";

	/* The translation of nothing is the head of the catalogue. */
	return strstr(gettext(nothing), "\nLanguage: nl\n") != NULL;
}

/* Room that is kept: an import may have a message for each row. */
static struct text made, shown;

/* Prints what was put together in `made`. */
static void
print(void)
{
	terminal_flush();
	text_clear(&shown);
	utf8_show(&shown, text_string(&made), false);
	text_addc(&shown, '\n');
	fwrite(shown.at, 1, shown.len, stderr);
	text_clear(&made);
}

static void
add_part(const char *part)
{
	text_adds(&made, part);
	text_add(&made, ": ", 2);
}

void
message_problem(const struct problem *p)
{
	add_part(name);
	if (p->file != NULL && p->line > 0) {
		text_adds(&made, p->file);
		text_addc(&made, ':');
		text_addn(&made, p->line);
		text_add(&made, ": ", 2);
	} else if (p->file != NULL)
		add_part(p->file);
	add_part(p->severity == PROBLEM_ERROR ? _("error") : _("warning"));
	if (p->field != NULL)
		add_part(p->field);
	text_adds(&made, p->text);
	print();
}

int
message_problems(struct problems *problems)
{
	int status = problems_error(problems) ? 2 : 0;
	size_t i;

	for (i = 0; i < problems->n; i++)
		message_problem(&problems->at[i]);
	problems_clear(problems);
	return status;
}

static void
say(const char *format, va_list ap)
{
	add_part(name);
	text_addv(&made, format, ap);
	print();
}

void
message(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(format, ap);
	va_end(ap);
}

void
message_unread(const char *path, const struct text *read)
{
	long line;
	const char *why = file_failure(read, &line);

	if (line > 0)
		message("%s:%ld: %s: %s", path, line, _("error"), why);
	else
		message("%s: %s", path, why);
}

void
message_waiting(const char *path)
{
	message(_("%s: locked by another program; waiting for it"), path);
}

void
message_usage(const char *format, ...)
{
	va_list ap;

	va_start(ap, format);
	say(format, ap);
	va_end(ap);
	fprintf(stderr, _("Try \"%s --help\".\n"), name);
	exit(2);
}

void
message_end(void)
{
	static bool said;

	terminal_flush();
	if (terminal_otherwise() && !said) {
		said = true;
		message(_("� on the terminal stands for a character that would act on it, or is "
		    "none; a file or a pipe gets it as it is"));
	}
}
