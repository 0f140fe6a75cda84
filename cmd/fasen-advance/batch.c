#include "advance.h"

#include "message.h"

void
batch_next(struct batch *b)
{
	if (++b->read == 2)
		problems_clear(&b->held);
}

int
batch_closed(struct batch *b, const struct cmdline *c, struct problems *refusal)
{
	if (c->client != NULL) {
		message_problems(refusal);
		return FILTER_ATTENTION;
	}
	if (b->read == 1)
		problems_move(&b->held, refusal);
	problems_clear(refusal);
	return 0;
}

int
batch_end(struct batch *b, int status)
{
	if (b->held.n > 0 && status == 0)
		status = 1;
	message_problems(&b->held);
	problems_release(&b->held);
	return status;
}
