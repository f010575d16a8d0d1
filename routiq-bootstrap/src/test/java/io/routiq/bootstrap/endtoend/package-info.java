/** The whole product over HTTP, as a frontend uses it: real application, real PostgreSQL, stand-ins outside. */
@NullMarked
package io.routiq.bootstrap.endtoend;

import org.jspecify.annotations.NullMarked;
