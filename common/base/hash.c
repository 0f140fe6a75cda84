#include "hash.h"

uint64_t
hash_string(const char *s, uint64_t seed)
{
	uint64_t h = 0xCBF29CE484222325u ^ seed;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001B3u;
	h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u;
	h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
	return h ^ (h >> 31);
}
