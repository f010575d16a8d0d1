/** The audit trail in memory, which tests read back. Nothing that production uses. */
@NullMarked
package io.routiq.application.audit;

import org.jspecify.annotations.NullMarked;
