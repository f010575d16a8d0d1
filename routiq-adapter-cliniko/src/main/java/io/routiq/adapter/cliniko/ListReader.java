package io.routiq.adapter.cliniko;

import io.routiq.application.practice.PracticeSystemException;
import io.routiq.domain.sync.SyncFailure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks for the first page of a list until the answer is one to rely on. */
final class ListReader {

    private static final int ATTEMPTS = 3;

    private final Conversation conversation;
    private final Resource resource;
    private final Predicate<Row> wanted;
    private final int pageSize;

    /** @param wanted what the list's filters mean, to see whether they were applied */
    ListReader(Conversation conversation, Resource resource, Predicate<Row> wanted, int pageSize) {
        this.conversation = conversation;
        this.resource = resource;
        this.wanted = wanted;
        this.pageSize = pageSize;
    }

    Conversation conversation() {
        return conversation;
    }

    KnownKey key() {
        return conversation.key();
    }

    Resource resource() {
        return resource;
    }

    int pageSize() {
        return pageSize;
    }

    /** Whether records are left that this page does not show. */
    boolean hasMore(Page page) {
        return page.hasMore(pageSize);
    }

    /** A page as a step of a walk. Without an announcement nobody knows whether it is whole. */
    Walk.Step step(Page page, List<Row> rows, List<Position> next) {
        boolean whole = page.total().isPresent() && page.isWhole(pageSize);
        return new Walk.Step(rows, next, page.total().orElse(0), whole, page.asOf());
    }

    /**
     * Reads a page.
     *
     * @param least so many records must be there if nothing was lost; fewer are believed only when said repeatedly
     * @param honoured whether an answer shows that the question was understood
     * @throws PracticeSystemException if records are announced and none come, again and again
     * @return empty if the question was refused, or not understood however often it was asked
     */
    Optional<Page> read(Query query, int least, Predicate<Page> honoured) {
        Optional<Page> best = Optional.empty();
        boolean hasRecords = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            switch (conversation.ask(query.perPage(pageSize))) {
                case Reply.NotUnderstood notUnderstood -> {
                    return Optional.empty();
                }
                case Reply.Denied denied -> throw denied(denied);
                case Reply.Ok ok -> {
                    Page page = Page.read(ok, resource);
                    hasRecords |= !page.rows().isEmpty();
                    if (page.rows().stream().allMatch(wanted) && honoured.test(page)) {
                        if (page.rows().size() >= least && countsRight(page)) {
                            return Optional.of(page);
                        }
                        best = best.filter(known -> isBetter(known, page)).or(() -> Optional.of(page));
                    }
                }
            }
        }
        if (best.filter(page -> page.rows().isEmpty()).isEmpty()) {
            best.filter(page -> !page.isWhole(pageSize)).ifPresent(page -> key().foundMiscounting());
            return best;
        }
        return hasRecords ? Optional.empty() : best.filter(this::isNothing);
    }

    /** The one with more records, or else the one that agrees with itself. */
    private boolean isBetter(Page known, Page page) {
        int more = known.rows().size() - page.rows().size();
        return more > 0 || (more == 0 && known.isWhole(pageSize));
    }

    private boolean isNothing(Page empty) {
        if (!empty.isWhole(pageSize) && !key().miscounts()) {
            throw new PracticeSystemException(new SyncFailure(
                    SyncFailure.Cause.INCOMPLETE_READ, resource.stream().code()));
        }
        return true;
    }

    private boolean countsRight(Page page) {
        return page.isWhole(pageSize) || (key().miscounts() && !page.rows().isEmpty());
    }

    PracticeSystemException denied(Reply.Denied denied) {
        return Denial.of(denied, conversation, resource.stream().code());
    }

    private PracticeSystemException failure(String what) {
        return new PracticeSystemException(new SyncFailure(
                SyncFailure.Cause.UNEXPECTED_ANSWER, resource.stream().code() + ": " + what));
    }

    PracticeSystemException unreadable() {
        return failure("a page without a single readable record");
    }

    PracticeSystemException untrustworthy() {
        return failure("filters or sorting are not honoured");
    }
}
