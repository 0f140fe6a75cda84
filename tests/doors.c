/* SPDX-License-Identifier: ISC */
/*
 * A libFuzzer target of a whole command: its main, compiled with another name, runs in this process
 * for each input, and ends it by a jump. The first byte of an input says through which of the
 * command's lines in tests/doors the rest goes. `make fuzz` builds one for each command.
 */
#define _GNU_SOURCE	/* memfd_create, close_range */
#include <fcntl.h>
#include <getopt.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "taken.h"

enum { DOORS = 64, WORDS = 16, PARTS = 3, WORD_MOST = 200 };

struct model;
struct problems;
int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int LLVMFuzzerInitialize(int *, char ***);
void schema_begin(void);
void schema_forget(void);
int door_main(int, char **);
_Noreturn void door_exit(int);
int door_atexit(void (*)(void));
int door_fclose(FILE *);
struct model *__real_model_read(const void *, size_t, const char *, struct problems *);
struct model *__wrap_model_read(const void *, size_t, const char *, struct problems *);
void __real_model_free(struct model *);
void __wrap_model_free(struct model *);

static struct door { char *words[WORDS]; int n; } doors[DOORS];
static size_t ndoors;
static jmp_buf end;
static int parts[PARTS], above;
static char names[PARTS][32];
static struct model *compiled_in;

/* The model that is compiled in is read once: that took half of the time of an input. */
struct model *
__wrap_model_read(const void *bytes, size_t n, const char *file, struct problems *problems)
{
	if (file != NULL)
		return __real_model_read(bytes, n, file, problems);
	if (compiled_in == NULL) {
		taken_lasts(true);
		compiled_in = __real_model_read(bytes, n, file, problems);
		taken_lasts(false);
	}
	return compiled_in;
}

void
__wrap_model_free(struct model *m)
{
	if (m != compiled_in)
		__real_model_free(m);
}

/* In place of exit, atexit and fclose in the command. */
_Noreturn void
door_exit(int status)
{
	(void)status;
	longjmp(end, 1);
}

int
door_atexit(void (*f)(void))
{
	(void)f;
	return 0;
}

int
door_fclose(FILE *f)
{
	return f == stdout ? fflush(f) : fclose(f);
}

/* The lines that begin with the command's name. */
int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *slash = strrchr((*argv)[0], '/');
	const char *name = slash != NULL ? slash + 1 : (*argv)[0];
	FILE *f = fopen("tests/doors", "r");
	char line[1000];

	(void)argc;
	while (f != NULL && ndoors < DOORS && fgets(line, sizeof line, f) != NULL) {
		struct door *d = &doors[ndoors];
		size_t n = strlen(name);

		if (strncmp(line, name, n) != 0 || line[n] != ' ')
			continue;
		for (char *w = strtok(line, " \n"); w != NULL; w = strtok(NULL, " \n"))
			d->words[d->n++] = strdup(w);
		d->words[d->n++] = strdup("--today=2026-11-01");
		ndoors++;
	}
	if (f == NULL || ndoors == 0) {
		fprintf(stderr, "no doors of %s in tests/doors\n", name);
		exit(2);
	}
	fclose(f);
	setvbuf(stderr, NULL, _IOFBF, 1 << 16);
	if (getenv("DOORS_COUNT") != NULL) {
		printf("%zu\n", ndoors);
		exit(0);
	}
	return 0;
}

/* Puts each part of the input into its file. */
static void
divide(const uint8_t *bytes, size_t n)
{
	static const char between[] = "\n====\n";
	static size_t filled[PARTS];

	for (size_t i = 0; i < PARTS; i++) {
		const uint8_t *stop = memmem(bytes, n, between, sizeof between - 1);
		size_t len = stop == NULL || i + 1 == PARTS ? n : (size_t)(stop - bytes) + 1;
		size_t skip = stop == NULL || i + 1 == PARTS ? n : len + sizeof between - 2;

		if ((filled[i] > len && ftruncate(parts[i], 0) != 0) ||
		    (len > 0 && pwrite(parts[i], bytes, len, 0) != (ssize_t)len))
			abort();
		filled[i] = len;
		bytes += skip;
		n -= skip;
	}
}

/* The word with @1 to @3 as a path, and @w as the input itself. Freed by the caller. */
static char *
word(const char *pattern, const uint8_t *bytes, size_t n)
{
	const char *at = strchr(pattern, '@');
	char *to = malloc(strlen(pattern) + WORD_MOST + 1);
	size_t len = at == NULL ? strlen(pattern) : (size_t)(at - pattern);

	memcpy(to, pattern, len);
	if (at != NULL && at[1] == 'w') {
		n = n < WORD_MOST ? n : WORD_MOST;
		memcpy(to + len, bytes, n);
		len += n;
	} else if (at != NULL) {
		strcpy(to + len, names[at[1] - '1']);
		len += strlen(to + len);
	}
	to[len] = '\0';
	return to;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct door *d;
	char *argv[WORDS + 1], *given[WORDS];	/* getopt changes the order of one */

	if (n == 0)
		return 0;
	for (size_t i = 0; above == 0 && i < PARTS; i++) {
		parts[i] = memfd_create("part", 0);
		snprintf(names[i], sizeof names[i], "/proc/self/fd/%d", parts[i]);
		if (i + 1 == PARTS)
			above = dup(parts[i]) + 1;
	}
	d = &doors[bytes[0] % ndoors];
	divide(bytes + 1, n - 1);
	for (int i = 0; i < d->n; i++)
		argv[i] = given[i] = word(d->words[i], bytes + 1, n - 1);
	argv[d->n] = NULL;
	optind = 0;
	taken_lasts(true);
	schema_begin();
	taken_lasts(false);
	taken_begin();
	if (setjmp(end) == 0)
		door_main(d->n, argv);
	schema_forget();	/* what the input's model declared */
	taken_end();
	for (int i = 0; i < d->n; i++)
		free(given[i]);
	fflush(stdout);
	fflush(stderr);
	close_range((unsigned)above, ~0u, 0);
	return 0;
}
