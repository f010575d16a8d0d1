/** Stands for generated code. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.persistence.jooq;

import org.jspecify.annotations.NullMarked;
