/* SPDX-License-Identifier: ISC */
#ifndef FASEN_VOCABULARY_H
#define FASEN_VOCABULARY_H

#include <stdint.h>
#include <string.h>

#include "kinds.h"

/*
 * Names as numbers: the names of the kinds, and of each kind's fields, in one hash. schema_begin
 * fills it, schema_declare adds to it; after that it is only read.
 */
enum name_of {
	NAME_FIELD,		/* a field of ours, or one that was declared */
	NAME_RECORD, NAME_CLIENT,	/* what each record begins with */
	NAME_KIND
};

struct name {
	_Alignas(64) uint64_t key[2];	/* its bytes, lowest first; the last: of which kind */
	const char *s;
	const struct schema_field *field;
	uint8_t of, kind, slot, type;	/* of enum name_of, kind, slot and field_type */
	bool repeats;
	const struct name_code *codes;	/* of the field, up to one without text; or NULL */
};

struct name_code {
	uint64_t key[2];		/* its first 16 bytes */
	const char *s;
	uint32_t n;
};

enum {
	NAME_SHORT = 15,	/* as long a name a key holds; others are looked for in turn */
	NAME_PLACES = 1024,	/* of the hash: 200 names are ours, 32 a kind may be declared */
	NAMES_SHORT = 1024,
	NAMES_LONG = 512
};

struct vocabulary {
	bool begun;
	uint16_t places[NAME_PLACES];			/* which of the names, from 1; 0: none */
	struct name names[NAMES_SHORT];			/* in turn: those of all kinds fill a few
							   pages */
	unsigned nnames;
	struct name longer[NAMES_LONG];			/* key[0]: where it is looked for */
	unsigned nlonger;
	const struct schema_field *slots[KINDS][SLOTS];
	uint64_t used[KINDS];			/* slots in which a field is */
	uint64_t required[KINDS];		/* of these: in which a required one is */
	uint64_t filled[KINDS];			/* slots that must not be empty in a record */
};

extern struct vocabulary vocabulary;

/* Adds a name among the fields of a kind, or among the kinds when `in` is KINDS. */
void vocabulary_add(unsigned in, const char *name, const struct name *what);

/* Whether a kind with its common fields, or a field, has no place any more. */
bool vocabulary_full(void);

/* Empties it. */
void vocabulary_forget(void);

/*
 * The name among the fields of a kind, Record and Client included; among the kinds when `in` is
 * KINDS. NULL = none.
 */
const struct name *vocabulary_find(unsigned in, const char *name, size_t n);

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

/* Two odd numbers by which no two of our names meet, at the time of writing. */
static inline unsigned
name_place(uint64_t a, uint64_t b)
{
	return (unsigned)((a * 0x4FF0EDFEB3BFF751u ^ b * 0x19171A60E6B35CBFu) >> 54);
}

/* The name of that key, or NULL. */
static inline const struct name *
name_at(uint64_t a, uint64_t b)
{
	unsigned place = name_place(a, b);

	for (; vocabulary.places[place] != 0; place = (place + 1) % NAME_PLACES) {
		const struct name *name = &vocabulary.names[vocabulary.places[place] - 1];

		if (name->key[0] == a && name->key[1] == b)
			return name;
	}
	return NULL;
}

/* The n <= 16 bytes at s, where 16 can be read, as two numbers with zeroes behind. */
static inline void
name_words(const char *s, size_t n, uint64_t *a, uint64_t *b)
{
	*a = name_word(s);
	*b = name_word(s + 8);
	if (n < 8) {
		*a &= ((uint64_t)1 << 8 * n) - 1;
		*b = 0;
	} else if (n < 16)
		*b &= ((uint64_t)1 << 8 * (n - 8)) - 1;
}

/*
 * The name that stands before the first colon of a line among those of a kind, its length in *n;
 * NULL when it is none of them, or long. The line must hold no NUL. Sixteen bytes at once, without
 * a branch on how long it is, which is as good as random: they must be readable, and what stands
 * behind the line's end may be taken for part of it, so *n must be held against the line.
 */
static inline const struct name *
vocabulary_scan(unsigned in, const char *s, size_t *n)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u, colons = ones * ':';
	uint64_t a = name_word(s), b = name_word(s + 8), x = a ^ colons, y = b ^ colons;
	uint64_t later, below;
	unsigned bits;

	x = (x - ones) & ~x & highs;
	y = (y - ones) & ~y & highs;
	if ((x | y) == 0)
		return NULL;
	later = (uint64_t)(x != 0) - 1;		/* all ones when the colon is in the second half */
	bits = (unsigned)__builtin_ctzll(x | (y & later)) - 7;
	below = ((uint64_t)1 << bits) - 1;
	*n = (8 & later) + bits / 8;
	return name_at(a & (below | later), (b & below & later) | (uint64_t)(in + 1) << 56);
}

#endif
