#ifndef FASEN_OPTION_WORD_H
#define FASEN_OPTION_WORD_H

/*
 * The option of some command that is so named, ASCII case ignored and - read as _; or NULL. No
 * field of an organisation's own can have the name. tests/names.t holds the list against --help.
 */
const char *option_word(const char *name);

#endif
