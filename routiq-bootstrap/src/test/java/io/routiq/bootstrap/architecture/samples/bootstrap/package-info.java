/** Stands for the module that knows everything. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.bootstrap;

import org.jspecify.annotations.NullMarked;
