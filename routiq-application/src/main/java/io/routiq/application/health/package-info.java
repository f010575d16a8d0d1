/** Whether the service's parts are well. No configuration values, hosts or versions of parts leave from here. */
@NullMarked
package io.routiq.application.health;

import org.jspecify.annotations.NullMarked;
