/** Stands for the feature of the domain that the others know. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.domain.organization;

import org.jspecify.annotations.NullMarked;
