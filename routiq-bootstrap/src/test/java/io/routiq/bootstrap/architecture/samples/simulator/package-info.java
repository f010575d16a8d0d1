/** Stands for the simulator. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.simulator;

import org.jspecify.annotations.NullMarked;
