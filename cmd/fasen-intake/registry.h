#ifndef FASEN_INTAKE_REGISTRY_H
#define FASEN_INTAKE_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "call.h"
#include "draft.h"
#include "known.h"
#include "problem.h"

/*
 * Where new clients get their dossier: a directory, or standard output when there is none or with
 * -n. The directory is locked (flock) from registry_open to registry_close, so that a second writer
 * waits, and sees whom the first registered before it gives out a number.
 */
struct registry {
	const struct call *call;
	const char *directory;		/* NULL = none */
	int lock;			/* descriptor; -1 = none */
	mode_t mode;			/* of a new dossier */
	struct known *known;
	bool shown;			/* a dossier went to standard output */
	int status;			/* 1 when something in the directories was passed over */
};

/* Exits with 2 when the call says how long to wait and there is no directory to wait for. */
void registry_refuse_idle(const struct call *, const char *directory);

/*
 * Locks and reads the directories. Returns false, with problems, when that fails; the registry must
 * be closed all the same.
 */
bool registry_open(struct registry *, const struct call *, const char *directory,
    char *const *known_in, size_t nknown, const char *prefix, struct problems *);

enum registered { REGISTERED, REGISTERED_NOT, REGISTERED_STOP };

/*
 * What the dossier of a new client begins with: the draft, with Aangemeld, Op, Door and Vastgelegd
 * set where they are not, and the model's first phase. Returns the day of registration.
 */
date registry_begin(const struct call *, struct draft *client, struct draft *phase);

/* Adds what fasen-check(1) would find in the client; where that are errors, they alone. */
void registry_judge(const struct call *, const struct draft *client, const struct draft *phase,
    struct problems *);

/* Warns where the method does not fit: under six weeks, fewer than two domains asked about. */
void registry_check(const struct draft *client, struct problems *);

/* Warns for each known client of the same folded name and date of birth, or of the same BSN. */
void registry_warn_alike(struct registry *, const struct draft *client, const char *id, struct problems *);

/* Makes the client known. Returns false when the index fails: known_failed. */
bool registry_add(struct registry *, const struct draft *client, const char *id, const char *path);

/* An id of our own for a client registered on that day. */
void registry_next_id(struct registry *, date, char to[KNOWN_ID_SIZE]);

/*
 * Writes the dossier: n bytes at s. A file that exists already is REGISTERED_NOT, with a problem of
 * the code "exists"; when it cannot be written it is REGISTERED_STOP. The path, or "", is in *path,
 * which the caller frees.
 */
enum registered registry_write(struct registry *, const char *id, const char *s, size_t n, char **path, struct problems *);

/* Says so when what was registered was only shown, on a terminal. */
void registry_close(struct registry *);

#endif
