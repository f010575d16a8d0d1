/** Drives the HTTP side as a client would, over the core with its ports in memory. */
@NullMarked
package io.routiq.adapter.rest;

import org.jspecify.annotations.NullMarked;
