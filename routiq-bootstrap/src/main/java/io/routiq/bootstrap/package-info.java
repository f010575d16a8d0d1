/** Where the service starts. The only place that knows every module; nothing may depend on it. */
@NullMarked
package io.routiq.bootstrap;

import org.jspecify.annotations.NullMarked;
