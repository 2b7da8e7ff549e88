package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.period.PeriodEvent.CalendarAdopted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/**
 * Two communes of Lâm Đồng from the winter of 2025 to the summer of 2026: two hamlets become one on 20 April, both communes become one
 * on 10 May, reports follow the administrative calendar from the second quarter on. What each unit's dashboard says of each quarter, in
 * the units of then and of now, by reporting period and by calendar quarter, is counted beside it from plain facts: the model knows
 * where a hamlet lay on a day, and no class of the product.
 */
final class LifeAcrossReformIT {

    private static final LocalDate FOUNDED = LocalDate.of(2025, 10, 6);
    private static final LocalDate HAMLETS = LocalDate.of(2026, 4, 20);
    private static final LocalDate COMMUNES = LocalDate.of(2026, 5, 10);

    /** The clock of the log stands in the first days of July. */
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    private static final Instrument DECISION = new Instrument("31/NQ-HĐND", FOUNDED);
    private static final TeamId TEAM = new TeamId("to-dl");
    private static final Responsible K_BRIU = new Responsible(TEAM, new MemberId("k-briu"));
    private static final Responsible HA = new Responsible(TEAM, new MemberId("ha"));
    private static final List<String> HOMES = List.of("dl-1", "dl-2", "dt-1");

    private final EventLog log = new EventLog();
    private final Model model = new Model();

    /** Facts as a clerk would keep them on paper. */
    private static final class Model {

        private record Help(String home, String hamlet, LocalDate day) {}

        private record Home(
                String hamlet, LocalDate since, @Nullable LocalDate left) {}

        private final Map<String, Home> homes = new LinkedHashMap<>();
        private final Map<String, LocalDate> charged = new LinkedHashMap<>();
        private final Map<String, Help> helped = new LinkedHashMap<>();

        /** The units in which a hamlet of the first day lies on a day, the hamlet itself first. */
        static List<String> above(String hamlet, LocalDate day) {
            String at = hamlet.startsWith("dl") && !day.isBefore(HAMLETS) ? "dl-12" : hamlet;
            String commune = !day.isBefore(COMMUNES) ? "dr" : hamlet.substring(0, 2);
            return List.of(at, commune, "ld");
        }

        /** Assistances, households helped, registered and assigned of a unit. */
        List<Long> figures(String unit, LocalDate first, LocalDate last, LocalDate boundaries) {
            List<Help> here = helped.values().stream()
                    .filter(help -> !help.day.isBefore(first) && !help.day.isAfter(last))
                    .filter(help -> above(help.hamlet, boundaries).contains(unit))
                    .toList();
            LocalDate stand = last.isBefore(TODAY) ? last : TODAY;
            List<String> living = homes.keySet().stream()
                    .filter(home -> lives(Objects.requireNonNull(homes.get(home)), stand))
                    .filter(home -> above(Objects.requireNonNull(homes.get(home)).hamlet, boundaries)
                            .contains(unit))
                    .toList();
            return List.of(
                    (long) here.size(),
                    here.stream().map(Help::home).distinct().count(),
                    (long) living.size(),
                    living.stream()
                            .filter(home -> charged.containsKey(home)
                                    && !Objects.requireNonNull(charged.get(home))
                                            .isAfter(stand))
                            .count());
        }

        private static boolean lives(Home home, LocalDate day) {
            return !home.since.isAfter(day) && (home.left == null || home.left.isAfter(day));
        }
    }

    private void units() {
        log.write(new UnitEstablished(new UnitId("ld"), UnitKind.PROVINCE, "Lâm Đồng", "68", null, DECISION, FOUNDED));
        for (String commune : List.of("dl", "dt")) {
            log.write(new UnitEstablished(
                    new UnitId(commune), UnitKind.COMMUNE, "Xã " + commune, null, new UnitId("ld"), DECISION, FOUNDED));
        }
        HOMES.forEach(hamlet -> log.write(new UnitEstablished(
                new UnitId(hamlet),
                UnitKind.HAMLET,
                "Thôn " + hamlet,
                null,
                new UnitId(hamlet.substring(0, 2)),
                DECISION,
                FOUNDED)));
        log.write(new TeamFormed(
                TEAM,
                "Tổ Đạ Long",
                DECISION,
                HOMES.stream().map(UnitId::new).toList(),
                Stream.of(K_BRIU, HA)
                        .map(member -> new FoundingMember(member.member(), MemberOrigin.YOUTH_UNION))
                        .toList(),
                K_BRIU.member(),
                FOUNDED));
    }

    private void merged(String into, List<String> units, LocalDate day) {
        List<UnitTookOver> taken = new ArrayList<>();
        for (String unit : units) {
            log.write(new UnitMerged(new UnitId(unit), new UnitId(into), DECISION, day));
            taken.add(new UnitTookOver(new UnitId(into), new UnitId(unit), UnitChange.MERGED, DECISION, day));
        }
        taken.forEach(log::write);
    }

    private void reform() {
        log.write(new UnitEstablished(
                new UnitId("dl-12"), UnitKind.HAMLET, "Thôn 1", null, new UnitId("dl"), DECISION, HAMLETS));
        merged("dl-12", List.of("dl-1", "dl-2"), HAMLETS);
        log.write(new UnitEstablished(
                new UnitId("dr"), UnitKind.COMMUNE, "Đam Rông 4", null, new UnitId("ld"), DECISION, COMMUNES));
        List.of("dl-12", "dt-1")
                .forEach(hamlet ->
                        log.write(new UnitReparented(new UnitId(hamlet), new UnitId("dr"), null, DECISION, COMMUNES)));
        merged("dr", List.of("dl", "dt"), COMMUNES);
        log.write(new CalendarAdopted(
                new UnitId("ld"),
                1,
                QuarterCalendar.ADMINISTRATIVE,
                2,
                LateCounting.AMENDMENT,
                DECISION,
                new Quarter(2026, 2)));
    }

    private void households() {
        int number = 0;
        for (String hamlet : HOMES) {
            for (int each = 0; each < 5; each++, number++) {
                String home = hamlet + "-h" + each;
                LocalDate since = FOUNDED.plusDays(40L * each);
                HouseholdId id = new HouseholdId(home);
                log.write(new HouseholdRegistered(id, new UnitId(hamlet), "H-" + number, since));
                LocalDate left = each == 4 ? LocalDate.of(2026, 6, 5) : null;
                if (each % 2 == 0) {
                    LocalDate from = since.plusDays(30);
                    log.write(new HouseholdAssigned(id, new UnitId(hamlet), each == 2 ? HA : K_BRIU, from));
                    model.charged.put(home, from);
                }
                if (each == 2) {
                    log.write(new HouseholdReassigned(id, new UnitId(hamlet), HA, K_BRIU, LocalDate.of(2026, 9, 1)));
                }
                if (left != null) {
                    log.write(new HouseholdLeft(id, new UnitId(hamlet), left));
                }
                model.homes.put(home, new Model.Home(hamlet, since, left));
            }
        }
    }

    private void help() {
        List<String> homes = List.copyOf(model.homes.keySet());
        for (int each = 0; each < 48; each++) {
            LocalDate day = LocalDate.of(2026, 1, 5).plusDays(each * 7L / 2);
            String home = homes.get(each * 7 % homes.size());
            String hamlet = home.substring(0, 4);
            if (day.isBefore(Objects.requireNonNull(model.homes.get(home)).since())) {
                continue;
            }
            AssistanceId id = new AssistanceId("a-" + each);
            Beneficiary beneficiary = Beneficiary.of(
                    new HouseholdId(home), new UnitId(Model.above(hamlet, day).getFirst()));
            log.write(new AssistanceRecorded(
                    id,
                    TEAM,
                    beneficiary,
                    List.of(),
                    new AssistanceContent(
                            List.of(new ServiceCode("vneid")),
                            Channel.HOME_VISIT,
                            Mode.SELF_PERFORMED,
                            Instant.parse(day + "T02:00:00Z")),
                    List.of(ServiceCategory.VNEID),
                    null,
                    null));
            if (each % 9 == 4) {
                log.write(new AssistanceVoided(id, TEAM, beneficiary));
            } else {
                model.helped.put(id.value(), new Model.Help(home, hamlet, day));
            }
        }
    }

    private static List<Long> figures(Map<String, Object> of) {
        return Stream.of("assistances", "households", "registered", "assigned")
                .map(name -> ((Number) Objects.requireNonNull(of.get(name), name)).longValue())
                .toList();
    }

    private static Set<String> unitsOn(LocalDate day) {
        Set<String> units = new TreeSet<>();
        HOMES.forEach(hamlet -> units.addAll(Model.above(hamlet, day)));
        return units;
    }

    @Test
    void everyDashboardSaysWhatTheFactsSay() {
        units();
        households();
        reform();
        help();
        LocalDate[][] reporting = {
            {LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)}, {LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 14)}
        };
        LocalDate[][] calendar = {
            {LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31)}, {LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30)}
        };
        try (QuerySideFixture side = QuerySideFixture.inMemory(log)) {
            Json json = new Json(side.upTo(log.ledger.tail().number()).http());
            for (int quarter = 1; quarter <= 2; quarter++) {
                for (Map.Entry<String, LocalDate[]> days : Map.of(
                                "reporting", reporting[quarter - 1], "calendar", calendar[quarter - 1])
                        .entrySet()) {
                    LocalDate first = days.getValue()[0];
                    LocalDate last = days.getValue()[1];
                    for (Map.Entry<String, LocalDate> boundaries :
                            Map.of("as-was", last, "as-now", TODAY).entrySet()) {
                        for (String unit : unitsOn(boundaries.getValue())) {
                            String address = "/api/dashboards/" + unit + "?quarter=2026-Q" + quarter + "&days="
                                    + days.getKey() + "&boundaries=" + boundaries.getKey();
                            Map<String, Object> answer = json.answer(address);
                            assertThat(answer).as(address).containsEntry("lastDay", last.toString());
                            assertThat(figures(Json.map(answer.get("total"))))
                                    .as(address)
                                    .isEqualTo(model.figures(unit, first, last, boundaries.getValue()));
                        }
                    }
                }
            }
            assertThat(json.status("/api/units/dl-1/households"))
                    .as("it leads to its successor")
                    .isEqualTo(400);
            Map<String, Object> before = json.answer("/api/dashboards/dr?quarter=2026-Q1");
            assertThat(Json.map(before.get("notYet"))).containsEntry("from", COMMUNES.toString());
        }
    }
}
