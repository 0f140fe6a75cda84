/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TAKEN_H
#define FASEN_TAKEN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What an input of a fuzz target takes of the machine. Between taken_begin and taken_end it may
 * take a second of the processor and 64 MB of what is asked of malloc and its like: more ends it as
 * a fault does. What was not given back is at the end.
 *
 * All of it stands one behind the other in one stretch, and nothing is given out twice. What lies
 * between, or was given back, may not be looked at: the address sanitizer is as strict as with its
 * own malloc, and an input takes half of the time.
 */
void taken_begin(void);
void taken_end(void);

/* What is taken from now on is for the inputs after this one too. */
void taken_lasts(bool);

/* In place of those of the C library in what is tried. */
void *door_malloc(size_t);
void *door_calloc(size_t, size_t);
void *door_realloc(void *, size_t);
void door_free(void *);

#endif
