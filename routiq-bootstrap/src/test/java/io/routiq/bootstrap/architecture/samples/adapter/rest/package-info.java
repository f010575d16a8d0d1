/** Stands for an adapter that is one package. */
@NullMarked
package io.routiq.bootstrap.architecture.samples.adapter.rest;

import org.jspecify.annotations.NullMarked;
