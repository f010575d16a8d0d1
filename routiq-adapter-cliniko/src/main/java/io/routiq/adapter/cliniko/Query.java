package io.routiq.adapter.cliniko;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * What is asked, as it stands in the address. Cliniko wants each filter as {@code q[]}, even a single one.
 *
 * @param path below the base address, beginning with a slash
 * @param parameters encoded, or empty
 */
record Query(String path, String parameters) {

    static Query of(String path) {
        return new Query(path, "");
    }

    /** Only records with this; filters add up. */
    Query where(String field, String condition) {
        return with("q%5B%5D", field + ":" + condition);
    }

    Query sort(String order) {
        return with("sort", order);
    }

    Query perPage(int records) {
        return with("per_page", Integer.toString(records));
    }

    Query page(long number) {
        return with("page", Long.toString(number));
    }

    /** To be appended to the base address. */
    String text() {
        return path + parameters;
    }

    private Query with(String name, String value) {
        char separator = parameters.isEmpty() ? '?' : '&';
        return new Query(path, parameters + separator + name + "=" + URLEncoder.encode(value, UTF_8));
    }
}
