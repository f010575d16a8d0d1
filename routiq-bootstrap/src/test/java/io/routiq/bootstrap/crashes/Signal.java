package io.routiq.bootstrap.crashes;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process can be told from outside. */
enum Signal {
    STOP,
    CONT,
    TERM;

    void send(ProcessHandle process) {
        try {
            int result = new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (result != 0) {
                throw new IllegalStateException("No signal was sent");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
