/** What is measured rather than tested: main classes that print tables for docs/benchmarks.md. */
@NullMarked
package io.routiq.bootstrap.benchmarks;

import org.jspecify.annotations.NullMarked;
