/** Tests of {@code io.routiq.bootstrap.security}; made-up keys only. */
@NullMarked
package io.routiq.bootstrap.security;

import org.jspecify.annotations.NullMarked;
