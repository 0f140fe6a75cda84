/* SPDX-License-Identifier: ISC */
#include "pseudonym.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"

enum { KEY_LEAST = 16, KEY_MOST = 4096 };

struct pseudonym {
	struct hmac_sha256_ctx hmac;
};

static bool
safe(int fd, const char *path, struct problems *problems)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL,
		    "%s", problem_errno(errno));
	else if (!S_ISREG(st.st_mode))
		problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL,
		    _("no regular file; expected a file with a key"));
	else if (st.st_mode & (S_IRWXG | S_IRWXO))
		problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL,
		    _("others than its owner can get at the key; expected mode 0600 or 0400"));
	else
		return true;
	return false;
}

/* Reads up to `room` bytes. Returns how many, -1 with errno. */
static ssize_t
read_all(int fd, unsigned char *to, size_t room)
{
	size_t n = 0;
	ssize_t got;

	while (n < room && (got = read(fd, to + n, room - n)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		n += (size_t)got;
	}
	return (ssize_t)n;
}

/* Bytes that the compiler may not leave standing. */
static void
wipe(volatile unsigned char *at, size_t n)
{
	while (n > 0)
		at[--n] = 0;
}

struct pseudonym *
pseudonym_read(const char *path, struct problems *problems)
{
	unsigned char key[KEY_MOST + 1];
	struct pseudonym *p = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n;

	if (fd < 0) {
		problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL,
		    "%s", problem_errno(errno));
		return NULL;
	}
	if (safe(fd, path, problems)) {
		n = read_all(fd, key, sizeof key);
		if (n < 0)
			problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL, "%s",
			    problem_errno(errno));
		else if (n < KEY_LEAST || n > KEY_MOST)
			problems_add(problems, PROBLEM_ERROR, "key", path, 0, NULL,
			    ngettext("%ld byte; expected a key of %d to %d bytes",
			    "%ld bytes; expected a key of %d to %d bytes", (unsigned long)n),
			    (long)n, KEY_LEAST, KEY_MOST);
		else {
			p = alloc_new(1, sizeof *p);
			hmac_sha256_set_key(&p->hmac, (size_t)n, key);
		}
		wipe(key, sizeof key);
	}
	close(fd);
	return p;
}

char *
pseudonym_of(const struct pseudonym *p, const char *id, char to[PSEUDONYM_SIZE])
{
	struct hmac_sha256_ctx hmac = p->hmac;
	uint8_t digest[SHA256_DIGEST_SIZE];
	size_t i;

	hmac_sha256_update(&hmac, strlen(id), (const uint8_t *)id);
	hmac_sha256_digest(&hmac, sizeof digest, digest);
	for (i = 0; i < PSEUDONYM_SIZE / 2; i++)
		snprintf(to + 2 * i, 3, "%02x", digest[i]);
	return to;
}

void
pseudonym_free(struct pseudonym *p)
{
	if (p == NULL)
		return;
	wipe((volatile unsigned char *)&p->hmac, sizeof p->hmac);
	free(p);
}
