/** Tests of single parts that need no server. */
@NullMarked
package io.routiq.adapter.rest.http;

import org.jspecify.annotations.NullMarked;
