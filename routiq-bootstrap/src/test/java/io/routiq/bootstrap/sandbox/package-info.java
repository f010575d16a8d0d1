/** What the sandbox needs and production must not have: stand-ins for other people's services, on this machine only. */
@NullMarked
package io.routiq.bootstrap.sandbox;

import org.jspecify.annotations.NullMarked;
