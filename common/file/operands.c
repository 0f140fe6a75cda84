/* SPDX-License-Identifier: ISC */
#include "operands.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "folder.h"
#include "text.h"

enum { LONGEST = 4096 };	/* bytes of a path, with its NUL */

/* An operand that is a directory. */
struct directory {
	size_t operand;			/* its number */
	struct folder folder;
	int error;			/* why it could not be listed; 0 = it was */
};

struct operands {
	char *const *argv;
	char **own;			/* argv, when the names were read from a file */
	struct text list;		/* the bytes that `own` points into */
	size_t n, next;
	bool files_only, may_be_empty, empty;
	struct directory *directories;	/* those among the operands up to the one at hand, or
					   among all when `complete` */
	size_t ndirectories, cap;
	bool complete;
	size_t next_directory, next_name;
	const struct folder *folder;	/* of the path at hand; NULL: it is an operand itself */
	size_t given;			/* paths */
	const char *at;			/* the last of them */
	struct text path;
	int status;
};

struct operands *
operands_of(char *const *argv, size_t n)
{
	static char input[] = "-";
	static char *const only[] = { input };
	struct operands *operands = alloc_new(1, sizeof *operands);

	operands->argv = n != 0 ? argv : only;
	operands->n = n != 0 ? n : 1;
	return operands;
}

/*
 * Whether this can only be a list that was not made with NULs, perhaps dossiers: such a name is not
 * shown. There are files with a newline in their name.
 */
static bool
is_no_name(const char *name, size_t len)
{
	struct stat st;
	size_t i;

	for (i = 0; i < len && (unsigned char)name[i] >= ' ' && name[i] != 0x7F; i++)
		continue;
	return (len >= LONGEST || i < len) && lstat(name, &st) != 0;
}

struct operands *
operands_from(const char *path, struct problems *problems)
{
	struct operands *operands = alloc_new(1, sizeof *operands);
	size_t cap = 0, len;
	long line;

	if (!file_read_path(path, false, &operands->list)) {
		problems_add(problems, PROBLEM_ERROR, "read", path, 0, NULL,
		    "%s", file_failure(&operands->list, &line));
		operands_free(operands);
		return NULL;
	}
	for (size_t at = 0; at < operands->list.len; at += len + 1) {
		len = strlen(operands->list.at + at);
		if (len == 0) {
			problems_add(problems, PROBLEM_ERROR, "operand", path, 0, NULL,
			    _("name %zu is empty, expected the name of a file"), operands->n + 1);
			operands_free(operands);
			return NULL;
		}
		if (is_no_name(operands->list.at + at, len)) {
			problems_add(problems, PROBLEM_ERROR, "operand", path, 0, NULL,
			    _("name %zu is no name of a file, expected names that end in NUL, "
			    "as of fasen-select -l -0"), operands->n + 1);
			operands_free(operands);
			return NULL;
		}
		operands->own = alloc_room(operands->own, &cap, operands->n + 1,
		    sizeof *operands->own);
		operands->own[operands->n++] = operands->list.at + at;
	}
	operands->argv = operands->own;
	return operands;
}

void
operands_files_only(struct operands *operands)
{
	operands->files_only = true;
}

void
operands_may_be_empty(struct operands *operands)
{
	operands->may_be_empty = true;
}

static bool
is_input(const char *operand)
{
	return strcmp(operand, "-") == 0;
}

/* Lists the operand and returns true when it is a directory, or when that cannot be told. */
static bool
take_directory(struct operands *operands, size_t operand)
{
	const char *path = operands->argv[operand];
	struct directory *directory;
	struct stat st;
	int error;

	if (is_input(path))
		return false;
	error = stat(path, &st) == 0 ? 0 : errno;
	if (error == 0 ? !S_ISDIR(st.st_mode) : error == ENOENT || error == ENOTDIR)
		return false;
	operands->directories = alloc_room(operands->directories, &operands->cap,
	    operands->ndirectories + 1, sizeof *operands->directories);
	directory = &operands->directories[operands->ndirectories++];
	*directory = (struct directory){ .operand = operand, .error = error };
	if (error == 0 && !folder_list(&directory->folder, path)) {
		directory->error = errno != 0 ? errno : EIO;
		folder_release(&directory->folder);
	}
	return true;
}

/* Goes into the operand when it is a directory. */
static bool
enter_directory(struct operands *operands, size_t operand, struct problems *problems)
{
	const char *path = operands->argv[operand];
	const struct directory *directory;

	if (operands->files_only)
		return false;
	if (operands->complete ? operands->next_directory == operands->ndirectories ||
	    operands->directories[operands->next_directory].operand != operand :
	    !take_directory(operands, operand))
		return false;
	directory = &operands->directories[operands->next_directory++];
	operands->folder = &directory->folder;
	operands->next_name = 0;
	if (directory->error != 0) {
		problems_add(problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s",
		    problem_errno(directory->error));
		operands->status = 2;
	} else if (directory->folder.n == 0 && !operands->may_be_empty) {
		problems_add(problems, PROBLEM_WARNING, "empty", path, 0, NULL,
		    _("a directory without any *.rec"));
		operands->status = operands->status > 1 ? operands->status : 1;
		operands->empty = true;
	}
	return true;
}

static void
add_path(const char *directory, const char *name, struct text *to)
{
	text_adds(to, directory);
	if (directory[strlen(directory) - 1] != '/')
		text_addc(to, '/');
	text_adds(to, name);
}

const char *
operands_next(struct operands *operands, struct problems *problems)
{
	for (;;) {
		if (operands->folder != NULL && operands->next_name < operands->folder->n) {
			text_clear(&operands->path);
			add_path(operands->argv[operands->next - 1],
			    operands->folder->names[operands->next_name++], &operands->path);
			operands->at = text_string(&operands->path);
			break;
		}
		operands->folder = NULL;
		if (operands->next == operands->n)
			return NULL;
		operands->next++;
		if (enter_directory(operands, operands->next - 1, problems))
			continue;
		operands->at = operands->argv[operands->next - 1];
		break;
	}
	operands->given++;
	return operands->at;
}

bool
operands_listed(const struct operands *operands)
{
	return operands->folder != NULL;
}

bool
operands_outranked(const struct operands *operands, const char *id, struct text *other)
{
	const char *name;
	size_t n = strlen(id);

	if (operands->folder == NULL || !folder_has(operands->folder, id, n))
		return false;
	name = operands->folder->names[operands->next_name - 1];
	if (strncmp(name, id, n) == 0 && strcmp(name + n, ".rec") == 0)
		return false;
	text_clear(other);
	text_add(other, operands->at, strlen(operands->at) - strlen(name));
	text_addf(other, "%s.rec", id);
	return true;
}

static bool
cannot_read(struct operands *operands, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "read", operands->at, 0, NULL,
	    "%s", problem_errno(errno));
	operands->status = 2;
	return false;
}

bool
operands_usable(struct operands *operands, struct problems *problems)
{
	struct stat st;

	if (operands->folder == NULL)
		return true;
	if (stat(operands->at, &st) != 0) {
		int error = errno;
		bool gone = error == ENOENT && lstat(operands->at, &st) != 0;

		errno = error;
		return gone ? false : cannot_read(operands, problems);
	}
	if (S_ISREG(st.st_mode))
		return true;
	problems_add(problems, PROBLEM_WARNING, "kind", operands->at, 0, NULL,
	    _("not a regular file; passed over"));
	operands->status = operands->status > 1 ? operands->status : 1;
	return false;
}

int
operands_open(struct operands *operands, struct problems *problems)
{
	bool listed = operands->folder != NULL;
	int fd;

	if (!listed && is_input(operands->at))
		return STDIN_FILENO;
	if (!operands_usable(operands, problems))
		return -1;
	/* What took the place of a listed file since must not make us wait. */
	fd = open(operands->at, O_RDONLY | O_CLOEXEC | O_NOCTTY | (listed ? O_NONBLOCK : 0));
	if (fd < 0 && !(listed && errno == ENOENT))
		cannot_read(operands, problems);
	return fd;
}

size_t
operands_number(const struct operands *operands)
{
	return operands->given - 1;
}

void
operands_path(const struct operands *operands, size_t number, struct text *to)
{
	size_t before = 0, names = 0;	/* of the directories before it: how many there are, and
					   what they hold */

	for (; before < operands->ndirectories; before++) {
		const struct directory *directory = &operands->directories[before];
		size_t first = directory->operand - before + names;

		if (number < first)
			break;
		if (number - first < directory->folder.n) {
			add_path(operands->argv[directory->operand],
			    directory->folder.names[number - first], to);
			return;
		}
		names += directory->folder.n;
	}
	text_adds(to, operands->argv[number + before - names]);
}

bool
operands_stdin(const struct operands *operands)
{
	for (size_t i = 0; i < operands->n; i++)
		if (is_input(operands->argv[i]))
			return true;
	return false;
}

static bool
directory_has(const struct operands *operands, const struct directory *directory,
    const struct stat *file, struct text *found)
{
	const char *path = operands->argv[directory->operand];
	struct stat st;

	if (stat(path, &st) != 0 || st.st_dev != file->st_dev)
		return false;
	for (size_t i = 0; i < directory->folder.n; i++) {
		text_clear(found);
		add_path(path, directory->folder.names[i], found);
		if (stat(text_string(found), &st) == 0 && file_same(&st, file))
			return true;
	}
	return false;
}

bool
operands_mean(struct operands *operands, const struct stat *file, struct text *path)
{
	if (!operands->complete)
		for (size_t i = 0; i < operands->n; i++)
			take_directory(operands, i);
	operands->complete = true;
	for (size_t i = 0; i < operands->ndirectories; i++)
		if (directory_has(operands, &operands->directories[i], file, path))
			return true;
	for (size_t i = 0; i < operands->n; i++) {
		const char *operand = operands->argv[i];
		struct stat st;

		if ((is_input(operand) ? fstat(STDIN_FILENO, &st) : stat(operand, &st)) == 0 &&
		    file_same(&st, file)) {
			text_clear(path);
			text_adds(path, operand);
			return true;
		}
	}
	return false;
}

bool
operands_empty(const struct operands *operands)
{
	return operands->empty;
}

int
operands_status(const struct operands *operands)
{
	return operands->status;
}

void
operands_free(struct operands *operands)
{
	if (operands == NULL)
		return;
	for (size_t i = 0; i < operands->ndirectories; i++)
		folder_release(&operands->directories[i].folder);
	free(operands->directories);
	free(operands->own);
	text_release(&operands->list);
	text_release(&operands->path);
	free(operands);
}
