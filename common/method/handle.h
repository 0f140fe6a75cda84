/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HANDLE_H
#define FASEN_HANDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dossier.h"

/*
 * What a record is called when another speaks of it (fasen-dossier(5), "Taking back"): the first
 * twelve hexadecimal digits of the SHA-256 (FIPS 180-4) of its fields as they stand, Client aside.
 * Of equal records in a dossier the second is called so with -2 behind it, and so on.
 */
enum { HANDLE_DIGITS = 12, HANDLE_SIZE = HANDLE_DIGITS + 12 };

/* The digits of the record that these bytes are: its lines, comments among them or not. */
void handle_digits(const void *bytes, size_t n, char to[HANDLE_DIGITS + 1]);

/* Whether it is one by its form. */
bool handle_is(const char *);

/* Of all records of a dossier, which must not be malformed. */
struct handles {
	struct handle {
		char digits[HANDLE_DIGITS + 1];
		uint32_t number;	/* among equal ones, by place, from 1 */
	} *at;
	struct handle **sorted;		/* in their order */
	size_t n;
};

void handles_read(struct handles *, const struct dossier *);

/* Numbers and sorts, once more too, those whose digits are there. */
void handles_number(struct handles *);

/* What the record is called. */
const char *handles_of(const struct handles *, size_t record, char to[HANDLE_SIZE]);

/* The record that is called so, or (size_t)-1. */
size_t handles_find(const struct handles *, const char *handle);

void handles_release(struct handles *);

/*
 * What handle_search has made of a dossier. Equal records are of one kind: of those of the kind
 * beside the handle digits are made first, of the others only when it is none of them. So a handle
 * or two cost little; who has many takes struct handles.
 */
struct handle_search;
struct handle_search *handle_search_begin(const struct dossier *);
void handle_search_end(struct handle_search *);

/* The same record as of handles_find. */
size_t handle_search(struct handle_search *, const char *kind, const char *handle);

#endif
