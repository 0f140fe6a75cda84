#ifndef FASEN_ACTION_H
#define FASEN_ACTION_H

/* The one thing that a call does, as named by an option: --goal=TEXT. Begin with all zeroes. */
struct action {
	int key;		/* of the option; 0 = none */
	const char *option;	/* "--goal" */
	const char *value;	/* NULL when it has none */
};

/* Takes it. Exits with 2 when there is one already, for one thing is done a call. */
void action_take(struct action *, int key, const char *option, const char *value);

/* Exits with 2 unless its value is UTF-8 text that rec can hold, and not empty. */
void action_text(const struct action *);

#endif
