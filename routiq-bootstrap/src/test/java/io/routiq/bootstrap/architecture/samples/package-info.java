/** A small tree laid out like Routiq, in which a class named {@code R01…} breaks R1 and no other rule. The rest is right, and is
 * here to show that the rules leave it alone. Nothing outside may use any of it. */
@NullMarked
package io.routiq.bootstrap.architecture.samples;

import org.jspecify.annotations.NullMarked;
