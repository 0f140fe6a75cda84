/* SPDX-License-Identifier: ISC */
#include "taken_word.h"

#include <stddef.h>
#include <string.h>

#include "schema.h"

static const char *const options[] = {
	"action", "agree", "ahead", "all", "amend", "ask", "attributes", "base", "by", "by-worker",
	"check", "client", "close", "count", "csv", "date", "date-format", "decide", "delimiter",
	"directory", "domain", "dry-run", "encoding", "evaluate", "files", "files0-from", "fill",
	"form", "format", "from", "git", "goal", "group", "handles", "help", "id", "id-prefix",
	"in-place", "indication", "invert", "join", "known", "known-in", "lang", "last", "map",
	"map-file", "merge", "min-cell", "model", "names", "network", "note", "null", "output",
	"override", "partial", "period", "person", "phases-of", "preview", "pseudonym", "quiet",
	"record", "refuse", "rejects", "reopen", "report", "same-person", "scores", "since",
	"status", "strength", "template", "template-map", "to", "today", "unite", "update",
	"version", "view", "wait", "with-text", "without"
};

static const char *const attributes[] = {
#define ATTRIBUTE(name, type, like, compute, about, help) name,
#include "attributes.def"
#undef ATTRIBUTE
};

static const char *
find(const char *const *words, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (schema_same_name(words[i], name))
			return words[i];
	return NULL;
}

const char *
taken_prefix(const char *name)
{
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		const char *dot = strchr(attributes[i], '.');
		char before[32] = "";

		if (dot == NULL || (size_t)(dot - attributes[i]) >= sizeof before)
			continue;
		memcpy(before, attributes[i], (size_t)(dot - attributes[i]));
		if (schema_same_name(before, name))
			return attributes[i];
	}
	return NULL;
}

const char *
taken_word(const char *name)
{
	const char *word = find(attributes, sizeof attributes / sizeof *attributes, name);

	return word != NULL ? word : find(options, sizeof options / sizeof *options, name);
}
