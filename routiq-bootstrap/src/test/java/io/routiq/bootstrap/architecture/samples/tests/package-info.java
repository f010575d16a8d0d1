/** Stands for the output of tests: left out when the samples are read. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.tests;

import org.jspecify.annotations.NullMarked;
