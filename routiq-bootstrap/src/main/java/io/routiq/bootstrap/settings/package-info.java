/**
 * What an operator sets: read from the environment once, checked as a whole before anything starts, and handed out as
 * plain values. Nothing here opens a connection, and no message repeats a value.
 */
@NullMarked
package io.routiq.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
