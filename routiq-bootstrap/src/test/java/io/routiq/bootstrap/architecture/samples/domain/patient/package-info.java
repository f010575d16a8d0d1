/** Stands for a feature of the domain. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.domain.patient;

import org.jspecify.annotations.NullMarked;
