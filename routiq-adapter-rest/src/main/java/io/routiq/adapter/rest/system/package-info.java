/** What the service says of itself and of the caller. Needs no practice's data. */
@NullMarked
package io.routiq.adapter.rest.system;

import org.jspecify.annotations.NullMarked;
