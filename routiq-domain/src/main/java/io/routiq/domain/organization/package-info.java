/** Whose data it is. Nothing here knows what the data is. */
@NullMarked
package io.routiq.domain.organization;

import org.jspecify.annotations.NullMarked;
