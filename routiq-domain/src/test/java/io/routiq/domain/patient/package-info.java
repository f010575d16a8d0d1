/** Tables of cases and properties that pin the activity rules. Only made-up people. */
@NullMarked
package io.routiq.domain.patient;

import org.jspecify.annotations.NullMarked;
