#include "schema.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "problem.h"

#define REQ FIELD_REQUIRED
#define REP FIELD_REPEATS
#define KEY (FIELD_KEY | FIELD_REQUIRED)
#define PRIV FIELD_PRIVATE
#define ANY REF_NONE, NULL, 0, 0
#define CODES(list) REF_NONE, &list##_words[1], 0, 0
#define REFERS(to) REF_##to, NULL, 0, 0
#define RANGE(min, max) REF_NONE, NULL, min, max
#define END { NULL, SLOT_NONE, FIELD_TEXT, 0, ANY, NULL }

/* A list as one text, a blank before each code. */
#define CODE(list, code, word) " " #word
#define LIST(list, codes) static const char list##_words[] = codes;
#include "schema.def"
#undef CODE

/* The fields of all kinds in turn; one without name before each kind ends the kind before it. */
enum {
#define KIND(kind, name, amends, needs_op, help) kind##_END,
#define FIELD(kind, field, name, type, flags, values, help) kind##_##field##_PLACE,
#include "schema.def"
};
static const struct schema_field fields[] = {
#define KIND(kind, name, amends, needs_op, help) END,
#define FIELD(kind, field, name, type, flags, values, help) \
	{ #name, kind##_##field, FIELD_##type, flags, values, help },
#include "schema.def"
	END
};

static const struct schema_field op_required =
	{ "Op", SLOT_OP, FIELD_DATE, REQ, ANY, N_("date from which the record holds") };
static const struct schema_field format_field =
	{ "Formaat", SLOT_FORMAAT, FIELD_NUMBER, 0, ANY, N_("version of the format, 1 when absent") };

const struct schema_field schema_common_fields[] = {
#define COMMON(field, name, type, help) { #name, SLOT_##field, FIELD_##type, 0, ANY, help },
#include "schema.def"
	END
};

const struct schema_kind schema_kinds[] = {
#define KIND(kind, name, amends, needs_op, help) \
	{ #name, KIND_##kind, amends, needs_op, help, &fields[kind##_END + 1] },
#include "schema.def"
	{ NULL, KIND_OTHER, false, false, NULL, &fields[sizeof fields / sizeof *fields - 1] }
};

const struct schema_kind *
schema_kind(const char *name)
{
	const struct schema_kind *k;

	for (k = schema_kinds; k->name != NULL; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	return NULL;
}

/* Names equal but for ASCII case and - for _, when `loose`; else equal. */
static bool
same_name(const char *a, const char *b, bool loose)
{
	if (!loose)
		return strcmp(a, b) == 0;
	for (; *a != '\0' && *b != '\0'; a++, b++) {
		char x = *a == '-' ? '_' : *a, y = *b == '-' ? '_' : *b;

		if (x != y && strncasecmp(&x, &y, 1) != 0)
			return false;
	}
	return *a == *b;
}

static const struct schema_field *
find_field(const struct schema_kind *k, const char *name, bool loose)
{
	const struct schema_field *f;

	for (f = k->fields; f->name != NULL; f++)
		if (same_name(f->name, name, loose))
			return f;
	if (k->needs_op && same_name(op_required.name, name, loose))
		return &op_required;
	for (f = schema_common_fields; f->name != NULL; f++)
		if (same_name(f->name, name, loose))
			return f;
	if (k->id == KIND_CLIENT && same_name(format_field.name, name, loose))
		return &format_field;
	return NULL;
}

const struct schema_field *
schema_field(const struct schema_kind *k, const char *name)
{
	return find_field(k, name, false);
}

const struct schema_field *
schema_field_named(const struct schema_kind *k, const char *name)
{
	return find_field(k, name, true);
}

const struct schema_field *
schema_slot(const struct schema_kind *k, enum slot slot)
{
	if (slot >= SLOT_FIRST)
		return &k->fields[slot - SLOT_FIRST];
	if (slot == SLOT_FORMAAT)
		return &format_field;
	return slot == SLOT_OP && k->needs_op ? &op_required : &schema_common_fields[slot];
}

const struct schema_field *
schema_key(const struct schema_kind *k)
{
	return k->amends && k->fields[0].flags & FIELD_KEY ? &k->fields[0] : NULL;
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

bool
schema_code(const struct schema_field *f, const char *code)
{
	const char *s;
	size_t i, length;

	for (i = 0; (s = schema_code_n(f->codes, i, &length)) != NULL; i++)
		if (strlen(code) == length && memcmp(s, code, length) == 0)
			return true;
	return false;
}

bool
schema_client_id(const char *id)
{
	size_t n = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

	return n >= 1 && n <= 64 && id[n] == '\0' && id[0] != '.' && id[0] != '-';
}

bool
schema_number(const char *s, long *number)
{
	const char *digits = s[0] == '-' ? s + 1 : s;
	size_t n = strspn(digits, "0123456789");

	if (n == 0 || n > 9 || digits[n] != '\0')
		return false;
	*number = strtol(s, NULL, 10);
	return true;
}
