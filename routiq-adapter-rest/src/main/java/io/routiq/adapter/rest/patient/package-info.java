/** The routes that list patients. Who is active is decided in the domain, not here. */
@NullMarked
package io.routiq.adapter.rest.patient;

import org.jspecify.annotations.NullMarked;
