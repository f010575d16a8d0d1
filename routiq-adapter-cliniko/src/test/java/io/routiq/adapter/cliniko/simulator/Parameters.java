package io.routiq.adapter.cliniko.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query string, decoded, in its order. */
final class Parameters {

    /** One decoded name and value, and how it was written. */
    record Parameter(String name, String value, String raw) {}

    private final List<Parameter> all = new ArrayList<>();

    Parameters(String rawQuery) {
        for (String raw : rawQuery.split("&", -1)) {
            if (!raw.isEmpty()) {
                int equals = raw.indexOf('=');
                String name = equals < 0 ? raw : raw.substring(0, equals);
                String value = equals < 0 ? "" : raw.substring(equals + 1);
                all.add(new Parameter(decode(name), decode(value), raw));
            }
        }
    }

    Parameters withoutFilters() {
        var rest = new Parameters("");
        all.stream().filter(parameter -> !parameter.name().startsWith("q")).forEach(rest.all::add);
        return rest;
    }

    Optional<String> first(String name) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    List<String> each(String name) {
        return all.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** {@code q}, {@code q[][]}, {@code q[0]}: what common clients send by mistake. */
    boolean hasMalformedFilter() {
        return all.stream()
                .map(Parameter::name)
                .anyMatch(name -> name.equals("q") || (name.startsWith("q[") && !name.equals("q[]")));
    }

    /** The decoded terms and settings, for the journal. */
    List<String> decoded() {
        return all.stream()
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .toList();
    }

    /** The same query, as it was encoded, for another page. */
    String forPage(int page) {
        List<String> parts = new ArrayList<>();
        boolean placed = false;
        for (Parameter parameter : all) {
            if (parameter.name().equals("page")) {
                parts.add("page=" + page);
                placed = true;
            } else {
                parts.add(parameter.raw());
            }
        }
        if (!placed) {
            parts.add("page=" + page);
        }
        return String.join("&", parts);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
