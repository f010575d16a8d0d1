/** Answering a request that is sent twice as if it had been sent once. Nothing about what the request is for. */
@NullMarked
package io.routiq.application.idempotency;

import org.jspecify.annotations.NullMarked;
