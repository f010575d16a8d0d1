/**
 * The rules of the architecture, and the tests that hold Routiq to them. Each rule is shown to bite by the samples below;
 * nothing here looks at behaviour.
 */
@NullMarked
package io.routiq.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
