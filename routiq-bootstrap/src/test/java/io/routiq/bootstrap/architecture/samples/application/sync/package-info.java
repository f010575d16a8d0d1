/** Stands for another feature of the application. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.application.sync;

import org.jspecify.annotations.NullMarked;
