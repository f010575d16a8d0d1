/**
 * A script language for what happens at a practice, and on the way to it, while somebody reads it: plain values that
 * print readable and always do the same.
 */
@NullMarked
package io.routiq.adapter.cliniko.simulator.history;

import org.jspecify.annotations.NullMarked;
