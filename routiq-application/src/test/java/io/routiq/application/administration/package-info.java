/** Old records in memory, and what cleaning up promises. Nothing that production uses. */
@NullMarked
package io.routiq.application.administration;

import org.jspecify.annotations.NullMarked;
