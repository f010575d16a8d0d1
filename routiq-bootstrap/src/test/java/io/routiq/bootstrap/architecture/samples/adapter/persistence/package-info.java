/** Stands for another adapter that is one package. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.persistence;

import org.jspecify.annotations.NullMarked;
