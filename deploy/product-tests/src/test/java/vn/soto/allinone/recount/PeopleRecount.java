package vn.soto.allinone.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The people of units in a quarter, their digital skills, help by groups of skills, and the members for them. */
final class PeopleRecount {

    /** The whole of each line of the movement. */
    private static final Map<String, String> WHOLES = Map.of(
            "CONFIRMED_ADULTS", "ADULTS",
            "SKILLED_ADULTS", "ADULTS",
            "SKILLED_PUPILS", "PUPILS",
            "SKILLED_OFFICIALS", "OFFICIALS",
            "SKILLED_WORKERS", "WORKERS");

    /** Figures of teams that tell how many they guided to a line. */
    private static final Map<String, String> GUIDED =
            Map.of("CONFIRMED_ADULTS", "R.skills-confirmed", "SKILLED_ADULTS", "P04");

    /** Stands for an absent number. */
    private static final BigDecimal ABSENT = BigDecimal.valueOf(-1);

    private final Books books;
    private final String quarter;
    private final DashboardRecount places;
    private final PeopleBook book;
    private final UnitRecount units;

    PeopleRecount(Books books, String quarter, LocalDate today) {
        this.books = books;
        this.quarter = quarter;
        this.places = new DashboardRecount(books, quarter, today);
        this.book = PeopleBook.of(books.ledger(), places.staffOn());
        this.units = new UnitRecount(books, places.staffOn());
    }

    /** @param view answer of the product about the unit */
    void compare(String unit, JsonNode view, String as) {
        String at = as + " people of " + unit + " on " + places.staffOn();
        Map<String, Long> known = book.of(unit, units.children(unit));
        Map<String, Long> shown = new TreeMap<>();
        RawEvent.each(view.get("counts")).stream()
                .filter(count -> count.has("persons"))
                .forEach(count -> shown.put(
                        count.get("people").asString(), count.get("persons").asLong()));
        assertThat(shown).as(at).isEqualTo(known);
        assertThat(view.get("lines")).as(at).hasSize(WHOLES.size());
        RawEvent.each(view.get("lines")).forEach(line -> {
            String people = line.get("people").asString();
            assertThat(number(line, "permille"))
                    .as(at + " " + people)
                    .isEqualByComparingTo(
                            share(known.get(people), 1000, known.get(WHOLES.getOrDefault(people, "")), 0));
        });
        if (!units.tree().state(unit).gone()) {
            Map<String, Long> guided = guided(unit);
            RawEvent.each(view.get("lines"))
                    .forEach(line -> assertThat(number(line, "guided"))
                            .as(at + " guided " + line)
                            .isEqualByComparingTo(Optional.ofNullable(
                                            guided.get(line.get("people").asString()))
                                    .map(BigDecimal::valueOf)
                                    .orElse(ABSENT)));
        }
        assertThat(groups(view))
                .as(at + " by groups of skills")
                .isEqualTo(SkillBook.of(books.ledger(), places.staffOn())
                        .map(book -> book.sums(places.total(unit, false)))
                        .orElse(Map.of()));
        Map<String, Long> staff = places.staff(unit);
        assertThat(view.get("members").asLong()).as(at).isEqualTo(staff.get("members"));
        assertThat(number(view, "membersPer100Residents"))
                .as(at)
                .isEqualByComparingTo(share(staff.get("members"), 100, known.get("RESIDENTS"), 2));
        assertThat(number(view, "householdsPerMember"))
                .as(at)
                .isEqualByComparingTo(share(staff.get("registered"), 1, staff.get("members"), 1));
    }

    private static Map<String, Long> groups(JsonNode view) {
        Map<String, Long> groups = new TreeMap<>();
        RawEvent.each(view.path("groups"))
                .forEach(group -> groups.put(
                        group.path("group").asString(SkillBook.NONE),
                        group.get("services").asLong()));
        return groups;
    }

    /** Of each line of which a team told something, also none. */
    private Map<String, Long> guided(String unit) {
        Map<String, Long> guided = new TreeMap<>();
        places.reporting(unit).forEach(team -> {
            Map<String, Long> figures = ReportRecount.of(books, team, quarter);
            GUIDED.forEach((line, code) ->
                    Optional.ofNullable(figures.get(code)).ifPresent(told -> guided.merge(line, told, Long::sum)));
        });
        return guided;
    }

    private static BigDecimal number(JsonNode view, String field) {
        return view.has(field) ? view.get(field).decimalValue() : ABSENT;
    }

    /** {@link #ABSENT} unless both are known and the whole is not 0. */
    private static BigDecimal share(@Nullable Long part, long times, @Nullable Long whole, int digits) {
        return part == null || whole == null || whole == 0
                ? ABSENT
                : new BigDecimal(part * times).divide(new BigDecimal(whole), digits, RoundingMode.HALF_UP);
    }
}
