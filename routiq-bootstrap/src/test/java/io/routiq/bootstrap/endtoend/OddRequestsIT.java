package io.routiq.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.routiq.bootstrap.endtoend.DescribedApi.Operation;
import io.routiq.bootstrap.sandbox.Clinic;
import io.routiq.bootstrap.sandbox.Product;
import io.routiq.bootstrap.sandbox.TokenRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each described route is asked in hundreds of odd ways, some at a time. Whatever comes, the answer is one that the document
 * describes, and never a failure of ours.
 */
@ExtendWith(RunningProduct.class)
class OddRequestsIT {

    private static final String ORG = "org_odd_requests";
    private static final int REQUESTS_A_ROUTE = Integer.getInteger("routiq.test.odd-requests", 500);
    private static final long SEED = Long.getLong("routiq.test.odd-requests.seed", 20_260_301);

    /** Fewer than the service has connections to its database. */
    private static final int AT_A_TIME = 4;

    @AutoClose
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME);

    private final Product product;
    private final Client admin;
    private final Client platform;

    OddRequestsIT(Product product) {
        this.product = product;
        this.admin = Client.admin(product, ORG);
        this.platform =
                Client.of(product, new TokenRequest(ORG, "user_platform", "org:admin", List.of(), 2, 3600, true));
    }

    @TestFactory
    Stream<DynamicTest> answersAsDescribedWhateverComes() {
        Clinic clinic = Clinic.open(product.simulator(), ORG, "Odd Street", "au1", new Clinic.Size(10, 30, 5));
        assertThat(admin.configure(ORG, clinic.key()).status()).isEqualTo(201);
        String run = admin.start(ORG, "full");
        assertThat(admin.ended(run).at("/status")).isEqualTo("completed");
        String patient = admin.get("/api/v1/patients/" + ORG + "?limit=1").at("/patients/0/id");
        Map<String, String> ids = Map.of("organization_id", ORG, "sync_id", run, "patient_id", patient);
        return Client.described(product).operations().stream()
                .sorted(Comparator.comparing(Operation::method).reversed())
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> askOddly(operation, ids)));
    }

    private void askOddly(Operation operation, Map<String, String> ids) {
        OddRequests requests = new OddRequests(operation, ids, SEED);
        boolean platformsOwn = operation.path().startsWith("/api/v1/admin/");
        List<CompletableFuture<Void>> answered = IntStream.range(0, REQUESTS_A_ROUTE)
                .mapToObj(number -> requests.next((platformsOwn && number % 3 == 0 ? platform : admin).headers()))
                .map(request -> CompletableFuture.runAsync(() -> check(request), senders))
                .toList();
        answered.forEach(CompletableFuture::join);
    }

    private void check(WireRequest request) {
        Client.Answer answer = request.sendTo(product.address());
        assertThat(answer.status()).as("%s%n%s", request, answer.text()).isLessThan(500);
        assertThatCode(() -> Client.described(product).check(request.method(), request.target(), answer))
                .as("%s", request)
                .doesNotThrowAnyException();
    }
}
