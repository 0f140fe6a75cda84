#include "option_word.h"

#include <stddef.h>

#include "schema.h"

static const char *const words[] = {
	"action", "agree", "ahead", "all", "amend", "ask", "attributes", "base", "by", "by-worker",
	"check", "client", "close", "count", "csv", "date", "date-format", "decide", "delimiter",
	"directory", "domain", "dry-run", "encoding", "evaluate", "files", "files0-from", "fill",
	"form", "format", "from", "git", "goal", "group", "handles", "help", "id", "id-prefix",
	"in-place", "indication", "invert", "join", "known", "known-in", "lang", "last", "map",
	"map-file", "merge", "min-cell", "model", "names", "network", "note", "null", "output",
	"override", "partial", "period", "person", "phases-of", "preview", "pseudonym", "quiet",
	"record", "refuse", "rejects", "reopen", "report", "scores", "since", "status", "strength",
	"template", "template-map", "to", "today", "unite", "update", "version", "view", "wait",
	"with-text", "without"
};

const char *
option_word(const char *name)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (schema_same_name(words[i], name))
			return words[i];
	return NULL;
}
