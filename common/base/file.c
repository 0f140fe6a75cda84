/* SPDX-License-Identifier: ISC */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "problem.h"

enum { BLOCK = 16 * 1024 };

const char *
file_long_line(const char *from, const char *to)
{
	while (to - from > FILE_LINE_MOST) {
		const char *end = memchr(from, '\n', FILE_LINE_MOST + 1);

		if (end == NULL)
			return from;
		from = end + 1;
	}
	return NULL;
}

const char *
file_failure(const struct text *read, long *line)
{
	const char *from = text_string(read);
	const char *at = errno == EFBIG && read->len <= FILE_MOST ?
	    file_long_line(from, from + read->len) : NULL;

	*line = at != NULL;
	for (const char *s = from; at != NULL && s < at; s++)
		*line += *s == '\n';
	if (at != NULL)
		return _("the line is longer than 16 MiB; expected less");
	if (errno == EFBIG && read->len > FILE_MOST)
		return _("larger than 256 MiB; expected less");
	return problem_errno(errno);
}

/* Whether there is no more than there may be; *line is where the last line begins. */
static bool
in_bounds(const struct text *read, size_t before, bool lines, size_t *line)
{
	size_t i = read->len;

	if (read->len > FILE_MOST)
		return false;
	if (!lines)
		return true;
	if (file_long_line(read->at + *line, read->at + read->len) != NULL)
		return false;
	while (i > before && read->at[i - 1] != '\n')
		i--;
	if (i > before)
		*line = i;
	return true;
}

bool
file_read(int fd, bool lines, struct text *to)
{
	size_t line = to->len, before = line;
	ssize_t n;

	while ((n = read(fd, text_room(to, BLOCK), BLOCK)) != 0) {
		if (n > 0)
			text_took(to, (size_t)n);
		else if (errno != EINTR)
			return false;
		if (!in_bounds(to, before, lines, &line)) {
			errno = EFBIG;
			return false;
		}
		before = to->len;
	}
	return true;
}

bool
file_read_path(const char *path, bool lines, struct text *to)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC), error;
	bool good = fd >= 0 && file_read(fd, lines, to);

	error = errno;
	if (fd >= 0 && !in)
		close(fd);
	errno = error;
	return good;
}
