/**
 * Instances in processes of their own are killed, stopped and woken while they work. Nothing here is known to the product:
 * what halts a process at a given step stands around its parts from outside.
 */
@NullMarked
package io.routiq.bootstrap.crashes;

import org.jspecify.annotations.NullMarked;
