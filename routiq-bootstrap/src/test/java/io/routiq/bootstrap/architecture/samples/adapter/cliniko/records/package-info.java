/** Stands for another part of a split adapter. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.cliniko.records;

import org.jspecify.annotations.NullMarked;
