package io.routiq.adapter.cliniko;

/**
 * Where a read goes on: in which of its parts, and where in it.
 *
 * @param part counted from 0; what it means is up to the selection
 * @param position where in that part
 */
record Cursor(int part, Position position) {

    String text() {
        return part + "-" + position.text();
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException if it cannot have
     */
    static Cursor parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 1 || !text.substring(0, dash).matches("\\d{1,3}")) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return new Cursor(Integer.parseInt(text.substring(0, dash)), Position.parse(text.substring(dash + 1)));
    }
}
