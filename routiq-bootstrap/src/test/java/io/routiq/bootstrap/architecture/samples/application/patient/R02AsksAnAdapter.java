package io.routiq.bootstrap.architecture.samples.application.patient;

import io.routiq.bootstrap.architecture.samples.adapter.persistence.PersistenceSettings;

record R02AsksAnAdapter(PersistenceSettings settings) {}
