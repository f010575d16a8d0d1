package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.Transactions;
import io.routiq.application.patient.InMemoryPatientVisits;
import io.routiq.application.patient.InMemoryPatients;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;

/** One implementation of the ports around the copy: what is written through one is read through the others. */
public record CopyPorts(
        Transactions transactions,
        PracticeCopy copy,
        Patients patients,
        PatientVisits visits,
        Watermarks watermarks,
        Quarantine quarantine,
        Census census) {

    /** The copy in memory, empty. */
    public static CopyPorts inMemory() {
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryWatermarks watermarks = new InMemoryWatermarks(transactions);
        InMemoryPracticeCopy copy = new InMemoryPracticeCopy(transactions, watermarks);
        return new CopyPorts(
                transactions,
                copy,
                new InMemoryPatients(copy),
                new InMemoryPatientVisits(copy),
                watermarks,
                copy.quarantine(),
                copy.census());
    }
}
