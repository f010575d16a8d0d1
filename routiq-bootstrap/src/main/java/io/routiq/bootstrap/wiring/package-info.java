/** Puts the parts together: use cases on ports, ports on adapters, adapters on settings. No logic. */
@NullMarked
package io.routiq.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
