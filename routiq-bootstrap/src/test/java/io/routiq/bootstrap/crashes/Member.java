package io.routiq.bootstrap.crashes;

import io.routiq.bootstrap.endtoend.Client;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An organization, and what the database holds of it. */
final class Member {

    private static final List<String> COPIED = List.of(
            "patient",
            "appointment",
            "group_appointment",
            "attendee",
            "appointment_type",
            "practitioner",
            "location",
            "rejected_record");

    /** Where the practice keeps what a table holds. */
    private static final Map<String, String> RESOURCES = Map.of(
            "patients", "patient",
            "individual_appointments", "appointment",
            "group_appointments", "group_appointment",
            "attendees", "attendee",
            "appointment_types", "appointment_type",
            "practitioners", "practitioner",
            "practitioners/inactive", "practitioner",
            "businesses", "location");

    private final Site site;
    private final String organization;

    Member(Site site, String organization) {
        this.site = site;
        this.organization = organization;
    }

    String organization() {
        return organization;
    }

    Client client() {
        return Client.admin(site.product(), organization);
    }

    String start() {
        return client().start(organization, "full");
    }

    /** Each record's id and version, as the practice has them; attendees are those of classes. */
    List<String> versionsAtTheSource() {
        Set<String> classes = records("group_appointments")
                .map(held -> held.path("id").asString())
                .collect(Collectors.toSet());
        return RESOURCES.entrySet().stream()
                .flatMap(resource -> records(resource.getKey())
                        .filter(record -> !resource.getKey().equals("attendees") || classes.contains(bookingOf(record)))
                        .map(record -> version(
                                resource.getValue(),
                                record.path("id").asString(),
                                Instant.parse(record.path("updated_at").asString()))))
                .sorted()
                .toList();
    }

    private Stream<? extends JsonNode> records(String resource) {
        return site.clinic().account().practice().records(resource).stream();
    }

    private static String bookingOf(JsonNode attendee) {
        String link = attendee.at("/booking/links/self").asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static String version(String table, String id, Instant updatedAt) {
        return table + " " + id + " " + updatedAt;
    }

    /** All synchronised rows as text, whose they are left out. */
    List<String> copy() {
        List<String> rows = new ArrayList<>();
        COPIED.forEach(
                table -> rows.addAll(query("select '" + table + " ' || (to_jsonb(row) - 'organization_id')::text from "
                        + table + " row where organization_id = ? order by 1")));
        return rows;
    }

    List<String> versionsHeld() {
        return RESOURCES.values().stream()
                .distinct()
                .flatMap(table -> query("select " + table + "_id || ' ' || extract(epoch from updated_at) from " + table
                                + " where organization_id = ?")
                        .stream()
                        .map(row -> row.split(" "))
                        .map(row ->
                                version(table, row[0], Instant.ofEpochSecond(new BigDecimal(row[1]).longValueExact()))))
                .sorted()
                .toList();
    }

    /** Every row that belongs to the run or its result, with the transaction that wrote it. */
    List<String> versions() {
        List<String> rows = new ArrayList<>();
        List<String> tables = new ArrayList<>(COPIED);
        tables.addAll(List.of("sync_run", "sync_run_stream", "sync_checkpoint", "watermark"));
        tables.forEach(
                table -> rows.addAll(query("select '" + table + " ' || row.xmin || ' ' || to_jsonb(row)::text from "
                        + table + " row where organization_id = ? order by 1")));
        return rows;
    }

    /** What the latest run counted, apart from what it asked. */
    List<String> counters() {
        return query("select format('%s %s of %s, %s failed, %s active, %s%%, %s', stream, fetched, total, failed,"
                + " active_patients, percentage, status) from sync_run join sync_run_stream"
                + " using (organization_id, sync_run_id) where organization_id = ?"
                + " and serial = (select max(serial) from sync_run) order by stream");
    }

    /** Of its latest run. */
    String status() {
        return one("select status from sync_run where organization_id = ? order by serial desc limit 1");
    }

    boolean isQueued() {
        return status().equals("queued");
    }

    boolean isFinished() {
        return List.of("completed", "failed", "cancelled").contains(status());
    }

    int attempt() {
        return Integer.parseInt(
                one("select attempt from sync_run where organization_id = ? order by serial desc limit 1"));
    }

    /** How many records of the latest run are stored. */
    int fetched() {
        return Integer.parseInt(one(
                "select coalesce(sum(fetched), 0) from sync_run join sync_run_stream using (organization_id, sync_run_id)"
                        + " where organization_id = ? and serial = (select max(serial) from sync_run)"));
    }

    /** True if its latest run says until when it waits. */
    boolean isWaiting() {
        return one("select resume_at is not null from sync_run where organization_id = ? order by serial desc limit 1")
                .equals("t");
    }

    /** Ids of all its runs. */
    List<String> runs() {
        return query("select sync_run_id from sync_run where organization_id = ?");
    }

    /** How many jobs the scheduler still has for its runs. */
    int jobs() {
        return Integer.parseInt(one(
                "select count(*) from scheduled_tasks where task_name = 'run-sync' and task_instance like ? || '/%'"));
    }

    private String one(String sql) {
        return query(sql).getFirst();
    }

    private List<String> query(String sql) {
        try (PreparedStatement mark =
                        site.database().prepareStatement("select set_config('routiq.organization_id', ?, false)");
                PreparedStatement statement = site.database().prepareStatement(sql)) {
            mark.setString(1, organization);
            mark.execute();
            statement.setString(1, organization);
            List<String> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
