#ifndef FASEN_LEFTOVER_H
#define FASEN_LEFTOVER_H

/*
 * Removes what a program that was killed left beside the dossiers it was making: the text of a client should
 * not stay where nobody looks. Such files are named as save.c names them, .ID.rec.PID-N.fasen; one
 * whose process is still there stays. For whoever holds the directory's lock; what cannot be removed is left.
 */
void leftover_sweep(const char *directory);

#endif
