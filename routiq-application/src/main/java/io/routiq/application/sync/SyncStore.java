package io.routiq.application.sync;

import io.routiq.application.Transactions;
import io.routiq.application.practice.Census;
import io.routiq.application.practice.PracticeCopy;
import io.routiq.application.practice.Quarantine;
import io.routiq.application.practice.Watermarks;

/** The ports that one page's transaction touches together. */
public record SyncStore(
        Transactions transactions,
        SyncRuns runs,
        SyncCheckpoints checkpoints,
        Watermarks watermarks,
        PracticeCopy copy,
        Quarantine quarantine,
        Census census) {}
