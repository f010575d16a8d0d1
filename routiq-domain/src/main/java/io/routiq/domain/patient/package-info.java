/** Patients, their appointments, and the rules that say who is active. No storage, no clock, no wire format. */
@NullMarked
package io.routiq.domain.patient;

import org.jspecify.annotations.NullMarked;
