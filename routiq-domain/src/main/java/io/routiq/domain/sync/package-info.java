/** The life of a sync run as types: what exists in each state and which steps lead on. No storage, no threads, no clock. */
@NullMarked
package io.routiq.domain.sync;

import org.jspecify.annotations.NullMarked;
