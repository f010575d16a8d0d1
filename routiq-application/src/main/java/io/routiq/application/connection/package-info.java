/** How an organization is connected to its practice system: configuring, looking at, trying and removing it. No plain credentials leave the use cases. */
@NullMarked
package io.routiq.application.connection;

import org.jspecify.annotations.NullMarked;
