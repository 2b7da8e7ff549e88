package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Json.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingScheduled;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** A neighbourhood becomes part of its neighbour on 1 June 2026: its lists lead there, and what it had is seen by both boundaries. */
final class EndedUnitListsIT {

    private static final UnitId ENDED = new UnitId("c0-r0");
    private static final UnitId SUCCESSOR = new UnitId("c0-r1");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    /** They tell what the unit decided and stated, what its end has left to do, and the reports of teams that still cover it. */
    private static final Set<String> STAY_WITH_IT = Set.of(
            "/api/units/{unit}/people",
            "/api/units/{unit}/periods",
            "/api/units/{unit}/reorganisation",
            "/api/units/{unit}/reports",
            "/api/units/{unit}/undecided");

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;
    private final TeamId team = sample.teams.getFirst();

    private void held(String id, UnitId unit, LocalDate day) {
        OutreachId session = new OutreachId(id);
        ledger.write(new OutreachScheduled(
                session,
                team,
                unit,
                Instant.parse(day + "T01:00:00Z"),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.RESIDENTS_MEETING));
        ledger.write(new OutreachHeld(session, team, unit, new Holding(day, 10, CountBasis.SIGNED_LIST, List.of())));
    }

    private void trained(String id, LocalDate day) {
        TrainingId training = new TrainingId(id);
        List<ServiceCategory> topics = List.of(ServiceCategory.VNEID);
        ledger.write(
                new TrainingScheduled(training, topics, Organiser.PEOPLES_COMMITTEE, null, day, 3),
                new TrainingHeld(
                        training,
                        topics,
                        new Attendance(day, 3, List.of(new Attendee(team, new MemberId("trained"))))));
    }

    @Test
    void itsListsLeadToTheSuccessorAndOutreachAndTrainingsAreSeenByBothBoundaries() {
        ledger.write(new HouseholdRegistered(new HouseholdId("h-1"), ENDED, "TB-001"));
        held("o-1", ENDED, LocalDate.of(2026, 3, 2));
        trained("tr-1", LocalDate.of(2026, 3, 2));
        ledger.write(
                new UnitMerged(ENDED, SUCCESSOR, Sample.DECISION, DAY),
                new UnitTookOver(SUCCESSOR, ENDED, UnitChange.MERGED, Sample.DECISION, DAY));
        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            Json json = new Json(side.upTo(ledger.ledger.tail().number()).http());
            assertThat(json.status("/api/units/" + ENDED + "/households"))
                    .as("an empty list would say that nobody lives there")
                    .isEqualTo(400);
            for (String empty : List.of(
                    "/api/units/" + ENDED + "/businesses",
                    "/api/units/" + ENDED + "/requests",
                    "/api/units/" + ENDED + "/requests?state=closed",
                    "/api/units/" + ENDED + "/stipends",
                    "/api/units/" + ENDED + "/recognition-rounds",
                    "/api/units/" + ENDED + "/campaigns",
                    "/api/units/" + ENDED + "/call-back-samples",
                    "/api/units/" + ENDED + "/findings?quarter=2026-Q3",
                    "/api/units/" + ENDED + "/coverage")) {
                assertThat(others(json, empty)).as(empty).containsExactly(SUCCESSOR.value());
            }
            assertThat(json.answer("/api/units/" + ENDED + "/findings?quarter=2026-Q1"))
                    .as("it was there")
                    .containsKey("findings");
            assertThat(list(json.answer("/api/units/" + SUCCESSOR + "/households?reference=tb001")
                            .get("items")))
                    .as("case and hyphens are ignored")
                    .extracting(line -> line.get("household"))
                    .containsExactly("h-1");
            assertThat(list(json.answer("/api/search?q=tb001").get("hits")))
                    .as("search ignores them, too")
                    .extracting(hit -> hit.get("id"))
                    .contains("h-1");
            String outreach = "/outreach?quarter=2026-Q1&boundaries=";
            assertThat(json.answer("/api/units/" + ENDED + outreach + "as-was")).containsEntry("held", 1);
            assertThat(json.answer("/api/units/" + SUCCESSOR + outreach + "as-was"))
                    .containsEntry("held", 0)
                    .containsEntry("firstDay", "2026-01-01");
            assertThat(json.answer("/api/units/" + SUCCESSOR + outreach + "as-now"))
                    .containsEntry("held", 1)
                    .containsEntry("boundaries", "as-now");
            String trainings = "/trainings?quarter=2026-Q1&boundaries=";
            assertThat(json.answer("/api/units/" + ENDED + trainings + "as-was"))
                    .containsEntry("trained", 1);
            assertThat(json.answer("/api/units/" + SUCCESSOR + trainings + "as-was"))
                    .containsEntry("trained", 0)
                    .containsEntry("firstDay", "2026-01-01");
            assertThat(json.answer("/api/units/" + SUCCESSOR + trainings + "as-now"))
                    .containsEntry("trained", 1)
                    .containsEntry("boundaries", "as-now");
            assertThat(json.status("/api/units/" + ENDED + "/outreach?quarter=2026-Q3"))
                    .as("it had ended before")
                    .isEqualTo(400);
        }
    }

    /** Of each question of a unit, also of one that is added later; about the quarter after its end. */
    @Test
    void everyQuestionOfAnEndedUnitLeadsToTheSuccessor() {
        ledger.write(
                new UnitMerged(ENDED, SUCCESSOR, Sample.DECISION, DAY),
                new UnitTookOver(SUCCESSOR, ENDED, UnitChange.MERGED, Sample.DECISION, DAY));
        Set<String> questions = new TreeSet<>();
        Set<String> leading = new TreeSet<>();
        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            Json json = new Json(side.upTo(ledger.ledger.tail().number()).http());
            side.beans(RequestMappingHandlerMapping.class).stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                    .map(pattern -> pattern.getPatternString())
                    .filter(pattern -> pattern.startsWith("/api/units/{unit}/"))
                    .forEach(question -> {
                        questions.add(question);
                        String address =
                                question.replace("{unit}", ENDED.value()).replace("{quarter}", "2026-Q3");
                        if (others(json, address).equals(List.of(SUCCESSOR.value()))) {
                            leading.add(question);
                        }
                    });
        }
        questions.removeAll(leading);
        assertThat(leading).hasSizeGreaterThan(10);
        assertThat(questions).containsExactlyInAnyOrderElementsOf(STAY_WITH_IT);
    }

    /** A divided unit has its households until each was moved. */
    @Test
    void aDividedUnitLeadsOnWhenNoneOfItsHouseholdsIsLeft() {
        UnitId divided = new UnitId("c1-r0");
        UnitId half = new UnitId("c1-r1");
        HouseholdId household = new HouseholdId("h-2");
        ledger.write(new HouseholdRegistered(household, divided, "TB-002"));
        ledger.write(
                new UnitSplit(divided, List.of(half, SUCCESSOR), Sample.DECISION, DAY),
                new UnitTookOver(half, divided, UnitChange.SPLIT, Sample.DECISION, DAY),
                new UnitTookOver(SUCCESSOR, divided, UnitChange.SPLIT, Sample.DECISION, DAY));
        String households = "/api/units/" + divided + "/households?atLeast=";
        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            long before = ledger.ledger.tail().number();
            Json json = new Json(side.upTo(before).http());
            assertThat(list(json.answer(households + before).get("items"))).hasSize(1);
            LocalDate next = VietnamTime.day(EventLog.START).plusDays(1);
            long moving = ledger.write(new HouseholdRelocated(household, divided, half, null, next))
                    .number();
            side.upTo(moving);
            assertThat(list(json.answer(households + moving).get("items")))
                    .as("it moves tomorrow")
                    .hasSize(1);
            assertThat(json.answer("/api/units/" + divided + "/undecided?atLeast=" + moving))
                    .containsEntry("households", 1);
            assertThat(json.answer("/api/units/" + divided + "/undecided?on=" + next))
                    .containsEntry("households", 0);
            long moved = ledger.write(
                            new RelocationCorrected(household, divided, divided, half, next, next.minusDays(1)))
                    .number();
            side.upTo(moved);
            assertThat(json.status(households + moved)).isEqualTo(400);
        }
    }

    /** Its last household lived in a unit that became part of it. */
    @Test
    void aDividedUnitHasWhatBecamePartOfItUntilThatIsMoved() {
        UnitId divided = new UnitId("c1-r0");
        UnitId before = new UnitId("before");
        establish(before, UnitKind.HAMLET, new UnitId("c1"));
        ledger.write(new HouseholdRegistered(new HouseholdId("h-3"), before, "TB-003"));
        ledger.write(
                new UnitMerged(before, divided, Sample.DECISION, DAY.minusDays(30)),
                new UnitTookOver(divided, before, UnitChange.MERGED, Sample.DECISION, DAY.minusDays(30)));
        ledger.write(
                new UnitSplit(divided, List.of(new UnitId("c1-r1"), SUCCESSOR), Sample.DECISION, DAY),
                new UnitTookOver(new UnitId("c1-r1"), divided, UnitChange.SPLIT, Sample.DECISION, DAY),
                new UnitTookOver(SUCCESSOR, divided, UnitChange.SPLIT, Sample.DECISION, DAY));
        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            Json json = new Json(side.upTo(ledger.ledger.tail().number()).http());
            assertThat(list(json.answer("/api/units/" + divided + "/households").get("items")))
                    .extracting(line -> line.get("household"))
                    .containsExactly("h-3");
            assertThat(json.status("/api/units/" + divided + "/businesses")).isEqualTo(400);
        }
    }

    /** A tier of units ends: one commune lies in the province since, the other became part of it. */
    @Test
    void anAbolishedUnitLeadsToWhatItsUnitsBecameAndTheseToWhereTheyLay() {
        UnitId district = new UnitId("d");
        UnitId stays = new UnitId("d-stays");
        UnitId merged = new UnitId("d-merged");
        UnitId hamlet = new UnitId("d-hamlet");
        establish(district, UnitKind.DISTRICT, Sample.PROVINCE);
        establish(stays, UnitKind.COMMUNE, district);
        establish(merged, UnitKind.COMMUNE, district);
        establish(hamlet, UnitKind.HAMLET, stays);
        ledger.write(new UnitReparented(stays, Sample.PROVINCE, null, Sample.DECISION, DAY));
        ledger.write(
                new UnitMerged(merged, stays, Sample.DECISION, DAY),
                new UnitTookOver(stays, merged, UnitChange.MERGED, Sample.DECISION, DAY));
        ledger.write(new UnitAbolished(district, Sample.DECISION, DAY));
        ledger.write(new UnitAbolished(hamlet, Sample.DECISION, DAY));
        try (QuerySideFixture side = QuerySideFixture.inMemory(ledger)) {
            Json json = new Json(side.upTo(ledger.ledger.tail().number()).http());
            for (UnitId ended : List.of(district, hamlet)) {
                for (String list : List.of(
                        "/households",
                        "/businesses",
                        "/requests",
                        "/coverage",
                        "/findings",
                        "/reports",
                        "/reports/2026-Q3")) {
                    String empty = "/api/units/" + ended + list;
                    assertThat(others(json, empty)).as(empty).containsExactly(stays.value());
                }
                assertThat(others(json, "/api/teams?unit=" + ended)).containsExactly(stays.value());
            }
            assertThat(others(json, "/api/units/" + Sample.PROVINCE + "/households"))
                    .as("units that are there")
                    .contains(stays.value())
                    .doesNotContain(district.value(), merged.value());
        }
    }

    private void establish(UnitId unit, UnitKind kind, UnitId parent) {
        ledger.write(new UnitEstablished(unit, kind, unit.value(), null, parent, Sample.DECISION, Sample.DAY));
    }

    private static List<@Nullable Object> others(Json json, String question) {
        return list(Objects.requireNonNull(json.ask(question, "vi").getResponseBody())
                        .getOrDefault("units", List.of()))
                .stream()
                .map(place -> place.get("unit"))
                .toList();
    }
}
