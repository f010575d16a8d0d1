/** Proves the adapter: its parts alone, and the whole against the simulator under each of its switches and faults. */
@NullMarked
package io.routiq.adapter.cliniko;

import org.jspecify.annotations.NullMarked;
