package vn.soto.allinone.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The recount goes by the days of what is recorded, not by the order of recording. */
final class UnitRecountTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<RawEvent> events = new ArrayList<>();

    private void record(String name, String body) {
        int position = events.size() + 1;
        events.add(new RawEvent(
                position,
                position,
                Instant.parse("2026-06-01T03:00:00Z"),
                name,
                List.of(),
                JSON.readTree(body.replace('\'', '"'))));
    }

    private void businessEvent(String name, String unit, String day) {
        record(name, "{'business':'shop','unit':'%s','effectiveFrom':'%s'}".formatted(unit, day));
    }

    /** The units in which the shop is listed on the day. */
    private List<String> listedOn(String day) {
        UnitRecount recount = new UnitRecount(Books.of(new RawLedger(events)), LocalDate.parse(day));
        return Stream.of("a", "b", "c")
                .filter(unit -> recount.businesses(unit).contains("shop"))
                .toList();
    }

    @Test
    void aBusinessIsListedWhereItWorksOnTheDayWhileItIsOpen() {
        Stream.of("a", "b", "c")
                .forEach(unit -> record(
                        "unit.established",
                        "{'unit':'%s','kind':'HAMLET','name':'Ấp','parent':'','effectiveFrom':'2026-01-01'}"
                                .formatted(unit)));
        record("business.registered", "{'business':'shop','unit':'a'}");
        businessEvent("business.relocated", "b", "2026-06-20");
        businessEvent("business.relocated", "c", "2026-06-05");
        businessEvent("business.closed", "b", "2026-06-25");
        businessEvent("business.closed", "c", "2026-06-15");
        businessEvent("business.reopened", "c", "2026-06-18");

        assertThat(listedOn("2026-06-04")).containsExactly("a");
        assertThat(listedOn("2026-06-05")).containsExactly("c");
        assertThat(listedOn("2026-06-15")).isEmpty();
        assertThat(listedOn("2026-06-18")).containsExactly("c");
        assertThat(listedOn("2026-06-25")).containsExactly("b");

        record("business.relocation-corrected", """
                {'business':'shop','unit':'b','from':'c','to':'b',
                'enteredFrom':'2026-06-20','effectiveFrom':'2026-06-28'}""");

        assertThat(listedOn("2026-06-27")).containsExactly("c");
        assertThat(listedOn("2026-06-28")).containsExactly("b");
    }
}
