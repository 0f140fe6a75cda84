#include "document_block.h"

void
document_flush(struct document *d)
{
	if (d->out.len != 0)
		fwrite(d->out.at, 1, d->out.len, d->file);
	text_clear(&d->out);
}
