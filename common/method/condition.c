#include "condition.h"

#include <string.h>

#include "nearest.h"

/* Takes `tail` off the end of s[0..*n), with the blanks before it. */
static bool
take_tail(const char *s, size_t *n, const char *tail)
{
	size_t len = strlen(tail);

	if (*n < len || memcmp(s + *n - len, tail, len) != 0)
		return false;
	*n -= len;
	while (*n > 0 && s[*n - 1] == ' ')
		(*n)--;
	return true;
}

/* " >= N" at the end of s[0..*n): takes it off. Returns false when something else follows >=. */
static bool
take_count(const char *s, size_t *n, long *count)
{
	size_t at = *n;

	*count = 1;
	while (at > 0 && s[at - 1] >= '0' && s[at - 1] <= '9')
		at--;
	if (at == *n || at < 4 || memcmp(s + at - 4, " >= ", 4) != 0)
		return true;
	if (*n - at > 6)
		return false;
	*count = 0;
	for (size_t i = at; i < *n; i++)
		*count = *count * 10 + (s[i] - '0');
	*n = at - 4;
	while (*n > 0 && s[*n - 1] == ' ')
		(*n)--;
	return *count > 0;
}

static bool
declared(const char *const *own, size_t nown, const char *kind, const char *field)
{
	size_t i, n = strlen(kind);

	for (i = 0; i < nown; i++)
		if (strncmp(own[i], kind, n) == 0 && own[i][n] == '.' && strcmp(own[i] + n + 1, field) == 0)
			return true;
	return false;
}

static void
unknown_kind(const char *word, const char *file, long line, struct problems *problems)
{
	const struct schema_kind *k;
	struct nearest near;

	nearest_begin(&near, word);
	for (k = schema_kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	if (near.best != NULL)
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("\"%s\" is no kind of record; did you mean \"%s\"?"), word, near.best);
	else
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("\"%s\" is no kind of record; expected KIND[.FIELD [= VALUE]] [>= N] [per leefgebied|per doel] [sinds fase]"), word);
}

static void
unknown_field(const struct schema_kind *k, const char *word, const char *file, long line,
    struct problems *problems)
{
	const struct schema_field *f;
	struct nearest near;

	nearest_begin(&near, word);
	for (f = k->fields; f->name != NULL; f++)
		nearest_offer(&near, f->name);
	if (near.best != NULL)
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("%s has no field \"%s\"; did you mean \"%s\"?"), k->name, word, near.best);
	else
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("%s has no field \"%s\"; a field of your own is declared by \"Eigen_veld: %s.%s\""), k->name, word, k->name, word);
}

/* Where a word that ends a value stands in it, or NULL: what follows it was no tail of a condition. */
static const char *
cut_short(const char *s)
{
	static const char *const ends[] = { " >= ", " per ", " sinds " };
	const char *at = NULL, *found;

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if ((found = strstr(s, ends[i])) != NULL && (at == NULL || found < at))
			at = found;
	return at;
}

/* Names the first word behind the subject that is near to one of the grammar. */
static void
not_a_condition(const char *rest, struct arena *arena, const char *file, long line, struct problems *problems)
{
	static const char *const words[] = { "per", "leefgebied", "doel", "sinds", "fase" };
	struct nearest near = { 0 };
	const char *word = "";

	while (near.best == NULL && *(rest += strspn(rest, " ")) != '\0') {
		word = arena_copy(arena, rest, strcspn(rest, " "));
		rest += strlen(word);
		nearest_begin(&near, word);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			nearest_offer(&near, words[i]);
		if (near.best != NULL && strcmp(near.best, word) == 0)
			near.best = NULL;
	}
	if (near.best != NULL)
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("\"%s\" is no word of a condition; did you mean \"%s\"?"), word, near.best);
	else
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("not a condition; expected KIND[.FIELD [= VALUE]] [>= N] [per leefgebied|per doel] [sinds fase]"));
}

/* "per leefgebied" asks for a field Leefgebied, "per doel" for one that names a goal. */
static bool
per_makes_sense(const struct condition *c)
{
	if (c->per == PER_LEEFGEBIED)
		return schema_field(c->kind, "Leefgebied") != NULL;
	if (c->per == PER_DOEL)
		return schema_field(c->kind, "Doel") != NULL;
	return true;
}

bool
condition_read(struct condition *c, const char *source, const char *const *own, size_t nown,
    struct arena *arena, const char *file, long line, struct problems *problems)
{
	const char *s, *equals, *word;
	size_t n, subject, len;

	memset(c, 0, sizeof *c);
	c->line = line;
	source += strspn(source, " ");
	n = strlen(source);
	while (n > 0 && source[n - 1] == ' ')
		n--;
	c->source = s = arena_copy(arena, source, n);
	c->since_phase = take_tail(s, &n, " sinds fase");
	if (take_tail(s, &n, " per leefgebied"))
		c->per = PER_LEEFGEBIED;
	else if (take_tail(s, &n, " per doel"))
		c->per = PER_DOEL;
	if (!take_count(s, &n, &c->count)) {
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("\">=\" asks for a whole number from 1 to 999999"));
		return false;
	}
	subject = strcspn(s, " .=");
	if (subject > n)
		subject = n;
	word = arena_copy(arena, s, subject);
	c->kind = schema_kind(word);
	if (c->kind == NULL) {
		unknown_kind(word, file, line, problems);
		return false;
	}
	if (subject < n && s[subject] == '.') {
		len = strcspn(s + subject + 1, " =");
		if (len > n - subject - 1)
			len = n - subject - 1;
		c->field = arena_copy(arena, s + subject + 1, len);
		subject += 1 + len;
		if (schema_field(c->kind, c->field) == NULL &&
		    !declared(own, nown, c->kind->name, c->field)) {
			unknown_field(c->kind, c->field, file, line, problems);
			return false;
		}
		equals = s + subject + strspn(s + subject, " ");
		if (equals < s + n && *equals == '=') {
			equals++;
			equals += strspn(equals, " ");
			c->value = arena_copy(arena, equals, equals < s + n ? (size_t)(s + n - equals) : 0);
			subject = n;
			if (cut_short(c->value) != NULL) {
				not_a_condition(cut_short(c->value), arena, file, line, problems);
				return false;
			}
		}
	}
	if (subject != n || (c->value != NULL && c->value[0] == '\0')) {
		not_a_condition(s + subject, arena, file, line, problems);
		return false;
	}
	if (!per_makes_sense(c)) {
		problems_add(problems, PROBLEM_ERROR, "condition", file, line, "Eist",
		    _("%s holds nothing to count that way; \"per leefgebied\" asks for a field Leefgebied, \"per doel\" for a field Doel"), c->kind->name);
		return false;
	}
	return true;
}
