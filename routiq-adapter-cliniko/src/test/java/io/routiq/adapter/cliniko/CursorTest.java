package io.routiq.adapter.cliniko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    static Stream<Position> positions() {
        return Stream.of(
                new Position.ById(0, Long.MAX_VALUE),
                new Position.ById(1_512_340_098_761_234_567L, 1_700_000_000_000_000_088L),
                Position.Time.CREATED.start(0),
                new Position.FromTime(Position.Time.UPDATED, 1_781_490_600, List.of(7L, Long.MAX_VALUE)),
                new Position.WithinSecond(Position.Time.UPDATED, 1_781_490_600, 5, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @MethodSource("positions")
    void readsWhatItWrote(Position position) {
        var cursor = new Cursor(12, position);

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[0-9a-z.-]{4,60}");
    }

    @Test
    void hasRoomForAWholePageOfOneSecond() {
        List<Long> seen = LongStream.range(0, 100)
                .mapToObj(number -> Long.MAX_VALUE - number)
                .toList();
        var cursor = new Cursor(0, new Position.FromTime(Position.Time.UPDATED, 1_781_490_600, seen));

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0-",
                "-i1.2",
                "0-i1",
                "0-i1.2.3",
                "0-i1.-2",
                "0-i.",
                "0-t1.2",
                "0-tx1.2",
                "0-wu1.2",
                "0-x1.2",
                "0-i1.zzzzzzzzzzzzzzzzzz",
                "1000-i1.2",
                "0-i1.2\n",
                "0-I1.2"
            })
    void refusesWhatItNeverWrote(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text));
    }
}
