/* SPDX-License-Identifier: ISC */
#include "document_out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "beside.h"
#include "file.h"
#include "message.h"
#include "terminal.h"
#include "text.h"

enum {
	LOGO_MOST = 2 << 20,	/* bytes */
	LOADER_FAILED = 127	/* of a program without its libraries, and of a shell */
};

static const char drawer[] = "fasen-pdf";
static const char png[] = "\x89PNG\r\n\x1A\n";

/* While it runs. */
static FILE *pipe_to;
static pid_t child;
static bool lacks_logo;

/* Beside the program that runs, else on the path. Returns 0 or an errno. */
static int
spawn(posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes)
{
	extern char **environ;
	char *argv[] = { (char []){ "fasen-pdf" }, NULL };
	struct text beside = { 0 };
	int error = ENOENT;

	if (beside_this(drawer, &beside))
		error = posix_spawn(&child, text_string(&beside), actions, attributes,
		    argv, environ);
	text_release(&beside);
	return error == ENOENT ? posix_spawnp(&child, drawer, actions, attributes, argv, environ) :
	    error;
}

/*
 * It reads from the pipe, and dies of SIGPIPE when nobody reads what it writes; this program sees
 * both as errors.
 */
static void
start(int to)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t signals;
	int ends[2], error;

	/* An end that the drawer had too would never close. */
	if (pipe(ends) != 0 || fcntl(ends[1], F_SETFD, FD_CLOEXEC) != 0) {
		message("%s: %s", drawer, problem_errno(errno));
		exit(2);
	}
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&signals);
	sigaddset(&signals, SIGPIPE);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &signals);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	if (to != STDOUT_FILENO)
		posix_spawn_file_actions_adddup2(&actions, to, STDOUT_FILENO);
	error = spawn(&actions, &attributes);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	close(ends[0]);
	if (error == ENOENT)
		message(_("-T pdf is drawn by fasen-pdf, which is not installed: it is built where "
		    "the packages libpango1.0-dev and librsvg2-dev are"));
	else if (error != 0)
		message("%s: %s", drawer, problem_errno(error));
	pipe_to = error == 0 ? fdopen(ends[1], "w") : NULL;
	if (pipe_to == NULL)
		exit(2);
}

/* Adds bytes in base 64. */
static void
add_base64(struct text *to, const struct text *bytes)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t at = 0; at < bytes->len; at += 3) {
		size_t n = bytes->len - at < 3 ? bytes->len - at : 3;
		unsigned long bits = 0;

		for (size_t i = 0; i < n; i++)
			bits |= (unsigned long)(unsigned char)bytes->at[at + i] << (16 - 8 * i);
		for (size_t i = 0; i < 4; i++)
			text_addc(to, i <= n ? digits[bits >> (18 - 6 * i) & 63] : '=');
	}
}

/*
 * The file beside the model, in base 64, into `to`; a logo that cannot be read is said, and left
 * out.
 */
static void
read_logo(const struct model *m, struct text *to)
{
	const char *slash = m->file != NULL && *m->logo != '/' ? strrchr(m->file, '/') : NULL;
	struct text path = { 0 }, bytes = { 0 };
	struct stat st;
	int fd;

	if (*m->logo == '\0')
		return;
	if (slash != NULL)
		text_add(&path, m->file, (size_t)(slash - m->file) + 1);
	text_adds(&path, m->logo);
	fd = open(text_string(&path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= LOGO_MOST &&
	    file_read(fd, false, &bytes) && bytes.len >= sizeof png - 1 &&
	    memcmp(bytes.at, png, sizeof png - 1) == 0)
		add_base64(to, &bytes);
	else {
		message(_("%s: error: Logo: no PNG of at most 2 MB can be read there"),
		    m->file != NULL ? m->file : "model");
		lacks_logo = true;
	}
	if (fd >= 0)
		close(fd);
	text_release(&bytes);
	text_release(&path);
}

struct document *
document_out_at(const struct cmdline *c, enum document_format format, const char *title, int fd)
{
	struct text logo = { 0 };
	struct document *d;

	if (format == DOCUMENT_PDF)
		start(fd);
	d = document_open(format == DOCUMENT_PDF ? pipe_to : terminal_out(), format, c->lang,
	    terminal_width(), title);
	document_texts(d, c->model->lang);
	if (format == DOCUMENT_HTML || format == DOCUMENT_PDF)
		read_logo(c->model, &logo);
	document_letterhead(d, c->model->organisation, text_string(&logo));
	text_release(&logo);
	return d;
}

struct document *
document_out(const struct cmdline *c, enum document_format format, const char *title)
{
	return document_out_at(c, format, title, STDOUT_FILENO);
}

/* What became of fasen-pdf, as an exit status. It has said why. */
static int
wait_for_child(void)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return 2;
	if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE) {
		signal(SIGPIPE, SIG_DFL);
		raise(SIGPIPE);
	}
	if (WIFSIGNALED(status))
		message(_("%s was ended by signal %d"), drawer, WTERMSIG(status));
	if (WIFEXITED(status) && WEXITSTATUS(status) == LOADER_FAILED)
		message(_("-T pdf is drawn by fasen-pdf, which did not start: it asks for the "
		    "packages libpangocairo-1.0-0 and librsvg2-2, or what they are called here; "
		    "nothing was drawn"));
	return WIFEXITED(status) && WEXITSTATUS(status) <= 2 ? WEXITSTATUS(status) : 2;
}

int
document_out_end(struct document *d, int status)
{
	bool good = document_close(d);
	int drawn;

	if (lacks_logo)
		status = 2;
	if (pipe_to == NULL)
		return good ? status : 2;
	good = fclose(pipe_to) == 0 && good;
	pipe_to = NULL;
	drawn = wait_for_child();
	if (drawn == 0 && !good)
		drawn = 2;
	return drawn > status ? drawn : status;
}
