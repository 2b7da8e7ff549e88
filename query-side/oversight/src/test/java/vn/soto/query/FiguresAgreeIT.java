package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.ledger.RecordedEvent;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Of random histories: dashboards, reports, pages of members, of teams and of records show the same figures. */
@Tag("slow")
final class FiguresAgreeIT {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int STEPS = LONG ? 400 : 250;
    private static final Pattern BY_RECORD = Pattern.compile("^(H05|[MOVSC]\\.)");
    private static final Map<String, String> DASHBOARD = Map.of(
            "byChannel",
            "H05",
            "byBeneficiary",
            "H05",
            "byMode",
            "M",
            "byOutcome",
            "O",
            "byVerification",
            "V",
            "byService",
            "S",
            "byCode",
            "C");

    /** One history as of one commit: its events by position, and a way to ask for pages. */
    private record Known(Map<Long, DomainEvent> events, List<TeamId> teams, Json json, long asOf, String seed) {

        static Known of(Sample sample, Json json, long asOf, String seed) {
            Map<Long, DomainEvent> events = new TreeMap<>();
            for (Commit commit : sample.scribe.ledger.commits(1, (int) asOf)) {
                long position = commit.first();
                for (RecordedEvent event : commit.events()) {
                    events.put(position++, sample.scribe.codec.decode(event.type(), event.payload()));
                }
            }
            return new Known(events, sample.teams, json, asOf, seed + " as of " + asOf);
        }

        Map<String, Object> answer(String path) {
            return json.answer(path + (path.contains("?") ? "&" : "?") + "asOf=" + asOf);
        }

        List<Map<String, Object>> recordPages() {
            return events.values().stream()
                    .flatMap(event -> event instanceof AssistanceRecorded it ? Stream.of(it) : Stream.empty())
                    .map(recorded -> answer("/api/assistances/" + recorded.assistance()))
                    .toList();
        }

        Map<String, Long> report(TeamId team, Quarter quarter) {
            Indicators indicators = new Indicators(team, quarter, QuarterCalendar.CALENDAR);
            events.forEach(indicators::on);
            Map<String, Long> figures = new TreeMap<>();
            indicators.figures().forEach(figure -> figures.put(figure.code(), figure.value()));
            return figures;
        }

        Set<String> persons() {
            Set<String> persons = new TreeSet<>();
            events.values().stream()
                    .flatMap(event ->
                            event instanceof TeamEvent it ? MembershipState.changedBy(it).stream() : Stream.empty())
                    .forEach(member -> persons.add(member.value()));
            return persons;
        }
    }

    static LongStream seeds() {
        return LONG ? LongStream.of(5, 20_260_701, 77) : LongStream.of(5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappened(long seed) {
        Sample sample = new Sample(seed, STEPS);
        long tail = sample.scribe.ledger.tail().number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe)) {
            side.upTo(tail);
            for (long asOf : new long[] {(sample.founded + tail) / 2, tail}) {
                Known known = Known.of(sample, new Json(side.http()), asOf, "seed " + seed);
                List<Map<String, Object>> pages = known.recordPages();
                assertThat(pages).as(known.seed).hasSizeGreaterThan(50);
                recordsAgree(known, new Quarter(2026, 2), pages);
                recordsAgree(known, new Quarter(2026, 3), pages);
                membershipsAgree(known, new Quarter(2026, 3));
            }
        }
    }

    private static List<Map<String, Object>> in(Quarter quarter, List<Map<String, Object>> pages) {
        return pages.stream()
                .filter(page -> Boolean.FALSE.equals(page.get("voided")))
                .filter(page -> QuarterCalendar.CALENDAR
                        .of(Instant.parse(text(statement(page).get("occurredAt"))))
                        .equals(quarter))
                .toList();
    }

    private static void recordsAgree(Known known, Quarter quarter, List<Map<String, Object>> all) {
        String as = known.seed + " " + quarter;
        List<Map<String, Object>> pages = in(quarter, all);
        Map<String, Long> ofPages = new TreeMap<>(Map.of("H05", 0L, "H05.late", 0L));
        pages.forEach(page -> codes(page).forEach(code -> ofPages.merge(code, 1L, Long::sum)));

        Map<String, Long> ofReports = new TreeMap<>();
        known.teams.forEach(
                team -> known.report(team, quarter).forEach((code, value) -> ofReports.merge(code, value, Long::sum)));
        ofReports
                .entrySet()
                .removeIf(figure -> !BY_RECORD.matcher(figure.getKey()).find()
                        || (figure.getValue() == 0 && !ofPages.containsKey(figure.getKey())));
        assertThat(ofReports).as(as).isEqualTo(ofPages);

        Map<String, Object> total = Json.map(known.answer("/api/dashboards/" + Sample.PROVINCE + "?quarter=" + quarter)
                .get("total"));
        assertThat(ofDashboard(total)).as(as).isEqualTo(ofPages);

        long credit = 0;
        for (String person : known.persons()) {
            credit += memberAgrees(known, quarter, person, pages);
        }
        long denied = pages.stream().filter(FiguresAgreeIT::isDenied).count();
        assertThat(credit).as(as).isEqualTo(100L * (pages.size() - denied));
    }

    /** The member's credit in hundredths. */
    private static long memberAgrees(Known known, Quarter quarter, String member, List<Map<String, Object>> pages) {
        Map<String, Object> activity =
                known.answer("/api/members/" + member + "/activity?quarter=" + quarter + "&limit=1");
        Map<String, Long> expected = new TreeMap<>(Map.of("assistances", 0L, "late", 0L, "credit", 0L, "withheld", 0L));
        for (Map<String, Object> page : pages) {
            maps(statement(page), "helpers").stream()
                    .filter(part -> member.equals(part.get("member")))
                    .forEach(part -> {
                        expected.merge("assistances", 1L, Long::sum);
                        expected.merge(
                                isDenied(page) ? "withheld" : "credit", number(part.get("hundredths")), Long::sum);
                        expected.merge("late", isLate(page) ? 1L : 0L, Long::sum);
                        expected.merge("byMode." + statement(page).get("mode"), 1L, Long::sum);
                        expected.merge("byOutcome." + page.get("outcome"), 1L, Long::sum);
                        if (page.get("verification") != null) {
                            expected.merge("byVerification." + page.get("verification"), 1L, Long::sum);
                        }
                    });
        }
        assertThat(flat(activity)).as("%s %s %s", known.seed, quarter, member).containsAllEntriesOf(expected);
        return number(activity.get("credit"));
    }

    private static void membershipsAgree(Known known, Quarter quarter) {
        LocalDate day = QuarterCalendar.CALENDAR.lastDay(quarter);
        Map<String, Set<String>> ofPersons = new HashMap<>();
        for (String person : known.persons()) {
            List<Map<String, Object>> memberships =
                    maps(known.json.whole("/api/members/" + person + "/memberships?asOf=" + known.asOf), "answer");
            memberships.stream()
                    .filter(membership -> includes(membership, day))
                    .forEach(membership -> ofPersons
                            .computeIfAbsent(text(membership.get("team")), team -> new TreeSet<>())
                            .add(person));
        }
        known.teams.forEach(team -> {
            String as = known.seed + " " + quarter + " " + team;
            Set<String> ofCard = new TreeSet<>();
            maps(known.answer("/api/teams/" + team + "?on=" + day), "members").stream()
                    .filter(member -> includes(member, day))
                    .forEach(member -> ofCard.add(text(member.get("member"))));
            assertThat(ofPersons.getOrDefault(team.value(), Set.of())).as(as).isEqualTo(ofCard);
            Map<String, Long> report = known.report(team, quarter);
            assertThat(report.getOrDefault("T02", 0L) + report.getOrDefault("T02.suspended", 0L))
                    .as(as)
                    .isEqualTo(ofCard.size());
        });
    }

    private static boolean includes(Map<String, Object> membership, LocalDate day) {
        Object until = membership.get("until");
        return !day.isBefore(LocalDate.parse(text(membership.get("from"))))
                && (until == null || !day.isAfter(LocalDate.parse(text(until))));
    }

    /** The codes under which a record counts in a report, by its page. */
    private static List<String> codes(Map<String, Object> page) {
        Map<String, Object> said = statement(page);
        List<String> codes = new ArrayList<>(List.of(
                "H05",
                Indicators.code("H05", Channel.valueOf(text(said.get("channel")))),
                Indicators.code("H05", Beneficiary.Kind.valueOf(text(page.get("beneficiary")))),
                Indicators.code("M", Mode.valueOf(text(said.get("mode")))),
                Indicators.code("O", AssistanceOutcome.valueOf(text(page.get("outcome"))))));
        ((List<?>) said.getOrDefault("categories", List.of()))
                .forEach(category -> codes.add(Indicators.code("S", ServiceCategory.valueOf(text(category)))));
        ((List<?>) said.getOrDefault("services", List.of())).forEach(service -> codes.add("C." + service));
        if (isLate(page)) {
            codes.add("H05.late");
        }
        if (page.get("verification") != null) {
            codes.add(Indicators.code("V", Verification.valueOf(text(page.get("verification")))));
        }
        return codes;
    }

    private static boolean isDenied(Map<String, Object> page) {
        return "DENIED".equals(page.get("verification"));
    }

    private static boolean isLate(Map<String, Object> page) {
        return ((List<?>) page.getOrDefault("flags", List.of())).contains("LATE");
    }

    /** By the codes of the report, without what is zero. */
    private static Map<String, Long> ofDashboard(Map<String, Object> total) {
        Map<String, Long> figures = new TreeMap<>();
        figures.put("H05", number(total.get("assistances")));
        figures.put("H05.late", number(total.get("late")));
        DASHBOARD.forEach((figure, prefix) -> Json.map(total.get(figure)).forEach((name, count) -> {
            if (number(count) != 0) {
                String code = prefix.equals("C")
                        ? "C." + name
                        : prefix + "." + name.toLowerCase(Locale.ROOT).replace('_', '-');
                figures.put(code, number(count));
            }
        }));
        return figures;
    }

    private static Map<String, Long> flat(Map<String, Object> figures) {
        Map<String, Long> flat = new TreeMap<>();
        figures.forEach((key, value) -> {
            if (value instanceof Number count) {
                flat.put(key, count.longValue());
            } else if (value instanceof Map<?, ?> counts) {
                counts.forEach((name, count) -> flat.put(key + "." + name, number(count)));
            }
        });
        return flat;
    }

    private static Map<String, Object> statement(Map<String, Object> page) {
        return Json.map(page.get("statement"));
    }

    private static List<Map<String, Object>> maps(Map<String, Object> from, String key) {
        return ((List<?>) from.getOrDefault(key, List.of()))
                .stream().map(Json::map).toList();
    }

    private static long number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNull(value).toString();
    }
}
