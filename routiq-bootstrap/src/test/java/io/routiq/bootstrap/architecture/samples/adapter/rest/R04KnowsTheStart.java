package io.routiq.bootstrap.architecture.samples.adapter.rest;

import io.routiq.bootstrap.architecture.samples.bootstrap.Start;

record R04KnowsTheStart(Start start) {}
