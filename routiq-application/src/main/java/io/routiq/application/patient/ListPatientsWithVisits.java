package io.routiq.application.patient;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.routiq.application.Transactions;
import io.routiq.application.audit.ReadEvent;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.patient.PatientId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists patients with the visits around the instant of the list, in the same transaction, audit entry included. */
public final class ListPatientsWithVisits {

    private final Transactions transactions;
    private final ListPatients listPatients;
    private final PatientVisits visits;

    public ListPatientsWithVisits(Transactions transactions, ListPatients listPatients, PatientVisits visits) {
        this.transactions = transactions;
        this.listPatients = listPatients;
        this.visits = visits;
    }

    /**
     * The answer.
     *
     * @param agendas of each patient of the page
     */
    public record Listing(ListPatients.Listing patients, Map<PatientId, Agenda> agendas) {
        public Listing {
            agendas = Map.copyOf(agendas);
        }
    }

    public Listing list(OrganizationId organization, PatientQuery query, ReadEvent.Reader reader) {
        return transactions.reading(organization, () -> {
            ListPatients.Listing listing =
                    listPatients.list(organization, query, reader, "list_patients_with_appointments");
            List<PatientId> shown = listing.page().patients().stream()
                    .map(summary -> summary.patient().id())
                    .toList();
            Map<PatientId, List<Visit>> found =
                    visits.around(organization, shown, query.window(), listing.evaluatedAt()).stream()
                            .collect(groupingBy(Visit::patient));
            return new Listing(
                    listing,
                    shown.stream()
                            .collect(toMap(
                                    Function.identity(),
                                    patient -> Agenda.of(
                                            found.getOrDefault(patient, List.of()),
                                            query.window(),
                                            listing.evaluatedAt()))));
        });
    }
}
