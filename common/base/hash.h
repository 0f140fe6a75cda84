#ifndef FASEN_HASH_H
#define FASEN_HASH_H

#include <stdint.h>

/*
 * FNV-1a (Fowler, Noll, Vo) with the finalizer of splitmix64 (Steele, Lea, Flood 2014) behind it.
 */
uint64_t hash_string(const char *, uint64_t seed);

#endif
