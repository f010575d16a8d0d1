package io.routiq.adapter.cliniko.simulator;

import io.routiq.adapter.cliniko.simulator.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Lists and single records, with Cliniko's rules of what is hidden. */
final class Reading {

    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 50;

    private final SimulatorSwitches switches;
    private final Terms terms;

    Reading(SimulatorSwitches switches) {
        this.switches = switches;
        this.terms = new Terms(switches);
    }

    /** The envelope, {@code links} and all. */
    <R extends Row> ObjectNode list(
            Resource<R> resource, Parameters parameters, Links links, List<Predicate<Row>> restrictions) {
        List<Criterion<R>> criteria = criteria(resource, parameters);
        criteria.addAll(resource.scope());
        criteria.addAll(hidden(resource, parameters));
        criteria.addAll(permission(restrictions));
        Order<R> order = Order.read(parameters, resource.columns(), switches);
        int size = pageSize(parameters);
        int page = Math.max(1, number(parameters, "page").orElse(1));
        int offset = (int) Math.min(Integer.MAX_VALUE - LARGEST_PAGE, (page - 1L) * size);
        Selection<R> found = Selection.of(resource.table(), criteria, order, offset, size);
        if (found.rows().isEmpty() && page > 1 && switches.is(Switch.PAGE_PAST_END, Choice.NOT_FOUND)) {
            throw new Refusal(Answers.notFound(switches));
        }
        ObjectNode envelope = Answers.JSON.createObjectNode();
        var rows = envelope.putArray(resource.arrayKey());
        found.rows().forEach(row -> rows.add(resource.render(row, links)));
        envelope.put("total_entries", found.total());
        String address = links.base() + "/" + resource.path() + "?";
        ObjectNode pages = envelope.putObject("links");
        pages.put("self", address + parameters.forPage(page));
        if (page > 1) {
            pages.put("previous", address + parameters.forPage(page - 1));
        }
        if ((long) page * size < found.total()) {
            pages.put("next", address + parameters.forPage(page + 1));
        }
        return envelope;
    }

    <R extends Row> HttpResponse single(
            Resource<R> resource, String id, Parameters parameters, Links links, List<Predicate<Row>> restrictions) {
        List<Criterion<R>> criteria = criteria(resource, parameters);
        if (switches.is(Switch.HIDDEN_BY_ID, Choice.NOT_FOUND)) {
            criteria.addAll(hidden(resource, parameters));
        }
        criteria.addAll(permission(restrictions));
        if (switches.is(Switch.INACTIVE_PRACTITIONER_BY_ID, Choice.NOT_FOUND)) {
            criteria.addAll(resource.scope());
        }
        return find(resource, id)
                .filter(row -> row.deletedAt == Row.NONE || switches.is(Switch.DELETED_WILDCARD, Choice.HONOURED))
                .filter(row ->
                        criteria.stream().allMatch(criterion -> criterion.test().test(row)))
                .map(row -> Answers.json(200, resource.render(row, links)))
                .orElseGet(() -> Answers.notFound(switches));
    }

    static <R extends Row> Optional<R> find(Resource<R> resource, String id) {
        try {
            return resource.table().find(Long.parseLong(id));
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    private <R extends Row> List<Criterion<R>> criteria(Resource<R> resource, Parameters parameters) {
        if (parameters.hasMalformedFilter() && switches.is(Switch.MALFORMED_Q, Choice.SERVER_ERROR)) {
            throw new Refusal(Answers.page(500, "We're sorry, but something went wrong (500)"));
        }
        List<Criterion<R>> criteria = new ArrayList<>();
        for (String term : parameters.each("q[]")) {
            criteria.add(terms.read(term, resource.columns()));
        }
        return criteria;
    }

    private <R extends Row> List<Criterion<R>> hidden(Resource<R> resource, Parameters parameters) {
        Set<String> lifted = parameters.each("q[]").stream()
                .map(term -> term.substring(0, Math.max(0, term.indexOf(':'))))
                .filter(Set.of("archived_at", "cancelled_at", "deleted_at")::contains)
                .collect(Collectors.toSet());
        boolean together = switches.is(Switch.WILDCARD_LIFTS, Choice.TOGETHER) && !lifted.isEmpty();
        List<Criterion<R>> hidden = new ArrayList<>();
        if (resource.columns().containsKey("archived_at") && !lifted.contains("archived_at") && !together) {
            hidden.add(Criterion.of("archived_at", row -> row.archivedAt == Row.NONE));
        }
        boolean listsCancelled = switches.is(Switch.CANCELLED_BY_DEFAULT, Choice.LISTED);
        if (resource.columns().containsKey("cancelled_at")
                && !lifted.contains("cancelled_at")
                && !together
                && !listsCancelled) {
            hidden.add(Criterion.of("cancelled_at", row -> row.cancelledAt == Row.NONE));
        }
        boolean asksForDeleted = lifted.contains("deleted_at") || together;
        if (resource.table().holdsDeleted()
                && !(asksForDeleted && switches.is(Switch.DELETED_WILDCARD, Choice.HONOURED))) {
            hidden.add(Criterion.of("deleted_at", row -> row.deletedAt == Row.NONE));
        }
        return hidden;
    }

    private static <R extends Row> List<Criterion<R>> permission(List<Predicate<Row>> restrictions) {
        return restrictions.stream()
                .map(restriction -> Criterion.<R>of("permission", restriction::test))
                .toList();
    }

    private int pageSize(Parameters parameters) {
        int asked = number(parameters, "per_page").orElse(USUAL_PAGE);
        if (asked > LARGEST_PAGE && switches.is(Switch.PER_PAGE_ABOVE_100, Choice.REFUSED)) {
            throw Refusal.badRequest("per_page must be at most " + LARGEST_PAGE);
        }
        return Math.clamp(asked, 1, LARGEST_PAGE);
    }

    private static Optional<Integer> number(Parameters parameters, String name) {
        return parameters.first(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }
}
