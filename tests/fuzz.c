/* SPDX-License-Identifier: ISC */
/*
 * Any bytes to each reader of the library, in memory: dossiers come out as they went in and fold on
 * any day, a date that is read is written so, and so on; nothing crashes. Of clang's libFuzzer it
 * is the target of the way that the environment's WAY names; alone it takes a way, a number and
 * seeds: fuzz WAY N FILE... changes the files N times at random, the same way each time.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribute.h"
#include "calendar.h"
#include "encoding.h"
#include "handle.h"
#include "html.h"
#include "mapping_read.h"
#include "model_read.h"
#include "nearest.h"
#include "period.h"
#include "reader.h"
#include "requirement.h"
#include "shown.h"
#include "spelling.h"
#include "term.h"
#include "troff.h"
#include "utf8.h"
#ifdef FUZZER
#include "taken.h"
#else
#define taken_lasts(on) ((void)(on))
#define taken_begin() ((void)0)
#define taken_end() ((void)0)
#endif

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int LLVMFuzzerInitialize(int *, char ***);

#define TODAY 20758	/* 2026-11-01 */

/* What the texts are about: read once. */
static struct model *model;
static struct dossier sample;
static struct fold state;
static const char sample_dossier[] =
    "Record: client\nClient: a\nNaam: Zo\xC3\xAB\nAangemeld: 2026-01-05\nHulpvraag: H\n"
    "Vraag: wonen\nVraag: werk\nTeam: noord\nDoelgroep: jongeren\n\n"
    "Record: fase\nClient: a\nOp: 2026-01-20\nFase: planning\n\n"
    "Record: leefgebied\nClient: a\nOp: 2026-01-21\nLeefgebied: wonen\nScore: 2\n\n"
    "Record: kracht\nClient: a\nOp: 2026-01-21\nLeefgebied: werk\nSoort: kennis\nTekst: t\n\n"
    "Record: doel\nClient: a\nOp: 2026-03-25\nDoel: d1\nLeefgebied: wonen\nTekst: t\n\n"
    "Record: doel\nClient: a\nOp: 2026-03-25\nDoel: d2\nLeefgebied: werk\nTekst: t\n\n"
    "Record: stand\nClient: a\nOp: 2026-04-01\nDoel: d1\nStand: bezig\n\n"
    "Record: akkoord\nClient: a\nOp: 2026-04-01\nWie: client\nWaarop: delen\nMet: M\n"
    "Akkoord: ja\n\n"
    "Record: evaluatie\nClient: a\nOp: 2026-05-01\nSoort: tussentijds\nBesluit: bijstellen\n\n";

static void
asks(const struct condition *c, const struct fold *s)
{
	size_t k = 0;

	requirement_reads(c);
	if (c->per == PER_NOTHING)
		requirement_count(c, s, NULL);
	if (!requirement_met(c, s, NULL))
		requirement_lacks(c, s, NULL, &k);
	requirement_refused(c, s);
}

/* A stream of dossiers: as it went in, and each day. */
static void
dossiers(const char *bytes, size_t n)
{
	struct reader *reader = reader_of(bytes, n, "fuzz");
	struct dossier d = { 0 };
	struct fold s = { 0 };
	struct text out = { 0 };

	while (reader_next(reader, &d) > 0) {
		dossier_write(&d, &out);
		for (date at = 19000; d.id != NULL && !d.malformed && at < 21000; at += 500)
			for (size_t i = 0; fold_day(&s, &d, model, at, DATE_LAST) &&
			    i < model->nphases; i++)
				for (size_t j = 0; j < model->phases[i].nconditions; j++)
					asks(&model->phases[i].conditions[j], &s);
	}
	if (out.len != n || (n > 0 && memcmp(out.at, bytes, n) != 0))
		abort();
	text_release(&out);
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
}

static void
models(const char *bytes, size_t n)
{
	struct problems problems = { 0 };

	model_free(model_read(bytes, n, "fuzz", &problems));
	problems_release(&problems);
}

static void
terms(const char *s, size_t n)
{
	struct arena arena = { 0 };
	struct attribute_values values = { 0 };
	struct text why = { 0 };
	struct term t;

	(void)n;
	if (term_read(&t, s, model, TODAY, &arena, &why))
		term_holds(&t, &state, &values);
	else if (why.len == 0)
		abort();
	attribute_values_release(&values);
	text_release(&why);
	arena_release(&arena);
}

static void
conditions(const char *s, size_t n)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct condition c = { 0 };

	(void)n;
	if (condition_read(&c, s, &arena, "fuzz", 1, &problems))
		asks(&c, &state);
	else if (problems.n == 0)
		abort();
	problems_release(&problems);
	arena_release(&arena);
}

/* What is read as a day is one of the calendar, and is read again as it is written. */
static void
dates(const char *s, size_t n)
{
	char written[DATE_SIZE];
	struct period p, before;
	date d = date_parse(s);

	if (d != DATE_NONE && strcmp(date_format(d, written), s) != 0)
		abort();
	for (enum date_order order = DATE_ISO; order <= DATE_YMD; order++) {
		enum date_fault fault = DATE_GOOD;

		d = date_read(s, order, &fault);
		if ((d == DATE_NONE) == (fault == DATE_GOOD) || (d != DATE_NONE &&
		    (d < DATE_FIRST || d > DATE_LAST || date_parse(date_format(d, written)) != d)))
			abort();
	}
	d = date_relative(s, TODAY);
	if (d != DATE_NONE && (d < DATE_FIRST || d > DATE_LAST))
		abort();
	if (period_parse(s, TODAY, &p) && (p.from > p.to ||
	    (period_before(&p, &before) && before.to >= p.from)))
		abort();
	(void)n;
}

static void
maps(const char *s, size_t n)
{
	struct mapping map;
	struct problems problems = { 0 };

	mapping_begin(&map);
	if (!mapping_read(&map, s, n, "fuzz", model, &problems) && problems.n == 0)
		abort();
	for (size_t i = 0; i < map.n; i++) {
		if (map.rules[i].ncodes > 0)
			mapping_code(&map.rules[i], "x");
		mapping_makes(&map, map.rules[i].group);
	}
	problems_clear(&problems);
	mapping_pair(&map, s, model, &problems);
	mapping_by_name(&map, s, model, NULL);
	mapping_release(&map);
	problems_release(&problems);
}

/* Text as it is shown, compared and written in documents. */
static void
texts(const char *s, size_t n)
{
	struct text to = { 0 }, known = { 0 };
	struct nearest near;
	char *folded;
	size_t bad, width;

	if (!utf8_valid(s, n, &bad) && bad >= n)
		abort();
	utf8_show(&to, s, false);
	if (!utf8_valid(text_string(&to), to.len, NULL) || utf8_acting(text_string(&to), to.len))
		abort();
	utf8_show_lines(&to, s, n);
	shown_value(s);
	handle_is(s);
	if (rec_writable(s, n) && !utf8_valid(s, n, NULL))
		abort();
	if (!utf8_valid(s, strlen(s), NULL)) {
		text_release(&to);
		return;
	}
	width = utf8_width(s);
	if (utf8_fit(s, width / 2) > strlen(s))
		abort();
	utf8_blank(s);
	folded = utf8_fold(s);
	if (!utf8_valid(folded, strlen(folded), NULL))
		abort();
	free(folded);
	free(utf8_fold_name(s));
	html_add(&to, s);
	html_add_lines(&to, s);
	calendar_line(&to, "SUMMARY", s);
	troff_add(&to, s);
	troff_add_word(&to, s);
	troff_define(&to, &known, s);
	rec_write(&to, "Tekst", s, "\n");
	if (n < 200) {
		nearest_begin(&near, s);
		nearest_offer(&near, "uitvoering");
		spelling_slip(s, "Aangemeld");
	}
	text_release(&to);
	text_release(&known);
}

/* Bytes of another character set come back as they were. */
static void
encodings(const char *s, size_t n)
{
	static const char *const names[] = { "CP1252", "UTF-8", "ISO-8859-15", "UTF-16LE" };
	const char *name = names[n > 0 ? (unsigned char)s[0] % 4 : 0];
	struct encoding *e = encoding_open(name);
	struct text to = { 0 }, back = { 0 };
	size_t half = n / 2;
	unsigned char byte;

	if (e == NULL)
		abort();
	encoding_read(e, s, half, false, &to);
	encoding_read(e, s + half, n - half, true, &to);
	if (!utf8_valid(text_string(&to), to.len, NULL))
		abort();
	encoding_may_be_utf8(e);
	encoding_bad(text_string(&to), to.len, &byte);
	if (to.len > 0 && !encoding_write(e, to.at, to.len, &back))
		abort();
	if (n > 0 && strcmp(name, "CP1252") == 0 &&
	    (back.len != n || memcmp(back.at, s, n) != 0))
		abort();
	encoding_close(e);
	text_release(&to);
	text_release(&back);
}

static const struct way {
	const char *name;
	void (*try)(const char *bytes, size_t n);	/* with a NUL behind them */
} ways[] = {
	{ "dossiers", dossiers }, { "models", models }, { "terms", terms },
	{ "conditions", conditions }, { "dates", dates }, { "maps", maps }, { "texts", texts },
	{ "encodings", encodings },
};
static const struct way *way = ways;

static bool
choose(const char *name)
{
	for (size_t i = 0; name != NULL && i < sizeof ways / sizeof ways[0]; i++)
		if (strcmp(name, ways[i].name) == 0) {
			way = &ways[i];
			return true;
		}
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
		fprintf(stderr, "%s\n", ways[i].name);
	return false;
}

static void
begin(void)
{
	struct problems problems = { 0 };
	struct reader *reader = reader_of(sample_dossier, sizeof sample_dossier - 1, "sample");

	if ((model = model_read(model_default, model_default_size, NULL, &problems)) == NULL ||
	    reader_next(reader, &sample) != 1 ||
	    !fold_day(&state, &sample, model, TODAY, DATE_LAST))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *s;

	taken_lasts(true);
	if (model == NULL)
		begin();
	taken_lasts(false);
	taken_begin();
	s = alloc_new(n + 1, 1);
	memcpy(s, bytes, n);
	way->try(s, n);
	free(s);
	taken_end();
	return 0;
}

#ifdef FUZZER
/* In place of the end of a command when memory is refused. */
_Noreturn void
door_exit(int status)
{
	(void)status;
	abort();
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc, (void)argv;
	if (!choose(getenv("WAY")))
		abort();
	return 0;
}

#else
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
	long rounds = argc > 3 ? strtol(argv[2], NULL, 10) : 0;

	if (!choose(argc > 1 ? argv[1] : NULL))
		return 2;
	for (int i = 3; i < argc; i++) {
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
	printf("%ld rounds over %d files\n", rounds, argc - 3);
	return 0;
}
#endif
