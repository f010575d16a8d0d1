/** Listing patients and counting them, by the domain's activity rules. */
@NullMarked
package io.routiq.application.patient;

import org.jspecify.annotations.NullMarked;
