/* SPDX-License-Identifier: ISC */
#include "schema.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "problem.h"
#include "vocabulary.h"

#define REQ FIELD_REQUIRED
#define REP FIELD_REPEATS
#define KEY (FIELD_KEY | FIELD_REQUIRED)
#define PRIV FIELD_PRIVATE
#define LATER FIELD_LATER
#define ANY REF_NONE, NULL, 0, 0
#define CODES(list) REF_NONE, &list##_text[1], 0, 0
#define REFERS(to) REF_##to, NULL, 0, 0
#define RANGE(min, max) REF_NONE, NULL, min, max
#define END { NULL, SLOT_NONE, FIELD_TEXT, 0, ANY, NULL, NULL, NULL, DATE_NONE }

/* A list as one text, a blank before each code. */
#define CODE(list, code, word) " " #word
#define LIST(list, codes) const char list##_text[] = codes;
#include "schema.def"
#undef CODE

#define CODE(list, code, word) #word,
#define LIST(list, codes) const char *const list##_words[] = { codes NULL };
#include "schema.def"
#undef CODE

/* The fields of all kinds in turn; one without name before each kind ends the kind before it. */
enum {
#define KIND(kind, name, amends, needs_op, nl, en, help) kind##_END,
#define FIELD(kind, field, name, type, flags, values, nl, en, help) kind##_##field##_PLACE,
#include "schema.def"
};
static const struct schema_field fields[] = {
#define KIND(kind, name, amends, needs_op, nl, en, help) END,
#define FIELD(kind, field, name, type, flags, values, nl, en, help) \
	{ #name, kind##_##field, FIELD_##type, flags, values, nl, en, help, DATE_NONE },
#include "schema.def"
	END
};

static struct schema_field op_required;	/* Op, where a kind asks for it */
static const struct schema_field format_field =
	{ "Formaat", SLOT_FORMAAT, FIELD_NUMBER, 0, ANY, "Versie van het bestand",
	    "Version of the file", N_("version of the format, 1 when absent"), DATE_NONE };

const struct schema_field schema_common_fields[] = {
#define COMMON(field, name, type, nl, en, help) \
	{ #name, SLOT_##field, FIELD_##type, 0, ANY, nl, en, help, DATE_NONE },
#include "schema.def"
	END
};

#define NO_FIELDS &fields[sizeof fields / sizeof *fields - 1]

struct schema_kind schema_kinds[KINDS] = {
#define KIND(kind, name, amends, needs_op, nl, en, help) \
	[KIND_##kind] = { #name, KIND_##kind, amends, needs_op, nl, en, help, \
	    &fields[kind##_END + 1] },
#include "schema.def"
	[KIND_OTHER] = { NULL, KIND_OTHER, false, false, NULL, NULL, NULL, NO_FIELDS }
};

/*
 * What a model declares: fields behind the kind's own, kinds, and fields of ours that it restricts.
 */
enum { RESTRICTED = 64 };
static struct schema_field declared[KINDS][SCHEMA_DECLARED], restricted[RESTRICTED];
static unsigned ndeclared[KINDS], nrestricted, nkinds;
static bool any;

/* Takes a list of codes apart. */
static struct name_code *
list_codes(const char *codes)
{
	struct name_code *list;
	const char *s;
	size_t n, all = 0;

	for (s = codes; (s = schema_code_n(s, 0, &n)) != NULL; s += n)
		all++;
	list = alloc_new(all + 1, sizeof *list);
	all = 0;
	for (s = codes; (s = schema_code_n(s, 0, &n)) != NULL; s += n) {
		char bytes[16] = { 0 };

		memcpy(bytes, s, n < sizeof bytes ? n : sizeof bytes);
		list[all++] = (struct name_code){ .key = { name_word(bytes), name_word(bytes + 8) },
		    .s = s, .n = (uint32_t)n };
	}
	return list;
}

static void
add_field(enum kind kind, const struct schema_field *f)
{
	struct name name = { .of = NAME_FIELD, .field = f, .slot = (uint8_t)f->slot,
	    .type = (uint8_t)f->type, .repeats = f->flags & (FIELD_REPEATS | FIELD_LATER) };

	if (f->codes != NULL)
		name.codes = list_codes(f->codes);
	vocabulary_add(kind, f->name, &name);
	vocabulary.slots[kind][f->slot] = f;
	vocabulary.used[kind] |= (uint64_t)1 << f->slot;
	if (f->flags & FIELD_REQUIRED)
		vocabulary.required[kind] |= (uint64_t)1 << f->slot;
}

static void
add_kind(const struct schema_kind *kind)
{
	enum kind k = kind->id;
	const struct schema_field *f;

	vocabulary_add(k, SCHEMA_RECORD, &(struct name){ .of = NAME_RECORD });
	vocabulary_add(k, SCHEMA_CLIENT, &(struct name){ .of = NAME_CLIENT });
	for (f = schema_common_fields; f->name != NULL; f++)
		add_field(k, f->slot == SLOT_OP && kind->needs_op ? &op_required : f);
	if (k == KIND_CLIENT)
		add_field(k, &format_field);
	for (f = kind->fields; f->name != NULL; f++)
		add_field(k, f);
	if (k == KIND_OTHER)
		return;
	vocabulary_add(KINDS, kind->name, &(struct name){ .of = NAME_KIND, .kind = (uint8_t)k });
	if (kind->needs_op == OP_MUST)
		vocabulary.filled[k] |= (uint64_t)1 << SLOT_OP;
	if (k < KIND_OWN && schema_key(kind) != NULL)
		vocabulary.filled[k] |= (uint64_t)1 << schema_key(kind)->slot;
}

void
schema_begin(void)
{
	if (vocabulary.begun)
		return;
	vocabulary.begun = true;
	op_required = schema_common_fields[SLOT_OP];
	op_required.flags = REQ;
	for (enum kind k = 0; k < KINDS; k++) {
		schema_kinds[k].id = k;
		if (schema_kinds[k].fields != NULL)
			add_kind(&schema_kinds[k]);
	}
}

bool
schema_declared(const struct schema_field *f)
{
	return f >= declared[0] && f < declared[KINDS - 1] + SCHEMA_DECLARED;
}

const struct schema_field *
schema_declare(const struct schema_kind *k, const struct schema_field *field)
{
	struct schema_field *to;
	unsigned slot = SLOT_FIRST;

	schema_begin();
	while (slot < SLOTS && vocabulary.slots[k->id][slot] != NULL)
		slot++;
	if (ndeclared[k->id] == SCHEMA_DECLARED || slot == SLOTS || vocabulary_full() ||
	    schema_field(k, field->name) != NULL)
		return NULL;
	any = true;
	to = &declared[k->id][ndeclared[k->id]++];
	*to = *field;
	to->slot = (enum slot)slot;
	to->flags |= FIELD_OF_MODEL;
	add_field(k->id, to);
	return to;
}

bool
schema_restrict(const struct schema_kind *k, enum slot slot, const char *codes, bool required,
    date from)
{
	struct schema_field *to = &restricted[nrestricted];
	struct name *name;

	if (nrestricted == RESTRICTED)
		return false;
	any = true;
	nrestricted++;
	*to = *schema_slot(k, slot);
	if (required) {
		to->flags |= FIELD_REQUIRED;
		to->from = from;
		vocabulary.required[k->id] |= (uint64_t)1 << slot;
	}
	name = (struct name *)vocabulary_find(k->id, to->name, strlen(to->name));
	name->field = vocabulary.slots[k->id][slot] = to;
	if (codes != NULL) {
		to->type = FIELD_CODE;
		to->codes = codes;
		to->flags |= FIELD_OF_MODEL;
		name->type = (uint8_t)to->type;
		name->codes = list_codes(codes);
	}
	return true;
}

const struct schema_kind *
schema_declare_kind(const struct schema_kind *kind)
{
	struct schema_kind *to = &schema_kinds[KIND_OWN + nkinds];

	schema_begin();
	if (nkinds > KIND_OWN_LAST - KIND_OWN || schema_kind_named(kind->name) != NULL)
		return NULL;
	any = true;
	*to = *kind;
	to->id = (enum kind)(KIND_OWN + nkinds++);
	to->fields = NO_FIELDS;
	add_kind(to);
	return to;
}

void
schema_forget(void)
{
	if (!any)
		return;
	any = false;
	vocabulary_forget();
	memset(ndeclared, 0, sizeof ndeclared);
	memset(&schema_kinds[KIND_OWN], 0, (KIND_OTHER - KIND_OWN) * sizeof *schema_kinds);
	nrestricted = nkinds = 0;
}

const struct schema_kind *
schema_kind(const char *name)
{
	const struct name *found;

	schema_begin();
	found = vocabulary_find(KINDS, name, strlen(name));
	return found == NULL ? NULL : &schema_kinds[found->kind];
}

const struct schema_kind *
schema_kind_named(const char *name)
{
	const struct schema_kind *k;

	for (k = schema_kinds; k->name != NULL; k++)
		if (schema_same_name(k->name, name))
			return k;
	return NULL;
}

/* Whatever the locale says of letters: names are ASCII. */
static char
plain(char c)
{
	return c == '-' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
schema_same_name(const char *a, const char *b)
{
	while (*a != '\0' && (*a == *b || plain(*a) == plain(*b))) {
		a++;
		b++;
	}
	return plain(*a) == plain(*b);
}

const struct schema_field *
schema_field(const struct schema_kind *k, const char *name)
{
	const struct name *found;

	schema_begin();
	found = vocabulary_find(k->id, name, strlen(name));
	return found == NULL ? NULL : found->field;
}

const struct schema_field *
schema_field_named(const struct schema_kind *k, const char *name)
{
	schema_begin();
	for (unsigned i = 0; i < SLOTS; i++) {
		const struct schema_field *f = vocabulary.slots[k->id][i];

		if (f != NULL && schema_same_name(f->name, name))
			return f;
	}
	return NULL;
}

const struct schema_field *
schema_slot(const struct schema_kind *k, enum slot slot)
{
	schema_begin();
	return vocabulary.slots[k->id][slot];
}

const char *
schema_name(enum kind kind, enum slot slot)
{
	return schema_slot(&schema_kinds[kind], slot)->name;
}

/* The field behind another among those of the slots. */
static const struct schema_field *
next_of(const struct schema_kind *k, uint64_t slots, const struct schema_field *before)
{
	unsigned slot = before == NULL ? SLOT_FIRST : (unsigned)before->slot + 1;
	uint64_t behind = slot < SLOTS ? slots >> slot : 0;

	return behind == 0 ? NULL :
	    vocabulary.slots[k->id][slot + (unsigned)__builtin_ctzll(behind)];
}

const struct schema_field *
schema_next(const struct schema_kind *k, const struct schema_field *before)
{
	schema_begin();
	return next_of(k, vocabulary.used[k->id], before);
}

const struct schema_field *
schema_next_required(const struct schema_kind *k, const struct schema_field *before)
{
	schema_begin();
	return next_of(k, vocabulary.required[k->id], before);
}

const struct schema_field *
schema_key(const struct schema_kind *k)
{
	if (k->id >= KIND_OWN && k->id <= KIND_OWN_LAST)
		return k->amends && ndeclared[k->id] > 0 ? &declared[k->id][0] : NULL;
	return k->amends && k->fields[0].flags & FIELD_KEY ? &k->fields[0] : NULL;
}

bool
schema_asks(const struct schema_field *f, date begun)
{
	return f->flags & FIELD_REQUIRED && (f->from == DATE_NONE || begun == DATE_NONE ||
	    begun >= f->from);
}

const char *
schema_code_n(const char *codes, size_t n, size_t *length)
{
	const char *s = codes;

	for (;; n--) {
		s += strspn(s, " ");
		if (*s == '\0')
			return NULL;
		*length = strcspn(s, " ");
		if (n == 0)
			return s;
		s += *length;
	}
}

int
schema_code_of(const struct schema_field *f, const char *word)
{
	const char *code;
	size_t n;

	for (size_t i = 0; (code = schema_code_n(f->codes, i, &n)) != NULL; i++)
		if (strlen(word) == n && memcmp(code, word, n) == 0)
			return (int)i;
	return FIELD_UNTYPED;
}

bool
schema_code(const struct schema_field *f, const char *code)
{
	return schema_code_of(f, code) != FIELD_UNTYPED;
}

const char *
schema_yes(bool yes)
{
	return AKKOORD_words[yes ? AKKOORD_JA : AKKOORD_NEE];
}

bool
schema_client_id(const char *id)
{
	size_t n;

	for (n = 0; n <= 64 && id[n] != '\0'; n++) {
		char c = id[n];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		    c == '_' || (n > 0 && (c == '.' || c == '-'))))
			return false;
	}
	return n >= 1 && n <= 64;
}

bool
schema_number(const char *s, long *number)
{
	const char *digits = s[0] == '-' ? s + 1 : s;
	long value = 0;
	size_t n;

	for (n = 0; n < 10 && digits[n] >= '0' && digits[n] <= '9'; n++)
		value = 10 * value + (digits[n] - '0');
	if (n == 0 || n > 9 || digits[n] != '\0')
		return false;
	*number = s[0] == '-' ? -value : value;
	return true;
}
