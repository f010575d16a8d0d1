/** A practice system to be scripted, the copy in memory, and what their ports promise as tests. No network, no SQL. */
@NullMarked
package io.routiq.application.practice;

import org.jspecify.annotations.NullMarked;
