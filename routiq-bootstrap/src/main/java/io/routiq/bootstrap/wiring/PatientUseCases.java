package io.routiq.bootstrap.wiring;

import io.routiq.application.Transactions;
import io.routiq.application.audit.AuditTrail;
import io.routiq.application.dashboard.GetDashboard;
import io.routiq.application.dashboard.SummariseActivity;
import io.routiq.application.dashboard.Visits;
import io.routiq.application.patient.AppointmentTypes;
import io.routiq.application.patient.ExplainActivity;
import io.routiq.application.patient.ListPatients;
import io.routiq.application.patient.ListPatientsWithVisits;
import io.routiq.application.patient.PatientVisits;
import io.routiq.application.patient.Patients;
import io.routiq.application.patient.SummariseAppointmentTypes;
import io.routiq.application.practice.Watermarks;
import io.routiq.application.sync.GetSyncDashboard;
import io.routiq.application.sync.SyncRuns;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases that read the copy: who comes, when, and for what. */
@Configuration(proxyBeanMethods = false)
public class PatientUseCases {

    @Bean
    ListPatients listPatients(
            Transactions transactions,
            Patients patients,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new ListPatients(transactions, patients, watermarks, audit, clock);
    }

    @Bean
    ListPatientsWithVisits listPatientsWithVisits(
            Transactions transactions, ListPatients listPatients, PatientVisits visits) {
        return new ListPatientsWithVisits(transactions, listPatients, visits);
    }

    @Bean
    SummariseAppointmentTypes summariseAppointmentTypes(
            Transactions transactions, AppointmentTypes types, Watermarks watermarks, InstantSource clock) {
        return new SummariseAppointmentTypes(transactions, types, watermarks, clock);
    }

    @Bean
    ExplainActivity explainActivity(
            Transactions transactions,
            PatientVisits visits,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new ExplainActivity(transactions, visits, watermarks, audit, clock);
    }

    @Bean
    SummariseActivity summariseActivity(
            Transactions transactions,
            PatientVisits visits,
            SyncRuns runs,
            Watermarks watermarks,
            AuditTrail audit,
            InstantSource clock) {
        return new SummariseActivity(transactions, visits, runs, watermarks, audit, clock);
    }

    @Bean
    GetDashboard getDashboard(
            Transactions transactions,
            GetSyncDashboard getSyncDashboard,
            Visits visits,
            SyncRuns runs,
            InstantSource clock) {
        return new GetDashboard(transactions, getSyncDashboard, visits, runs, clock);
    }
}
