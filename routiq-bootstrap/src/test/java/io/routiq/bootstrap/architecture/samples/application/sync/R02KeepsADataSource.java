package io.routiq.bootstrap.architecture.samples.application.sync;

import javax.sql.DataSource;

record R02KeepsADataSource(DataSource source) {}
