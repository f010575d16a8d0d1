package io.routiq.application.practice;

import io.routiq.application.InMemoryTransactions;
import io.routiq.application.practice.PracticeRecord.AppointmentRecord;
import io.routiq.application.practice.PracticeRecord.AttendeeRecord;
import io.routiq.application.practice.PracticeRecord.ClassRecord;
import io.routiq.domain.organization.OrganizationId;
import io.routiq.domain.sync.SyncStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A practice's system that says what a test tells it to, the same to every organization. Without a script it pages
 * through the records that it holds. It refuses to be asked inside a transaction.
 */
public final class FakePracticeSystem implements PracticeSystem {

    /** A good key. */
    public static final PracticeCredentials KEY = new PracticeCredentials("made-up-key-1234-au9");

    /** The account that every key opens until a test says otherwise. */
    public static final PracticeAccount ACCOUNT = new PracticeAccount("7001", "Example Physiotherapy", "AU");

    private final InMemoryTransactions transactions;
    private final InstantSource clock;
    private final Map<SyncStream, List<PracticeRecord>> records = new ConcurrentHashMap<>();
    private final Queue<Function<StreamRead, Answer<RecordPage>>> script = new ConcurrentLinkedQueue<>();
    private final Queue<StreamRead> reads = new ConcurrentLinkedQueue<>();
    private volatile Supplier<ConnectionCheck> check = () -> reached(ACCOUNT);
    private volatile Function<PracticeCredentials, Answer<PracticeAccount>> account =
            key -> new Answer.Given<>(ACCOUNT, 1);
    private final AtomicReference<Predicate<StreamRead>> fatal = new AtomicReference<>(none -> false);
    private volatile int pageSize = 100;
    private volatile boolean whole = true;
    private volatile String reader = "administrator";

    /** @param clock the practice system's own */
    public FakePracticeSystem(InMemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What trying a key of that account finds. */
    public static ConnectionCheck.Reached reached(PracticeAccount account) {
        return new ConnectionCheck.Reached(
                account, "administrator", "Australia/Sydney", 650L, 3000L, 4L, Duration.ofMillis(80));
    }

    /** From now on trying a key finds this out. */
    public void checks(ConnectionCheck answer) {
        check = () -> answer;
    }

    /** From now on this happens while a key is tried. */
    public void checks(Supplier<ConnectionCheck> answer) {
        check = answer;
    }

    /** From now on asking for the account gives this; the function may throw as the port says. */
    public void accounts(Function<PracticeCredentials, Answer<PracticeAccount>> answer) {
        account = answer;
    }

    /** From now on the stream has these records. */
    public void holds(SyncStream stream, List<? extends PracticeRecord> all) {
        records.put(stream, List.copyOf(all));
    }

    /** From now on a page has so many records at most, instead of 100. */
    public void pageSize(int size) {
        pageSize = size;
    }

    /** Answers the next read that no earlier script answers; {@link #page} gives what it would have been told. */
    public void nextRead(Function<StreamRead, Answer<RecordPage>> answer) {
        script.add(answer);
    }

    /** Whoever reads this first is lost, with an exception that nobody foresees. */
    public void loseWorkerAt(Predicate<StreamRead> read) {
        fatal.set(read);
    }

    /** From now on reads are answered without a script. */
    public void forgetScript() {
        script.clear();
    }

    /** Everything that was read so far, in the order of asking. */
    public List<StreamRead> reads() {
        return List.copyOf(reads);
    }

    /** The page of the records held. */
    public RecordPage page(StreamRead read) {
        List<PracticeRecord> selected = records.getOrDefault(read.stream(), List.of()).stream()
                .filter(record -> isSelected(record, read.selection()))
                .sorted(Comparator.comparing(PracticeRecord::id))
                .toList();
        String cursor = read.cursor();
        List<PracticeRecord> rest = selected.stream()
                .filter(record -> cursor == null || record.id().compareTo(cursor) > 0)
                .toList();
        List<PracticeRecord> page = rest.stream().limit(pageSize).toList();
        return new RecordPage(
                page,
                List.of(),
                absent(read, selected),
                whole,
                cursor == null ? selected.size() : 0,
                rest.size() > page.size() ? List.of(page.getLast().id()) : List.of(),
                clock.instant());
    }

    private static List<String> absent(StreamRead read, List<PracticeRecord> found) {
        Set<String> ids = found.stream().map(PracticeRecord::id).collect(Collectors.toSet());
        return read.selection() instanceof Selection.WithIds with
                ? with.ids().stream().filter(id -> !ids.contains(id)).toList()
                : List.of();
    }

    /** From now on each page of a list is said to be whole, or not. */
    public void whole(boolean announced) {
        whole = announced;
    }

    /** From now on this is who reads. */
    public void reader(String who) {
        reader = who;
    }

    @Override
    public Answer<String> reader(OrganizationId organization, PracticeCredentials credentials) {
        transactions.requireOutside();
        return new Answer.Given<>(reader, 1);
    }

    /** Takes a key of four or more characters, a hyphen and a region. */
    @Override
    public Located locate(OrganizationId organization, PracticeCredentials credentials) {
        String secret = credentials.secret().strip();
        int dash = secret.lastIndexOf('-');
        if (dash < 4) {
            return new Located.Malformed("A key ends with a hyphen and its region");
        }
        String region = secret.substring(dash + 1);
        return new Located.At(
                new PracticeCredentials(secret),
                new PracticeEndpoint("https://api." + region + ".practice.example.test/v1", region),
                secret.substring(dash - 4, dash));
    }

    @Override
    public ConnectionCheck check(OrganizationId organization, PracticeCredentials credentials) {
        transactions.requireOutside();
        return check.get();
    }

    @Override
    public Answer<PracticeAccount> account(OrganizationId organization, PracticeCredentials credentials) {
        transactions.requireOutside();
        return account.apply(credentials);
    }

    @Override
    public Answer<RecordPage> read(OrganizationId organization, PracticeAccess access, StreamRead read) {
        transactions.requireOutside();
        reads.add(read);
        if (fatal.getAndUpdate(any -> any.test(read) ? none -> false : any).test(read)) {
            throw new IllegalStateException("The worker is lost");
        }
        Function<StreamRead, Answer<RecordPage>> scripted = script.poll();
        return scripted == null ? new Answer.Given<>(page(read), 1) : scripted.apply(read);
    }

    private static boolean isSelected(PracticeRecord record, Selection selection) {
        return switch (selection) {
            case Selection.Everything everything -> true;
            case Selection.ChangedSince since -> !record.updatedAt().isBefore(since.instant());
            case Selection.StartingFrom from -> !startOf(record).isBefore(from.instant());
            case Selection.WithIds with -> with.ids().contains(record.id());
            case Selection.OfClasses of ->
                record instanceof AttendeeRecord attendee && of.ids().contains(attendee.classId());
            case Selection.OfPatients of ->
                patientOf(record).filter(of.ids()::contains).isPresent();
        };
    }

    private static Optional<String> patientOf(PracticeRecord record) {
        return switch (record) {
            case AppointmentRecord appointment -> Optional.ofNullable(appointment.patientId());
            case AttendeeRecord attendee -> Optional.ofNullable(attendee.patientId());
            default -> throw new IllegalArgumentException("Only appointments and attendees have a patient");
        };
    }

    private static Instant startOf(PracticeRecord record) {
        return switch (record) {
            case AppointmentRecord appointment -> appointment.slot().startsAt();
            case ClassRecord held -> held.slot().startsAt();
            default -> throw new IllegalArgumentException("Only appointments and classes have a start");
        };
    }
}
