package io.routiq.bootstrap.architecture.samples.adapter.persistence;

@interface Transactional {}
