/**
 * What every route shares: who calls, what they may do, and what answers and errors look like. No route of its own, and
 * nothing public but what the features' packages use.
 */
@NullMarked
package io.routiq.adapter.rest.http;

import org.jspecify.annotations.NullMarked;
