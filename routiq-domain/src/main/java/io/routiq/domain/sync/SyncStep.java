package io.routiq.domain.sync;

/** The eight steps of a run, each with the percentage at which it ends and a sentence for people. */
public enum SyncStep {
    INITIALISE(1, 0, 12, "Starting the synchronisation..."),
    CHECK_CREDENTIALS(2, 12, 25, "Checking the practice system's credentials..."),
    FETCH_PATIENTS(3, 25, 37, "Fetching patients..."),
    FETCH_APPOINTMENTS(4, 37, 50, "Fetching appointments..."),
    FETCH_PEOPLE_AND_TYPES(5, 50, 62, "Fetching appointment types and practitioners..."),
    ANALYSE(6, 62, 75, "Analyzing patient data..."),
    STORE(7, 75, 87, "Storing results..."),
    DONE(8, 87, 100, "Synchronisation complete");

    private final int number;
    private final int startPercentage;
    private final int endPercentage;
    private final String sentence;

    SyncStep(int number, int startPercentage, int endPercentage, String sentence) {
        this.number = number;
        this.startPercentage = startPercentage;
        this.endPercentage = endPercentage;
        this.sentence = sentence;
    }

    /** 1 to 8. */
    public int number() {
        return number;
    }

    /** The percentage that the step starts from: the end of the one before. */
    public int startPercentage() {
        return startPercentage;
    }

    /** The percentage that the run has reached when the step ends. */
    public int endPercentage() {
        return endPercentage;
    }

    /** What is going on, in words for people. */
    public String sentence() {
        return sentence;
    }
}
