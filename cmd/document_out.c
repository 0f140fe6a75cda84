#include "document_out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "beside.h"
#include "message.h"
#include "terminal.h"
#include "text.h"

static const char drawer[] = "fasen-pdf";

/* While it runs. */
static FILE *pipe_to;
static pid_t child;

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
start(void)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t signals;
	int ends[2], error;

	if (pipe(ends) != 0) {
		message("%s: %s", drawer, strerror(errno));
		exit(2);
	}
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&signals);
	sigaddset(&signals, SIGPIPE);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &signals);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	error = spawn(&actions, &attributes);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	close(ends[0]);
	if (error == ENOENT)
		message(_("-T pdf is drawn by fasen-pdf, which is not installed: it is built where "
		    "the packages libpango1.0-dev and librsvg2-dev are"));
	else if (error != 0)
		message("%s: %s", drawer, strerror(error));
	pipe_to = error == 0 ? fdopen(ends[1], "w") : NULL;
	if (pipe_to == NULL)
		exit(2);
}

struct document *
document_out(const struct cmdline *c, enum document_format format, const char *title)
{
	struct document *d;

	if (format == DOCUMENT_PDF)
		start();
	d = document_open(format == DOCUMENT_PDF ? pipe_to : terminal_out(), format, c->lang,
	    terminal_width(), title);
	document_texts(d, c->model->lang);
	return d;
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
	return WIFEXITED(status) && WEXITSTATUS(status) <= 2 ? WEXITSTATUS(status) : 2;
}

int
document_out_end(struct document *d, int status)
{
	bool good = document_close(d);
	int drawn;

	if (pipe_to == NULL)
		return good ? status : 2;
	good = fclose(pipe_to) == 0 && good;
	pipe_to = NULL;
	drawn = wait_for_child();
	if (drawn == 0 && !good)
		drawn = 2;
	return drawn > status ? drawn : status;
}
