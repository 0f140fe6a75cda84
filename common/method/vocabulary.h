#ifndef FASEN_VOCABULARY_H
#define FASEN_VOCABULARY_H

#include <stdint.h>
#include <string.h>

#include "schema.h"

/*
 * Names as numbers: the names of the kinds, and of each kind's fields, in one hash. It is filled at the first look-up,
 * schema_declare adds to it; after that it is only read.
 */
enum name_of {
	NAME_FIELD,		/* a field of ours, or one that was declared */
	NAME_RECORD, NAME_CLIENT,	/* what each record begins with */
	NAME_KIND
};

struct name {
	uint64_t key[2];		/* its bytes, the first lowest, and where it is looked for in the last */
	const char *s;			/* NULL: nothing stands here */
	const struct schema_field *field;
	uint8_t of, kind, slot, type;	/* of enum name_of, kind, slot and field_type */
	bool repeats;
};

enum {
	NAME_SHORT = 15,	/* bytes of a name at most that a key holds; longer ones are looked for one by one */
	NAME_PLACES = 1024,	/* of the hash, a power of two: some 200 names are ours, 32 a kind may be declared */
	NAMES_LONG = 512
};

struct vocabulary {
	bool begun;
	struct name places[NAME_PLACES];
	struct name longer[NAMES_LONG];			/* key[0]: where it is looked for */
	unsigned nlonger;
	const struct schema_field *slots[KINDS][SLOTS];
	uint64_t filled[KINDS];				/* slots that must not be empty in a record */
};

extern struct vocabulary vocabulary;

/* Fills it; further calls do nothing. */
void vocabulary_begin(void);

/* The name among the fields of a kind, Record and Client included; among the kinds when `in` is KINDS. NULL = none. */
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

static inline unsigned
name_place(uint64_t a, uint64_t b)
{
	return (unsigned)((a * 0x9E3779B97F4A7C15u ^ b * 0xC2B2AE3D27D4EB4Fu) >> 54);
}

/* The name of that key, or NULL. */
static inline const struct name *
name_at(uint64_t a, uint64_t b)
{
	const struct name *name;

	for (unsigned i = name_place(a, b); (name = &vocabulary.places[i])->s != NULL; i = (i + 1) % NAME_PLACES)
		if (name->key[0] == a && name->key[1] == b)
			return name;
	return NULL;
}

/*
 * The name that stands before the first colon of a line among those of a kind, its length in *n; NULL when it is none
 * of them, or long. Sixteen bytes at once, without a branch on how long it is, which is as good as random: they
 * must be readable, and what stands behind the line's end may be taken for part of it, so *n must be held
 * against the line.
 */
static inline const struct name *
vocabulary_scan(unsigned in, const char *s, size_t *n)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u, colons = ones * ':';
	uint64_t a = name_word(s), b = name_word(s + 8), x = a ^ colons, y = b ^ colons, bits, below;

	x = (x - ones) & ~x & highs;
	y = (y - ones) & ~y & highs;
	if ((x | y) == 0)
		return NULL;
	bits = (uint64_t)__builtin_ctzll(x != 0 ? x : y) - 7;
	below = ((uint64_t)1 << bits) - 1;
	b = x != 0 ? 0 : b & below;
	a = x != 0 ? a & below : a;
	*n = (x != 0 ? 0 : 8) + bits / 8;
	return name_at(a, b | (uint64_t)(in + 1) << 56);
}

#endif
