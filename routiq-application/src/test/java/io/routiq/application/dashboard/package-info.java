/** Visits in memory, and what the dashboard promises. Nothing that production uses. */
@NullMarked
package io.routiq.application.dashboard;

import org.jspecify.annotations.NullMarked;
