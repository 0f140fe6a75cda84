/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REQUIREMENT_SENTENCE_H
#define FASEN_REQUIREMENT_SENTENCE_H

#include "condition.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * Adds what an unmet condition still asks for, as a person would say it, without full stop:
 * "nog te bekijken: wonen, werk", "1 of at least 2 values of Vraag". Codes, ids of goals and the
 * model's own words are named, never a value of the dossier. `since` as for requirement_met().
 */
void requirement_sentence(const struct condition *, const struct fold *, const struct entry *since,
    enum lang, struct text *to);

/*
 * Adds what is lacking where the condition is not met, of nobody in particular: "niet bij elk doel
 * een werkpunt".
 */
void requirement_lack(const struct condition *, enum lang, struct text *to);

#endif
