/** The routes for those who run the platform. */
@NullMarked
package io.routiq.adapter.rest.administration;

import org.jspecify.annotations.NullMarked;
