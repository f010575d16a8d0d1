/**
 * Reads a practice's records from Cliniko over HTTP and gives them in the application's terms. Only {@link
 * io.routiq.adapter.cliniko.Cliniko} and its settings are public. Writes nothing, stores nothing, decides nothing about
 * runs; no Spring, no SQL.
 */
@NullMarked
package io.routiq.adapter.cliniko;

import org.jspecify.annotations.NullMarked;
