package io.routiq.bootstrap.architecture.samples.adapter.rest;

import io.routiq.bootstrap.architecture.samples.adapter.persistence.PersistenceSettings;

record R03ReadsPersistence(PersistenceSettings settings) {}
