/** What every use case needs: a transaction of one organization, and a way to seal secrets. Use cases live in the feature packages. */
@NullMarked
package io.routiq.application;

import org.jspecify.annotations.NullMarked;
