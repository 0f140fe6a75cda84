/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TEXT_H
#define FASEN_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdbool.h>
#include <string.h>

/*
 * A growing run of bytes. Begin with all zeroes. `at` is NULL while empty and
 * otherwise has a NUL behind its last byte, so it can be read as a string.
 */
struct text {
	char *at;
	size_t len, cap;
};

void text_add(struct text *, const void *bytes, size_t n);
void text_adds(struct text *, const char *s);
void text_addc(struct text *, char c);
void text_addn(struct text *, long number);
void text_addf(struct text *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void text_addv(struct text *, const char *format, va_list);

/*
 * Room for n bytes behind the last, for whoever writes them there; then text_took says how many
 * there are.
 */
char *text_room(struct text *, size_t n);
void text_took(struct text *, size_t n);

/* Takes away everything from byte `len` on. */
void text_cut(struct text *, size_t len);

/* As a string, never NULL; valid until the next change. */
const char *text_string(const struct text *);

/* Empties it and hands its string over to the caller, who frees it. */
char *text_take(struct text *);

void text_clear(struct text *);
void text_release(struct text *);

/* Whether two strings are the same; most that are not differ in their first byte. */
static inline bool
text_same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

#endif
