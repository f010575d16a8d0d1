/** The record of who read whose data. Writing only; nothing here reads it back. */
@NullMarked
package io.routiq.application.audit;

import org.jspecify.annotations.NullMarked;
