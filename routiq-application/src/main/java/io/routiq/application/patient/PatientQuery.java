package io.routiq.application.patient;

import io.routiq.domain.patient.ActivityWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of patients.
 *
 * @param page 1 and up; ignored where {@code after} says where to go on
 * @param limit patients a page, 1 to 200
 * @param after the last page's position, or empty
 */
public record PatientQuery(
        ActivityWindow window, PatientFilter filter, PatientSort sort, int page, int limit, Optional<Position> after) {

    /**
     * Where a page ended.
     *
     * @param evaluatedAt the instant that the first page was computed for; all pages of a listing share it
     * @param page the number of the page that ended here
     * @param sortValue the last patient's value of the sort key as text, or null if it has none
     * @param patientId the last patient's id
     */
    public record Position(
            Instant evaluatedAt, int page, @Nullable String sortValue, String patientId) {

        /** Leaves out the sort value: it may be a name. */
        @Override
        public String toString() {
            return "Position[" + evaluatedAt + ", page=" + page + ", patientId=" + patientId + "]";
        }
    }

    /** A page of the answer, with {@code totalCount} patients on all pages and the position of the next page, if any. */
    public record Page(List<PatientSummary> patients, long totalCount, Optional<Position> next) {
        public Page {
            patients = List.copyOf(patients);
        }
    }
}
