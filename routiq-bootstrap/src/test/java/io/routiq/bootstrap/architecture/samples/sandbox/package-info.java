/** Stands for the sandbox. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.sandbox;

import org.jspecify.annotations.NullMarked;
