/** Tests of the organization's id. Nothing here knows what the data is. */
@NullMarked
package io.routiq.domain.organization;

import org.jspecify.annotations.NullMarked;
