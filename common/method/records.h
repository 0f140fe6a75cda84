/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORDS_H
#define FASEN_RECORDS_H

#include "arena.h"
#include "records_state.h"

/*
 * Bytes in memory cut into records, named and typed by the schema: the one way in for dossiers,
 * models, forms and what is appended. The syntax is that of GNU recutils' rec format (recutils
 * manual, chapter "The Rec Format"); values are as recsel reads them. They are unfolded where they
 * stand and ended there by NUL, so nothing is copied.
 *
 * Order of calls: records_begin, records_next until RECORDS_END, record_place for each in turn,
 * records_release when their fields are done with. Begin with all zeroes.
 */

/*
 * `more` tells that the n bytes may end within a line. The name of the file must outlive the
 * records.
 */
void records_begin(struct records *, char *bytes, size_t n, bool more, const char *file,
    struct problems *);

/*
 * The next record; descriptors are passed over. Offsets count from the first byte. A line `Record:`
 * always begins a new record. Its fields stay where they are until the next call only.
 */
enum records_got records_next(struct records *, struct record *);

/*
 * Hands out each line of the bytes, its line end included, that a backslash does not join to the
 * one before: where a name that somebody typed may be written as it is.
 */
void records_heads(char *bytes, size_t n, void (*line)(char *, size_t n, void *context),
    void *context);

/* A copy of the bytes with the room behind it that is needed, to be read from. */
char *records_copy(struct arena *, const void *bytes, size_t n);

/*
 * When all are read: gives a record the fields at `at`, and returns where those of the next one
 * are; the first's are `fields`.
 */
struct field *record_place(struct record *, struct field *at);

/* Keeps the room. */
void records_release(struct records *);

#endif
