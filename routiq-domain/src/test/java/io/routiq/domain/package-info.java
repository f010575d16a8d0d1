/** The proof that the domain stands alone. No rule is tested here. */
@NullMarked
package io.routiq.domain;

import org.jspecify.annotations.NullMarked;
