#include "operands.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"
#include "text.h"

struct operands {
	char *const *argv;
	char **own;		/* argv, when the names were read from a file */
	struct text list;	/* the bytes that `own` points into */
	size_t n, next;
	char **names;		/* of the directory at hand, in order */
	size_t n_names, next_name, cap_names;
	const char *directory;
	struct text path;
};

struct operands *
operands_of(char *const *argv, size_t n)
{
	static char input[] = "-";
	static char *const only[] = { input };
	struct operands *operands = memory_new(1, sizeof *operands);

	operands->argv = n != 0 ? argv : only;
	operands->n = n != 0 ? n : 1;
	return operands;
}

static bool
read_all(int fd, struct text *to)
{
	char bytes[16 * 1024];
	ssize_t n;

	while ((n = read(fd, bytes, sizeof bytes)) != 0) {
		if (n > 0)
			text_add(to, bytes, (size_t)n);
		else if (errno != EINTR)
			return false;
	}
	return true;
}

struct operands *
operands_from(const char *path, struct problems *problems)
{
	struct operands *operands = memory_new(1, sizeof *operands);
	bool input = strcmp(path, "-") == 0;
	int fd = input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool read = fd >= 0 && read_all(fd, &operands->list);
	size_t cap = 0, len;

	if (!read)
		problems_add(problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s", strerror(errno));
	if (fd >= 0 && !input)
		close(fd);
	if (!read) {
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
		operands->own = memory_room(operands->own, &cap, operands->n + 1, sizeof *operands->own);
		operands->own[operands->n++] = operands->list.at + at;
	}
	operands->argv = operands->own;
	return operands;
}

static void
drop_names(struct operands *operands)
{
	for (size_t i = 0; i < operands->n_names; i++)
		free(operands->names[i]);
	operands->n_names = operands->next_name = 0;
}

static bool
is_dossier_name(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && len > 4 && strcmp(name + len - 4, ".rec") == 0;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
read_directory(struct operands *operands, const char *path, struct problems *problems)
{
	DIR *directory = opendir(path);
	struct dirent *entry;

	drop_names(operands);
	errno = 0;
	while (directory != NULL && (entry = readdir(directory)) != NULL) {
		if (is_dossier_name(entry->d_name)) {
			operands->names = memory_room(operands->names, &operands->cap_names,
			    operands->n_names + 1, sizeof *operands->names);
			operands->names[operands->n_names++] = memory_copy(entry->d_name);
		}
		errno = 0;
	}
	if (directory == NULL || errno != 0) {
		problems_add(problems, PROBLEM_ERROR, "read", path, 0, NULL, "%s", strerror(errno));
		drop_names(operands);
	}
	if (directory != NULL)
		closedir(directory);
	if (operands->n_names != 0)
		qsort(operands->names, operands->n_names, sizeof *operands->names, by_bytes);
	operands->directory = path;
}

const char *
operands_next(struct operands *operands, struct problems *problems)
{
	struct stat st;
	const char *operand;

	for (;;) {
		if (operands->next_name < operands->n_names) {
			text_clear(&operands->path);
			text_adds(&operands->path, operands->directory);
			if (operands->path.at[operands->path.len - 1] != '/')
				text_addc(&operands->path, '/');
			text_adds(&operands->path, operands->names[operands->next_name++]);
			return text_string(&operands->path);
		}
		if (operands->next == operands->n)
			return NULL;
		operand = operands->argv[operands->next++];
		if (strcmp(operand, "-") == 0 || stat(operand, &st) != 0 || !S_ISDIR(st.st_mode))
			return operand;
		read_directory(operands, operand, problems);
	}
}

void
operands_free(struct operands *operands)
{
	if (operands == NULL)
		return;
	drop_names(operands);
	free(operands->names);
	free(operands->own);
	text_release(&operands->list);
	text_release(&operands->path);
	free(operands);
}
