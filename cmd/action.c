#include "action.h"

#include <stddef.h>
#include <string.h>

#include "message.h"
#include "rec.h"
#include "utf8.h"

void
action_take(struct action *v, int key, const char *option, const char *value)
{
	if (v->key != 0)
		message_usage(_("%s and %s do not go together; one thing is done a call"),
		    v->option, option);
	v->key = key;
	v->option = option;
	v->value = value;
}

void
action_text(const struct action *v)
{
	if (v->value == NULL || utf8_blank(v->value))
		message_usage(_("%s: expected a text, not an empty one"), v->option);
	if (!rec_writable(v->value, strlen(v->value)))
		message_usage(_("%s: expected UTF-8 text without a line that ends in CR"),
		    v->option);
}
