/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TAKEN_WORD_H
#define FASEN_TAKEN_WORD_H

/*
 * The attribute (attributes.def) or the option of some command that is so named, ASCII case ignored
 * and - read as _; or NULL. No field of an organisation's own can have the name. tests/names.t
 * holds the options against --help.
 */
const char *taken_word(const char *name);

/*
 * An attribute that begins with the name and a dot, as score.DOMAIN does; or NULL. No kind of an
 * organisation's own can have the name: KIND.FIELD would be the attribute.
 */
const char *taken_prefix(const char *name);

#endif
