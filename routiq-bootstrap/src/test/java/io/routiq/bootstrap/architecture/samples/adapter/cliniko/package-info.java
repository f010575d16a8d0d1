/** Stands for an adapter that was split. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.cliniko;

import org.jspecify.annotations.NullMarked;
