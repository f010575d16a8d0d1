/** Connections in memory, what their port promises as tests, and tests of the use cases. No real key. */
@NullMarked
package io.routiq.application.connection;

import org.jspecify.annotations.NullMarked;
