#include "advance.h"

#include "message.h"

int
batch_closed(struct batch *b, const struct cmdline *c, struct problems *refusal)
{
	if (c->client != NULL) {
		message_problems(refusal);
		return FILTER_ATTENTION;
	}
	if (b->held.n == 0)
		problems_move(&b->held, refusal);
	problems_clear(refusal);
	return 0;
}

int
batch_run(struct batch *b, const struct cmdline *c, filter_act *act, void *context)
{
	struct filter_count count;
	int status = filter_run_count(c, act, context, &count);

	if (count.read > 1)
		problems_clear(&b->held);
	if (b->held.n > 0 && status == 0)
		status = 1;
	message_problems(&b->held);
	problems_release(&b->held);
	return status;
}
