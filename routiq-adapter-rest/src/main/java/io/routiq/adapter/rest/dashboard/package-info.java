/** The page that a practice sees first. */
@NullMarked
package io.routiq.adapter.rest.dashboard;

import org.jspecify.annotations.NullMarked;
