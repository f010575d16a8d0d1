package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.routiq.bootstrap.endtoend.ProgressStream.Event;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Follows runs while they are worked on, through instances that come and go. */
@ExtendWith(RunningProduct.class)
@Timeout(120)
class ProgressStreamIT {

    private final Product product;

    ProgressStreamIT(Product product) {
        this.product = product;
    }

    @Test
    void showsARunFromItsStartToItsEnd() throws IOException, InterruptedException {
        Clinic clinic = clinic("org_followed");
        Client member = connected(clinic);
        String run = member.start("org_followed", "full");

        List<Event> events;
        try (ProgressStream stream = ProgressStream.open(member, product.address(), run, "")) {
            events = stream.rest();
        }

        assertThat(events).map(Event::percentage).isSorted();
        Event end = events.removeLast();
        assertThat(end.name()).isEqualTo("end");
        assertThat(end.status()).isEqualTo("completed");
        assertThat(end.percentage()).isEqualTo(100);
        assertThat(events).map(Event::name).containsOnly("progress");
        assertThat(events).map(Event::id).doesNotHaveDuplicates().endsWith(end.id());
    }

    @Test
    void goesOnAtAnotherInstanceWhenOneStops() throws IOException, InterruptedException {
        Clinic clinic = clinic("org_handed_on");
        Client member = connected(clinic);
        // So few that the run waits until it is cancelled.
        clinic.account().requestsPerMinute(3);
        String run = member.start("org_handed_on", "full");

        List<Event> there = new ArrayList<>();
        try (ProgressStream stream = followUntilTheInstanceStops(member, run, there)) {
            there.addAll(stream.rest());
        }
        List<Event> here;
        try (ProgressStream stream = ProgressStream.open(
                member, product.address(), run, there.getLast().id())) {
            assertThat(member.delete("/api/v1/sync/cancel/" + run).status()).isEqualTo(200);
            here = stream.rest();
        }

        assertThat(there).map(Event::name).containsOnly("progress");
        assertThat(here).map(Event::id).doesNotContain(there.getLast().id());
        assertThat(here).last().satisfies(end -> {
            assertThat(end.name()).isEqualTo("end");
            assertThat(end.status()).isEqualTo("cancelled");
        });
        there.addAll(here);
        assertThat(there).map(Event::percentage).isSorted();
    }

    /** Follows at an instance of its own until the run waits; nobody is left at the other end of what is returned. */
    private ProgressStream followUntilTheInstanceStops(Client member, String run, List<Event> events)
            throws IOException, InterruptedException {
        try (Product.Instance other = product.anotherInstance()) {
            ProgressStream stream = ProgressStream.open(member, other.address(), run, "");
            do {
                events.add(stream.next().orElseThrow());
            } while (!events.getLast().isWaiting());
            return stream;
        }
    }

    private Clinic clinic(String organization) {
        Clinic clinic =
                Clinic.open(product.simulator(), organization, organization, "au3", new Clinic.Size(400, 2500, 7));
        clinic.account().requestsPerMinute(100_000);
        return clinic;
    }

    private Client connected(Clinic clinic) {
        Client admin = Client.admin(product, clinic.organization());
        assertThat(admin.configure(clinic.organization(), clinic.key()).status())
                .isEqualTo(201);
        return admin;
    }
}
