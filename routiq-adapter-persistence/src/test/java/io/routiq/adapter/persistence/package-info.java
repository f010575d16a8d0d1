/** Proofs of the storage adapter against a real PostgreSQL, and what other modules need to start one. Only made-up people. */
@NullMarked
package io.routiq.adapter.persistence;

import org.jspecify.annotations.NullMarked;
