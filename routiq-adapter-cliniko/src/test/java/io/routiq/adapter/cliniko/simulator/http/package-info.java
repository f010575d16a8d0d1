/**
 * A minimal HTTP/1.1 server on virtual threads that can also misbehave on purpose: reset, hang, drip, cut short.
 *
 * <p>Knows nothing of Cliniko. The JDK's own server is not used because it sets the {@code Date} header from the
 * machine's clock and cannot reset a connection.
 */
@NullMarked
package io.routiq.adapter.cliniko.simulator.http;

import org.jspecify.annotations.NullMarked;
