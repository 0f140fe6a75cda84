/* SPDX-License-Identifier: ISC */
#include "client_index.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "seen.h"
#include "utf8.h"

enum { FIRST_PLACES = 1024, FULL = 72 /* percent */, BSN_DIGITS = 9 };

enum { NOW = 1, OWN_PATH = 2, REPLACED = 4, FLAGS = 8 };

struct client {
	struct client_keys keys;
	/* where it begins in `names`; behind its NUL stands the path, where that is its own */
	uint32_t id;
	/*
	 * of the directory, times FLAGS, and flags; of one that is replaced the number of the
	 * client
	 */
	uint32_t place;
};

/*
 * Which clients have a key: their numbers from 1, each at the place that the key's hash has or
 * behind it, 0 between them. What a client no longer has stays in its place, is passed over, and
 * goes when the table grows.
 */
struct places {
	uint32_t *at;
	size_t n, used;
};

enum key { BY_ID, BY_EXTERN, BY_PERSON, BY_BSN, KEYS };

struct client_index {
	struct client *clients;
	size_t n, cap;
	struct text names;
	struct places keys[KEYS];
	char **directories;
	size_t ndirectories, directories_cap;
};

struct client_index *
client_index_open(void)
{
	struct client_index *x = alloc_new(1, sizeof *x);

	for (int key = 0; key < KEYS; key++) {
		x->keys[key].n = FIRST_PLACES;
		x->keys[key].at = alloc_new(FIRST_PLACES, sizeof *x->keys[key].at);
	}
	return x;
}

static uint64_t
hash_of(const struct client_index *x, const char *s, uint64_t seed)
{
	uint64_t hash = seen_hash(s, (uintptr_t)x ^ seed);

	return hash != 0 ? hash : 1;
}

static bool
given(const char *s)
{
	return s != NULL && s[0] != '\0';
}

/* The number and 1; 0 for anything but nine digits. */
static uint32_t
bsn_number(const char *s)
{
	uint32_t number = 0;
	size_t i;

	for (i = 0; i < BSN_DIGITS && s[i] >= '0' && s[i] <= '9'; i++)
		number = number * 10 + (uint32_t)(s[i] - '0');
	return i == BSN_DIGITS && s[i] == '\0' ? number + 1 : 0;
}

struct client_keys
client_index_keys(const struct client_index *x, const struct client_facts *f)
{
	struct client_keys keys = { 0 };

	if (given(f->extern_id))
		keys.extern_id = hash_of(x, f->extern_id, 0);
	if (given(f->bsn))
		keys.bsn = bsn_number(f->bsn);
	keys.born = given(f->geboren);
	if (given(f->naam) && (keys.born || (keys.extern_id == 0 && keys.bsn == 0))) {
		char *name = utf8_fold_name(f->naam);

		keys.person = hash_of(x, name, seen_hash(keys.born ? f->geboren : "", 0));
		free(name);
	}
	return keys;
}

static uint64_t
hash_of_key(const struct client_index *x, const struct client *c, enum key key)
{
	switch (key) {
	case BY_ID: return x->names.at[c->id] == '\0' ? 0 : hash_of(x, x->names.at + c->id, 0);
	case BY_EXTERN: return c->keys.extern_id;
	case BY_PERSON: return c->place & REPLACED ? 0 : c->keys.person;
	default: return c->place & REPLACED || c->keys.bsn == 0 ? 0 :
	    c->keys.bsn * 0x9E3779B97F4A7C15u;
	}
}

static size_t
home(uint64_t hash, size_t places)
{
	return (size_t)((hash >> 32) * places >> 32);
}

static bool
same_key(const struct client *a, const struct client *b, enum key key)
{
	if (b->place & REPLACED && key != BY_EXTERN)
		return false;
	return key == BY_EXTERN ? a->keys.extern_id == b->keys.extern_id :
	    key == BY_PERSON ? a->keys.person == b->keys.person : a->keys.bsn == b->keys.bsn;
}

/*
 * Of one key the first few are enough, so that a hundred thousand of one name cost what others do;
 * of ids all are.
 */
static void
put(struct client_index *x, enum key key, size_t client)
{
	struct places *p = &x->keys[key];
	const struct client *c = &x->clients[client];
	uint64_t hash = hash_of_key(x, c, key);
	size_t at, alike = 0;

	if (hash == 0)
		return;
	for (at = home(hash, p->n); p->at[at] != 0; at = at + 1 == p->n ? 0 : at + 1)
		if (p->at[at] == client + 1 ||
		    (key != BY_ID && same_key(c, &x->clients[p->at[at] - 1], key) &&
		    ++alike == CLIENT_ALIKE_MAX))
			return;
	p->at[at] = (uint32_t)client + 1;
	p->used++;
}

static void
grow(struct client_index *x, enum key key)
{
	struct places *p = &x->keys[key];

	p->n += p->n / 4;
	p->used = 0;
	free(p->at);
	p->at = alloc_new(p->n, sizeof *p->at);
	for (size_t i = 0; i < x->n; i++)
		put(x, key, i);
}

static void
put_all(struct client_index *x, size_t client)
{
	for (enum key key = 0; key < KEYS; key++) {
		put(x, key, client);
		if (x->keys[key].used >= x->keys[key].n / 100 * FULL)
			grow(x, key);
	}
}

size_t
client_index_directory(struct client_index *x, const char *path)
{
	x->directories = alloc_room(x->directories, &x->directories_cap, x->ndirectories + 1,
	    sizeof *x->directories);
	x->directories[x->ndirectories++] = alloc_copy(path);
	return x->ndirectories;
}

static struct client *
new_client(struct client_index *x, const char *id, size_t place)
{
	struct client *c;

	if (x->n == UINT32_MAX - 1 || x->names.len > UINT32_MAX)
		alloc_new((size_t)-1, 2);	/* cannot be had: ends the program */
	x->clients = alloc_room(x->clients, &x->cap, x->n + 1, sizeof *x->clients);
	c = &x->clients[x->n++];
	*c = (struct client){ .id = (uint32_t)x->names.len, .place = (uint32_t)place };
	text_add(&x->names, id, strlen(id) + 1);
	return c;
}

size_t
client_index_add(struct client_index *x, const char *id, const struct client_keys *keys,
    size_t directory,
    const char *path, bool now)
{
	struct client *c = new_client(x, id, directory * FLAGS + (now ? NOW : 0));

	c->keys = *keys;
	if (path != NULL) {
		c->place |= OWN_PATH;
		text_add(&x->names, path, strlen(path) + 1);
	}
	put_all(x, x->n - 1);
	return x->n - 1;
}

void
client_index_replaces(struct client_index *x, size_t client, const char *id)
{
	new_client(x, id, client * FLAGS + REPLACED);
	put_all(x, x->n - 1);
}

void
client_index_replaces_extern(struct client_index *x, size_t client, const char *extern_id)
{
	struct client *c = new_client(x, "", client * FLAGS + REPLACED);

	c->keys.extern_id = hash_of(x, extern_id, 0);
	put_all(x, x->n - 1);
}

void
client_index_change(struct client_index *x, size_t client, const struct client_keys *keys)
{
	x->clients[client].keys = *keys;
	put_all(x, client);
}

size_t
client_index_by_id(const struct client_index *x, const char *id)
{
	const struct places *p = &x->keys[BY_ID];

	for (size_t at = home(hash_of(x, id, 0), p->n); p->at[at] != 0; at = at + 1 == p->n ? 0 :
	    at + 1) {
		const struct client *c = &x->clients[p->at[at] - 1];

		if (strcmp(x->names.at + c->id, id) == 0)
			return c->place & REPLACED ? c->place / FLAGS : p->at[at] - 1;
	}
	return CLIENT_NONE;
}

/* The one after the first *i of that key. */
static size_t
next(const struct client_index *x, const struct client *like, enum key key, size_t *i)
{
	const struct places *p = &x->keys[key];
	uint64_t hash = hash_of_key(x, like, key);
	size_t at, n = 0;

	if (hash == 0)
		return CLIENT_NONE;
	for (at = home(hash, p->n); p->at[at] != 0; at = at + 1 == p->n ? 0 : at + 1)
		if (same_key(like, &x->clients[p->at[at] - 1], key) && n++ == *i) {
			++*i;
			return p->at[at] - 1;
		}
	return CLIENT_NONE;
}

size_t
client_index_by_extern(const struct client_index *x, const struct client_keys *keys)
{
	struct client like = { .keys = *keys };
	size_t i = 0, client, took = CLIENT_NONE;

	while ((client = next(x, &like, BY_EXTERN, &i)) != CLIENT_NONE) {
		if (!(x->clients[client].place & REPLACED))
			return client;
		if (took == CLIENT_NONE)
			took = x->clients[client].place / FLAGS;
	}
	return took;
}

size_t
client_index_same_extern(const struct client_index *x, const struct client_keys *keys,
    size_t client)
{
	struct client like = { .keys = *keys };
	size_t i = 0, other;

	/* One that was changed stands there more than once, one of two directories too. */
	while ((other = next(x, &like, BY_EXTERN, &i)) != CLIENT_NONE)
		if (!(x->clients[other].place & REPLACED) && strcmp(client_index_id(x, other),
		    client_index_id(x, client)) != 0)
			return other;
	return CLIENT_NONE;
}

size_t
client_index_by_person(const struct client_index *x, const struct client_keys *keys, size_t *i)
{
	struct client like = { .keys = *keys };

	return next(x, &like, BY_PERSON, i);
}

size_t
client_index_by_bsn(const struct client_index *x, const struct client_keys *keys, size_t *i)
{
	struct client like = { .keys = *keys };

	return next(x, &like, BY_BSN, i);
}

const char *
client_index_id(const struct client_index *x, size_t client)
{
	return x->names.at + x->clients[client].id;
}

const struct client_keys *
client_index_keys_of(const struct client_index *x, size_t client)
{
	return &x->clients[client].keys;
}

bool
client_index_now(const struct client_index *x, size_t client)
{
	return x->clients[client].place & NOW;
}

void
client_index_path(const struct client_index *x, size_t client, struct text *to)
{
	const struct client *c = &x->clients[client];
	const char *id = client_index_id(x, client);
	const char *directory;

	if (c->place & OWN_PATH)
		text_adds(to, id + strlen(id) + 1);
	else if (c->place / FLAGS > 0) {
		directory = x->directories[c->place / FLAGS - 1];
		text_addf(to, "%s%s%s.rec", directory,
		    directory[strlen(directory) - 1] == '/' ? "" : "/", id);
	}
}

void
client_index_free(struct client_index *x)
{
	if (x == NULL)
		return;
	for (enum key key = 0; key < KEYS; key++)
		free(x->keys[key].at);
	for (size_t i = 0; i < x->ndirectories; i++)
		free(x->directories[i]);
	free(x->directories);
	free(x->clients);
	text_release(&x->names);
	free(x);
}
