/** The routes that connect an organization to Cliniko. A key comes in here and never goes out. */
@NullMarked
package io.routiq.adapter.rest.connection;

import org.jspecify.annotations.NullMarked;
