/** Storage on PostgreSQL: the application's ports in SQL, and the schema behind them. No rule about patients or runs is decided here. */
@NullMarked
package io.routiq.adapter.persistence;

import org.jspecify.annotations.NullMarked;
