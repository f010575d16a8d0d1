/** Starting, running, cancelling and looking at sync runs, with the ports that keep them. */
@NullMarked
package io.routiq.application.sync;

import org.jspecify.annotations.NullMarked;
