package io.routiq.bootstrap.architecture.samples.domain.patient;

import javax.sql.DataSource;

record R01KeepsADataSource(DataSource source) {}
