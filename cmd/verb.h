#ifndef FASEN_VERB_H
#define FASEN_VERB_H

/* The one thing that a call does, as named by an option: --goal=TEXT. Begin with all zeroes. */
struct verb {
	int key;		/* of the option; 0 = none */
	const char *option;	/* "--goal" */
	const char *value;	/* NULL when it has none */
};

/* Takes it. Exits with 2 when there is one already, for one thing is done a call. */
void verb_take(struct verb *, int key, const char *option, const char *value);

/* Exits with 2 unless its value is UTF-8 text that rec can hold, and not empty. */
void verb_text(const struct verb *);

#endif
