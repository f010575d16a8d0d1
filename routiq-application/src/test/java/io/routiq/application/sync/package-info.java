/** The ports of synchronisation in memory, what they promise as tests, and tests of the use cases. No storage, no worker. */
@NullMarked
package io.routiq.application.sync;

import org.jspecify.annotations.NullMarked;
