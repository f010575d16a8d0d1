/** Runs sync runs in the background by db-scheduler. What a run does is the application's business, not this package's. */
@NullMarked
package io.routiq.bootstrap.worker;

import org.jspecify.annotations.NullMarked;
