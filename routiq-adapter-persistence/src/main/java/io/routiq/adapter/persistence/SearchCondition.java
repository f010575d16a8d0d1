package io.routiq.adapter.persistence;

import static io.routiq.adapter.persistence.jooq.Tables.PATIENT;
import static java.util.Comparator.comparingInt;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Patients whose text has every word of a search term in it, or whose id the term is. */
final class SearchCondition {

    private SearchCondition() {}

    static Condition isFoundBy(String term) {
        List<String> words = SearchText.wanted(term);
        Field<String> id = val(term.strip());
        if (words.stream().anyMatch(word -> SearchText.lettersInARow(word) >= SearchText.TRIGRAM)) {
            return PATIENT.PATIENT_ID.in(select(find(words)).unionAll(select(id)));
        }
        return hasAll(words).or(PATIENT.PATIENT_ID.eq(id));
    }

    /** By the index on trigrams. Long words fit few patients, so the index is asked for the longest. */
    private static Field<String> find(List<String> words) {
        String[] patterns = words.stream()
                .sorted(comparingInt(SearchText::lettersInARow).reversed())
                .map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%")
                .toArray(String[]::new);
        return function("find_patients", SQLDataType.CLOB, val(patterns));
    }

    /** Without any trigram there is nothing to ask the index for: each of the organization's patients is looked at. */
    private static Condition hasAll(List<String> words) {
        return words.stream()
                .map(word -> position(PATIENT.SEARCH_TEXT, word).gt(0))
                .reduce(Condition::and)
                .orElse(falseCondition());
    }
}
