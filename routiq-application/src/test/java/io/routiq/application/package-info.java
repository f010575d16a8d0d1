/** What tests of every module share: a clock to set, a sealer and transactions in memory. Nothing that production uses. */
@NullMarked
package io.routiq.application;

import org.jspecify.annotations.NullMarked;
