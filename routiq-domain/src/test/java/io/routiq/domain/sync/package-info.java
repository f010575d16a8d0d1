/** Tables of cases and properties that pin the sync run's states and its progress. No worker, no clock. */
@NullMarked
package io.routiq.domain.sync;

import org.jspecify.annotations.NullMarked;
