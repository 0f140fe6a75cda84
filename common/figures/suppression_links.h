#ifndef FASEN_SUPPRESSION_LINKS_H
#define FASEN_SUPPRESSION_LINKS_H

#include "protection.h"
#include "report.h"
#include "tally.h"

/* The count of each entry of the tally in a protection; shared by the files of suppression only. */
struct suppressed {
	const struct report *report;
	struct tally *tally;
	struct protection *protection;
	const struct tally_entry *const *entries;	/* in order: entry i is count i */
	size_t n;
};

/* Adds the equations that hold between measures of one period, by what they mean; and those between periods. */
void suppression_link_measures(struct suppressed *, size_t period, const char *group);
void suppression_link_periods(struct suppressed *, const char *group);

/* The entry's number; (size_t)-1 when nothing was counted. */
size_t suppression_count(const struct suppressed *, const struct tally_key *);

#endif
