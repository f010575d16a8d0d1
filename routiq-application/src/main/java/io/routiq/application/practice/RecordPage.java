package io.routiq.application.practice;

import java.time.Instant;
import java.util.List;

/**
 * A page of one stream. Following every cursor of every page reads each selected record that exists throughout; records
 * may come twice.
 *
 * @param records those that could be understood, each no more than once on this page
 * @param rejected those that could not
 * @param absent ids of the selection that the source does not know, where it names ids
 * @param whole whether the source announced as many records as it gave
 * @param expected how many records the source announces with the first page of a read, 0 on later pages
 * @param cursors where to go on: none at an end, one as a rule, several where the rest can be read side by side
 * @param asOf the source's own clock when it answered
 */
public record RecordPage(
        List<PracticeRecord> records,
        List<RejectedRecord> rejected,
        List<String> absent,
        boolean whole,
        long expected,
        List<String> cursors,
        Instant asOf) {

    public RecordPage {
        records = List.copyOf(records);
        rejected = List.copyOf(rejected);
        absent = List.copyOf(absent);
        cursors = List.copyOf(cursors);
    }
}
