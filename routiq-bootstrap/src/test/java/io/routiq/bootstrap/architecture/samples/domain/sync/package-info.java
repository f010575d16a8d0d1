/** Stands for another feature of the domain. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.domain.sync;

import org.jspecify.annotations.NullMarked;
