/** Tests of the health use case, with probes that hang and fail. No real part is asked. */
@NullMarked
package io.routiq.application.health;

import org.jspecify.annotations.NullMarked;
