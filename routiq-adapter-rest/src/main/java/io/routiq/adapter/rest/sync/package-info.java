/** The routes that start, watch and cancel synchronisations. How a run's state looks on the wire is decided here. */
@NullMarked
package io.routiq.adapter.rest.sync;

import org.jspecify.annotations.NullMarked;
