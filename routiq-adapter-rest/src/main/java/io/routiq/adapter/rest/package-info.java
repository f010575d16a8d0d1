/**
 * The HTTP contract, by Spring MVC. Only the configuration and its settings are for other modules; rules of the
 * business do not belong here.
 */
@NullMarked
package io.routiq.adapter.rest;

import org.jspecify.annotations.NullMarked;
