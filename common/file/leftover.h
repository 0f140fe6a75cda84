/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LEFTOVER_H
#define FASEN_LEFTOVER_H

/*
 * Removes what a program that was killed left in the directory ("" = the working one) of the files
 * it was making: the text of a client should not stay where nobody looks. They are named as save.c
 * names them, .NAME.fasen and .NAME.PID-N.fasen, and whoever is writing one holds its lock: it goes
 * only when that can be had at once. What cannot be removed is left.
 */
void leftover_sweep(const char *directory);

/* The same for the directory of that file. */
void leftover_sweep_beside(const char *path);

#endif
