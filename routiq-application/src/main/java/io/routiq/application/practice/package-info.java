/** The practice system as the product sees it: what can be asked of it, the records it gives, and the copy they are stored in. No vendor's name, no HTTP, no SQL. */
@NullMarked
package io.routiq.application.practice;

import org.jspecify.annotations.NullMarked;
