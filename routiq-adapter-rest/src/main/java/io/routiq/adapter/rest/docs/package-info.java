/** The OpenAPI document, made from the code, and the two pages that show it. Serves files that are shipped, nothing else. */
@NullMarked
package io.routiq.adapter.rest.docs;

import org.jspecify.annotations.NullMarked;
