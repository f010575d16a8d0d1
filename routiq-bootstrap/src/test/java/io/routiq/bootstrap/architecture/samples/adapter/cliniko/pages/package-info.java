/** Stands for a part of a split adapter. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.cliniko.pages;

import org.jspecify.annotations.NullMarked;
