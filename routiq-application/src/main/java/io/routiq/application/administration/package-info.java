/** Work on the installation as a whole, for platform administrators. The only feature that reaches across organizations. */
@NullMarked
package io.routiq.application.administration;

import org.jspecify.annotations.NullMarked;
