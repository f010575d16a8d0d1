package io.routiq.adapter.cliniko;

import io.routiq.application.practice.RecordPage;
import io.routiq.application.practice.Selection;
import io.routiq.application.practice.StreamRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one page of a stream: which lists that takes, in which filters, and where it goes on. */
final class StreamReader {

    private final Conversation conversation;
    private final Resource resource;
    private final RecordReader records;
    private final int pageSize;

    StreamReader(Conversation conversation, Resource resource, RecordReader records, int pageSize) {
        this.conversation = conversation;
        this.resource = resource;
        this.records = records;
        this.pageSize = pageSize;
    }

    /** @throws IllegalArgumentException if the selection does not exist for the stream, or the cursor is none of ours */
    RecordPage read(StreamRead read) {
        @Nullable Cursor cursor = read.cursor() == null ? null : Cursor.parse(read.cursor());
        return switch (read.selection()) {
            case Selection.Everything everything -> everything(cursor);
            case Selection.ChangedSince since -> changedSince(since.instant(), cursor);
            case Selection.StartingFrom from -> startingFrom(from.instant(), cursor);
            case Selection.WithIds ids ->
                new IdReader(conversation, resource, records).read(checked(ids.ids()), cursor);
            case Selection.OfClasses classes -> ofClasses(checked(classes.ids()), cursor);
            case Selection.OfPatients patients -> ofPatients(checked(patients.ids()), cursor);
        };
    }

    /** The parts of everything are the lists that together hold it. */
    private RecordPage everything(@Nullable Cursor cursor) {
        List<Query> lists = resource.lists();
        List<Cursor> further = cursor != null
                ? List.of()
                : IntStream.range(1, lists.size())
                        .mapToObj(part -> new Cursor(part, new Position.ById(0, Long.MAX_VALUE)))
                        .toList();
        int part = cursor == null ? 0 : cursor.part();
        if (part >= lists.size()) {
            throw new IllegalArgumentException("Not a cursor of this read");
        }
        return page(walk(lists.get(part), StreamReader::any), part, cursor, further);
    }

    private RecordPage startingFrom(Instant instant, @Nullable Cursor cursor) {
        if (resource != Resource.INDIVIDUAL_APPOINTMENTS && resource != Resource.GROUP_APPOINTMENTS) {
            throw new IllegalArgumentException("Only appointments and classes start");
        }
        long second = instant.getEpochSecond();
        Query list = resource.list().where("starts_at", ">=" + Instants.write(second));
        Predicate<Row> wanted = row -> row.second("starts_at").orElse(second) >= second;
        return page(walk(list, wanted), 0, cursor, List.of());
    }

    private RecordPage changedSince(Instant instant, @Nullable Cursor cursor) {
        Position.FromTime start = Position.Time.UPDATED.start(instant.getEpochSecond());
        Walk walk = walk(resource.list(), StreamReader::any);
        return page(walk.at(cursor == null ? start : cursor.position()), 0, cursor == null, List.of());
    }

    private RecordPage ofClasses(List<String> classes, @Nullable Cursor cursor) {
        if (resource != Resource.ATTENDEES) {
            throw new IllegalArgumentException("Only attendees belong to classes");
        }
        return naming("booking", classes, cursor);
    }

    private RecordPage ofPatients(List<String> patients, @Nullable Cursor cursor) {
        if (resource != Resource.ATTENDEES && resource != Resource.INDIVIDUAL_APPOINTMENTS) {
            throw new IllegalArgumentException("Only appointments and attendees are of patients");
        }
        return naming("patient", patients, cursor);
    }

    /** Part 0 is all that name any of these; where Cliniko does not take lists, part n is what names the nth alone. */
    private RecordPage naming(String member, List<String> ids, @Nullable Cursor cursor) {
        if (cursor != null && cursor.part() > ids.size()) {
            throw new IllegalArgumentException("Not a cursor of this read");
        }
        if (cursor != null && cursor.part() > 0) {
            return namingOne(member, ids.get(cursor.part() - 1), cursor.part(), cursor, List.of());
        }
        Query list = resource.list().where(member + "_id", "=" + String.join(",", ids));
        if (cursor != null || takesList(list, member, ids)) {
            return page(walk(list, names(member, ids)), 0, cursor, List.of());
        }
        List<Cursor> others = IntStream.rangeClosed(2, ids.size())
                .mapToObj(part -> new Cursor(part, new Position.ById(0, Long.MAX_VALUE)))
                .toList();
        return namingOne(member, ids.getFirst(), 1, null, others);
    }

    private RecordPage namingOne(String member, String id, int part, @Nullable Cursor cursor, List<Cursor> others) {
        Query list = resource.list().where(member + "_id", "=" + id);
        return page(walk(list, names(member, List.of(id))), part, cursor, others);
    }

    /** Asked once with each key; then it is known. */
    private boolean takesList(Query list, String member, List<String> ids) {
        return ids.size() == 1
                || conversation.key().takesLists().orElseGet(() -> {
                    boolean taken = switch (conversation.ask(list.perPage(1))) {
                        case Reply.NotUnderstood notUnderstood -> false;
                        case Reply.Denied denied ->
                            throw Denial.of(
                                    denied, conversation, resource.stream().code());
                        case Reply.Ok ok ->
                            Page.read(ok, resource).rows().stream().allMatch(names(member, ids));
                    };
                    conversation.key().foundTakingLists(taken);
                    return taken;
                });
    }

    private static Predicate<Row> names(String member, List<String> ids) {
        Set<Long> wanted = IdReader.numbers(ids);
        return row -> row.reference(member).stream().allMatch(wanted::contains);
    }

    private Walk walk(Query list, Predicate<Row> wanted) {
        return new Walk(conversation, resource, list, wanted, pageSize);
    }

    private RecordPage page(Walk walk, int part, @Nullable Cursor cursor, List<Cursor> further) {
        return page(cursor == null ? walk.begin() : walk.at(cursor.position()), part, cursor == null, further);
    }

    private RecordPage page(Walk.Step step, int part, boolean first, List<Cursor> further) {
        RecordReader.Records read = records.read(step.rows());
        List<String> cursors = new ArrayList<>();
        step.next().forEach(position -> cursors.add(new Cursor(part, position).text()));
        further.forEach(other -> cursors.add(other.text()));
        return new RecordPage(
                read.understood(),
                read.rejected(),
                List.of(),
                step.whole(),
                first ? step.total() : 0,
                cursors,
                step.asOf());
    }

    private static boolean any(Row row) {
        return true;
    }

    private static List<String> checked(List<String> ids) {
        if (ids.isEmpty() || ids.size() > StreamRead.MOST_IDS) {
            throw new IllegalArgumentException("A selection names 1 to " + StreamRead.MOST_IDS + " ids");
        }
        if (ids.stream().anyMatch(id -> Row.number(id).isEmpty())) {
            throw new IllegalArgumentException("An id of Cliniko's is a number");
        }
        return ids;
    }
}
