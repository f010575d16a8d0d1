package io.routiq.adapter.rest;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.audit.InMemoryAuditTrail;
import io.routiq.application.dashboard.SummariseActivity;
import io.routiq.application.patient.ExplainActivity;
import io.routiq.application.patient.InMemoryPatientVisits;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.ListPatientsWithVisits;
import io.routiq.application.practice.InMemoryPracticeCopy;
import io.routiq.application.practice.InMemoryWatermarks;
import io.routiq.application.sync.InMemorySyncRuns;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that show visits, in memory. */
@Configuration(proxyBeanMethods = false)
class TestVisits {

    @Bean
    InMemoryPatientVisits patientVisits(InMemoryPracticeCopy copy) {
        return new InMemoryPatientVisits(copy);
    }

    @Bean
    ListPatientsWithVisits listPatientsWithVisits(
            InMemoryTransactions transactions, ListPatients listPatients, InMemoryPatientVisits visits) {
        return new ListPatientsWithVisits(transactions, listPatients, visits);
    }

    @Bean
    ExplainActivity explainActivity(
            InMemoryTransactions transactions,
            InMemoryPatientVisits visits,
            InMemoryWatermarks watermarks,
            InMemoryAuditTrail audit,
            InstantSource clock) {
        return new ExplainActivity(transactions, visits, watermarks, audit, clock);
    }

    @Bean
    SummariseActivity summariseActivity(
            InMemoryTransactions transactions,
            InMemoryPatientVisits visits,
            InMemorySyncRuns runs,
            InMemoryWatermarks watermarks,
            InMemoryAuditTrail audit,
            InstantSource clock) {
        return new SummariseActivity(transactions, visits, runs, watermarks, audit, clock);
    }
}
