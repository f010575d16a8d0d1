/** What a practice sees first: figures of patients, visits and synchronisation on one page. */
@NullMarked
package io.routiq.application.dashboard;

import org.jspecify.annotations.NullMarked;
