/** The proof by adversarial histories that the copy equals the source: see {@code docs/proof.md}. */
@NullMarked
package io.routiq.bootstrap.histories;

import org.jspecify.annotations.NullMarked;
