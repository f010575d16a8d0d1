/** Patients in memory, read by the domain's rules, and what their port promises as tests. Only made-up people. */
@NullMarked
package io.routiq.application.patient;

import org.jspecify.annotations.NullMarked;
