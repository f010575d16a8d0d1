/** Tests of {@code io.routiq.bootstrap.settings}; made-up keys only. */
@NullMarked
package io.routiq.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
