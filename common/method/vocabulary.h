#ifndef FASEN_VOCABULARY_H
#define FASEN_VOCABULARY_H

#include <stdint.h>
#include <string.h>

#include "schema.h"

/*
 * The names of kinds and fields as numbers, found by one hash. Schema.c fills it at the first look-up, schema_declare
 * adds to it; after that it is only read.
 */
enum {
	NAME_NONE,		/* not a name of ours, nor one that was declared */
	NAME_RECORD, NAME_CLIENT,
	NAMES = 640,		/* at most: ours, and 32 of each kind's own */
	NAME_PLACES = 2048,	/* of the hash: a power of two */
	NAME_WORDS = 3		/* a longer name than these hold is compared as text */
};

struct name {
	uint64_t words[NAME_WORDS];	/* its bytes, the first lowest; zeroes behind */
	const char *s;
	size_t n;
	enum kind kind;			/* KIND_OTHER: not of a kind */
};

struct vocabulary {
	bool begun;
	unsigned n;
	struct name names[NAMES];
	uint16_t places[NAME_PLACES];		/* which name; 0 = none */
	uint8_t slots[KINDS][NAMES];		/* of a field in a kind, counted from 1; 0 = the kind has no such field */
	const struct schema_field *fields[KINDS][SLOTS];
	uint64_t repeats[KINDS], filled[KINDS];	/* sets of slots: may stand twice in a record; must not be empty in one */
};

extern struct vocabulary vocabulary;

/* Fills it; further calls do nothing. */
void vocabulary_begin(void);

/* The number of the name, or NAME_NONE. */
unsigned vocabulary_find(const char *name, size_t n);

/* Eight bytes as a number, the first lowest. */
static inline uint64_t
name_word(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

static inline unsigned
name_place(const uint64_t words[NAME_WORDS])
{
	return (unsigned)((words[0] * 0x9E3779B97F4A7C15u ^ words[1] * 0xC2B2AE3D27D4EB4Fu ^
	    words[2] * 0x165667B19E3779F9u) >> 53);
}

static inline unsigned
name_number(const uint64_t words[NAME_WORDS], size_t n)
{
	unsigned place, i;

	for (place = name_place(words); (i = vocabulary.places[place]) != 0; place = (place + 1) % NAME_PLACES) {
		const struct name *name = &vocabulary.names[i];

		if (name->words[0] == words[0] && name->words[1] == words[1] && name->words[2] == words[2] && name->n == n)
			break;
	}
	return i;
}

/*
 * The number of the name that stands before the first colon of the line, its length in *n; NAME_NONE when there is
 * none, or it is none of ours. Eight bytes at a time: 32 bytes from s on must be readable, and what stands
 * behind the line's end may be taken for part of it, so *n must be held against the line.
 */
static inline unsigned
vocabulary_scan(const char *s, size_t *n)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u, colons = ones * ':';
	uint64_t words[NAME_WORDS] = { 0 };

	for (unsigned i = 0; i < NAME_WORDS; i++) {
		uint64_t word = name_word(s + 8 * i), x = word ^ colons, found = (x - ones) & ~x & highs;

		if (found != 0) {
			unsigned bytes = (unsigned)__builtin_ctzll(found) / 8;

			words[i] = word & (((uint64_t)1 << 8 * bytes) - 1);
			*n = 8 * i + bytes;
			return name_number(words, *n);
		}
		words[i] = word;
	}
	return NAME_NONE;
}

#endif
