/* SPDX-License-Identifier: ISC */
/*
 * Any bytes as a stream of dossiers: they come out as they went in, every day folds, nothing
 * crashes; and any bytes as a model. With clang -fsanitize=fuzzer this is a libFuzzer target; alone
 * it takes seeds and a number: fuzz N FILE... changes the files N times at random, the same way
 * each time.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fold.h"
#include "model_read.h"
#include "reader.h"
#include "requirement.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
look(const struct fold *s)
{
	size_t i, j, k;

	for (i = 0; i < s->model->nphases; i++)
		for (j = 0; j < s->model->phases[i].nconditions; j++) {
			k = 0;
			requirement_met(&s->model->phases[i].conditions[j], s, NULL);
			requirement_lacks(&s->model->phases[i].conditions[j], s, NULL, &k);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct model *model;
	struct problems problems = { 0 };
	struct reader *reader = reader_of(bytes, n, "fuzz");
	struct dossier d = { 0 };
	struct fold s = { 0 };
	struct text out = { 0 };

	if (model == NULL)
		model = model_read(model_default, model_default_size, NULL, &problems);
	while (reader_next(reader, &d) > 0) {
		dossier_write(&d, &out);
		if (d.id != NULL && !d.malformed)
			for (date at = 19000; at < 21000; at += 500)
				if (fold_day(&s, &d, model, at, DATE_LAST))
					look(&s);
	}
	if (out.len != n || (n > 0 && memcmp(out.at, bytes, n) != 0))
		abort();
	model_free(model_read(bytes, n, "fuzz", &problems));
	problems_release(&problems);
	text_release(&out);
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
	return 0;
}

#ifndef FUZZER
static uint32_t seed = 1;

static size_t
some(size_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return below == 0 ? 0 : (size_t)(seed >> 8) % below;
}

static const char *const words[] = {
	"Record: ", "Client: ", "\n\n", "\\\n", "+ ", "#", "%rec: x\n", "Op: 2026-01-01\n", "\r\n",
	"\xEF\xBB\xBF", "\xff", "Fase: ", "Eist: ", " >= ", " per doel", "Aangemeld: ", ":", "\n",
	"Doel: d1\n", "Score: 3\n"
};

static size_t
change(char *bytes, size_t n, size_t cap)
{
	const char *word = words[some(sizeof words / sizeof words[0])];
	size_t at = some(n + 1), len = strlen(word), cut;

	switch (some(4)) {
	case 0:
		if (n > 0)
			bytes[at % n] = (char)some(256);
		return n;
	case 1:
		cut = some(40) + 1;
		if (at + cut > n)
			cut = n - at;
		memmove(bytes + at, bytes + at + cut, n - at - cut);
		return n - cut;
	case 2:
		if (at + len <= n)
			memcpy(bytes + at, word, len);
		return n;
	default:
		if (n + len > cap)
			return n;
		memmove(bytes + at + len, bytes + at, n - at);
		memcpy(bytes + at, word, len);
		return n + len;
	}
}

int
main(int argc, char **argv)
{
	static char seed_bytes[1 << 20], bytes[1 << 20];
	long rounds = argc > 2 ? strtol(argv[1], NULL, 10) : 0;

	for (int i = 2; i < argc; i++) {
		FILE *f = fopen(argv[i], "rb");
		size_t size = f == NULL ? 0 : fread(seed_bytes, 1, sizeof seed_bytes, f);

		if (f == NULL || fclose(f) != 0)
			return 2;
		for (long round = 0; round < rounds; round++) {
			/* A stretch of it: small inputs find more than large ones. */
			size_t from = some(size), n = some(size - from < 2000 ? size - from : 2000);

			memcpy(bytes, seed_bytes + from, n);
			for (size_t times = some(8); times > 0; times--)
				n = change(bytes, n, sizeof bytes);
			LLVMFuzzerTestOneInput((const uint8_t *)bytes, n);
		}
	}
	printf("%ld rounds over %d files\n", rounds, argc - 2);
	return 0;
}
#endif
