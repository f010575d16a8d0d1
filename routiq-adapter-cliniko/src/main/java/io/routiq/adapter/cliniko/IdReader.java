package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeRecord;
import io.routiq.application.practice.RecordPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads records whose ids are known: several with one question where Cliniko takes lists of numbers, else one by one.
 */
final class IdReader {

    /** So many records are read one by one for a page: few enough to fit into what is left of a minute's requests. */
    private static final int BATCH = 10;

    /** So many records that a list left out are looked for alone before the list is believed. */
    private static final int SAMPLE = 3;

    private final Conversation conversation;
    private final Resource resource;
    private final RecordReader records;

    IdReader(Conversation conversation, Resource resource, RecordReader records) {
        this.conversation = conversation;
        this.resource = resource;
        this.records = records;
    }

    /** Part 0 is all ids at once, part n is the nth batch of them, one by one. */
    RecordPage read(List<String> ids, @Nullable Cursor cursor) {
        int batches = (ids.size() + BATCH - 1) / BATCH;
        if (cursor != null) {
            if (cursor.part() < 1 || cursor.part() > batches) {
                throw new IllegalArgumentException("Not a cursor of this read");
            }
            return oneByOne(batch(ids, cursor.part()), List.of());
        }
        if (ids.size() > 1 && conversation.key().takesLists().orElse(true)) {
            Optional<RecordPage> all = together(ids);
            if (all.isPresent()) {
                return all.get();
            }
            conversation.key().foundTakingLists(false);
        }
        List<String> others = IntStream.rangeClosed(2, batches)
                .mapToObj(part -> new Cursor(part, new Position.ById(0, Long.MAX_VALUE)).text())
                .toList();
        return oneByOne(batch(ids, 1), others);
    }

    static Set<Long> numbers(List<String> ids) {
        return ids.stream().flatMap(id -> Row.number(id).stream().boxed()).collect(Collectors.toSet());
    }

    private static List<String> batch(List<String> ids, int part) {
        return ids.subList((part - 1) * BATCH, Math.min(ids.size(), part * BATCH));
    }

    private Optional<RecordPage> together(List<String> ids) {
        Set<Long> wanted = numbers(ids);
        var reader =
                new ListReader(conversation, resource, row -> row.id().stream().allMatch(wanted::contains), ids.size());
        List<Row> rows = new ArrayList<>();
        Optional<Instant> asOf = Optional.empty();
        for (Query list : resource.lists()) {
            Optional<Page> page = reader.read(list.where("id", "=" + String.join(",", ids)), 0, any -> true);
            if (page.isEmpty()) {
                return Optional.empty();
            }
            rows.addAll(page.get().distinct());
            asOf = asOf.or(() -> page.map(Page::asOf));
        }
        List<String> absent = without(ids, rows);
        return takesLists(absent)
                ? asOf.map(instant -> page(rows, absent, rows.size(), List.of(), instant))
                : Optional.empty();
    }

    private static List<String> without(List<String> ids, List<Row> rows) {
        Set<Long> found =
                rows.stream().flatMap(row -> row.id().stream().boxed()).collect(Collectors.toSet());
        return ids.stream()
                .filter(id -> Row.number(id).stream().noneMatch(found::contains))
                .toList();
    }

    /** What a list leaves out may be there all the same, if the filter knew only some of the ids: that is looked at once. */
    private boolean takesLists(List<String> absent) {
        return conversation.key().takesLists().orElseGet(() -> {
            boolean taken = absent.stream().limit(SAMPLE).noneMatch(this::exists);
            if (!absent.isEmpty()) {
                conversation.key().foundTakingLists(taken);
            }
            return taken;
        });
    }

    private boolean exists(String id) {
        return switch (conversation.ask(resource.single(id))) {
            case Reply.Ok ok -> true;
            case Reply.NotFound notFound -> false;
            case Reply.NotUnderstood notUnderstood ->
                throw Denial.notUnderstood(resource.stream().code());
            case Reply.Refused refused ->
                throw Denial.of(refused, conversation, resource.stream().code());
        };
    }

    private RecordPage oneByOne(List<String> ids, List<String> cursors) {
        List<Row> rows = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        Optional<Instant> asOf = Optional.empty();
        for (String id : ids) {
            Optional<Instant> at = switch (conversation.ask(resource.single(id))) {
                case Reply.Ok ok -> {
                    rows.add(checked(id, new Row(ok.body())));
                    yield Optional.of(ok.at());
                }
                case Reply.NotFound notFound -> {
                    absent.add(id);
                    yield notFound.at();
                }
                case Reply.NotUnderstood notUnderstood ->
                    throw Denial.notUnderstood(resource.stream().code());
                case Reply.Refused refused ->
                    throw Denial.of(refused, conversation, resource.stream().code());
            };
            asOf = asOf.or(() -> at);
        }
        Instant first = asOf.orElseThrow(() -> new Passing(Passing.Kind.GARBLED, "answers without a date"));
        return page(rows, absent, 0, cursors, first);
    }

    private static Row checked(String id, Row row) {
        if (!row.id().equals(Row.number(id))) {
            throw new Passing(Passing.Kind.GARBLED, "another record than the one asked for");
        }
        return row;
    }

    private RecordPage page(List<Row> rows, List<String> absent, long expected, List<String> cursors, Instant asOf) {
        RecordReader.Records read = records.read(rows);
        List<String> gone = new ArrayList<>(absent);
        gone.addAll(erased(rows, read));
        return new RecordPage(read.understood(), read.rejected(), gone, true, expected, cursors, asOf);
    }

    /** Deleted records of which hardly more than the id is left: as good as not there. */
    private static List<String> erased(List<Row> rows, RecordReader.Records read) {
        Set<Long> understood =
                numbers(read.understood().stream().map(PracticeRecord::id).toList());
        return rows.stream()
                .filter(Row::isDeleted)
                .flatMap(row -> row.id().stream().boxed())
                .filter(id -> !understood.contains(id))
                .map(String::valueOf)
                .toList();
    }
}
