/** Stands for a feature of the application. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.application.patient;

import org.jspecify.annotations.NullMarked;
