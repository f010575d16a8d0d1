/** Keys in memory, and what keys promise. Nothing that production uses. */
@NullMarked
package io.routiq.application.idempotency;

import org.jspecify.annotations.NullMarked;
