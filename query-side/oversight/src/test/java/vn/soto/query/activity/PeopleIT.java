package vn.soto.query.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.CatalogueEvent.SkillGroupsAdopted;
import vn.soto.contracts.catalogue.GroupedService;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.catalogue.SkillGroup;
import vn.soto.contracts.catalogue.SkillGroups;
import vn.soto.contracts.people.People;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountCorrected;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountStated;
import vn.soto.contracts.people.PeopleCountEvent.PeopleCountWithdrawn;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Sample;

/** How many people units have, how many of them have digital skills, and what is not known. */
final class PeopleIT {

    private static final UnitId COMMUNE = new UnitId("c1");
    private static final FigureSource REGISTER = FigureSource.RESIDENCE_REGISTER;
    private static final String UNIT = "/api/units/%s/people?quarter=2026-Q2";

    private final Sample sample = new Sample(1, 0);
    private final EventLog ledger = sample.scribe;

    private long state(UnitId unit, People people, String on, long persons) {
        return ledger.write(new PeopleCountStated(unit, people, LocalDate.parse(on), persons, REGISTER))
                .number();
    }

    private static Map<String, Object> of(@Nullable Object lines, People people) {
        return ((List<?>) Objects.requireNonNull(lines))
                .stream()
                        .map(Json::map)
                        .filter(line -> people.name().equals(line.get("people")))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aLineIsTheShareOfThoseWhoHaveTheSkillsAndUnknownWithoutBothNumbers() {
        state(COMMUNE, People.ADULTS, "2026-01-01", 8_000);
        state(COMMUNE, People.CONFIRMED_ADULTS, "2026-05-01", 3_000);
        state(COMMUNE, People.SKILLED_PUPILS, "2026-05-01", 0);
        ledger.then(json -> {
            Map<String, Object> view = json.answer(UNIT.formatted("c1"));
            assertThat(of(view.get("lines"), People.CONFIRMED_ADULTS))
                    .containsEntry("persons", 3_000)
                    .containsEntry("whole", 8_000)
                    .containsEntry("permille", 375);
            assertThat(of(view.get("lines"), People.SKILLED_PUPILS))
                    .containsEntry("persons", 0)
                    .doesNotContainKeys("whole", "permille");
            assertThat(of(view.get("lines"), People.SKILLED_WORKERS)).containsOnlyKeys("people");
        });
    }

    @Test
    void membersStandBesideResidentsAndHouseholds() {
        state(COMMUNE, People.RESIDENTS, "2026-06-30", 700);
        ledger.then(json -> {
            Map<String, Object> view = json.answer(UNIT.formatted("c1"));
            int members = (Integer) Objects.requireNonNull(view.get("members"));
            assertThat(members).isPositive();
            assertThat(view.get("membersPer100Residents")).isEqualTo(Math.round(members * 10_000 / 700.0) / 100.0);
            assertThat(view).containsEntry("householdsPerMember", 0.0);
            assertThat(json.answer(UNIT.formatted("c0"))).doesNotContainKey("membersPer100Residents");
        });
    }

    @Test
    void aNumberHoldsFromItsDayUntilALaterOneAndACorrectedDayIsAsLastSaid() {
        state(COMMUNE, People.ADULTS, "2026-03-01", 100);
        long later = state(COMMUNE, People.ADULTS, "2026-06-01", 120);
        ledger.write(new PeopleCountCorrected(
                COMMUNE, People.ADULTS, LocalDate.parse("2026-06-01"), 130, FigureSource.OWN_COUNT));
        long corrected = ledger.ledger.tail().number();
        ledger.write(
                "can-bo",
                ReasonCode.WRONG_ENTRY.name(),
                null,
                new PeopleCountWithdrawn(COMMUNE, People.ADULTS, LocalDate.parse("2026-06-01")));
        ledger.then(json -> {
            String uri = UNIT.formatted("c1") + "&asOf=";
            assertThat(of(json.answer(uri + (later - 1)).get("counts"), People.ADULTS))
                    .containsEntry("persons", 100);
            assertThat(of(json.answer(uri + later).get("counts"), People.ADULTS))
                    .containsEntry("persons", 120)
                    .containsEntry("since", "2026-06-01");
            assertThat(of(json.answer(uri + corrected).get("counts"), People.ADULTS))
                    .containsEntry("persons", 130)
                    .containsEntry("source", "OWN_COUNT");
            Map<String, Object> now = of(json.answer(UNIT.formatted("c1")).get("counts"), People.ADULTS);
            assertThat(now).containsEntry("persons", 100).containsEntry("since", "2026-03-01");
            List<?> history = (List<?>) Objects.requireNonNull(now.get("history"));
            assertThat(history).hasSize(4);
            assertThat(Json.map(history.getLast()))
                    .doesNotContainKey("persons")
                    .containsEntry("whyCode", "WRONG_ENTRY");
            assertThat(of(json.answer("/api/units/c1/people?quarter=2026-Q1").get("counts"), People.ADULTS))
                    .containsEntry("persons", 100);
        });
    }

    @Test
    void aUnitWithoutANumberHasTheSumOfThoseBelowOrNone() {
        state(new UnitId("c1-r0"), People.ADULTS, "2026-05-01", 40);
        state(new UnitId("c1-r1"), People.ADULTS, "2026-05-02", 0);
        long lacking = ledger.ledger.tail().number();
        state(new UnitId("c1-r2"), People.ADULTS, "2026-05-03", 2);
        ledger.then(json -> {
            Map<String, Object> then =
                    of(json.answer(UNIT.formatted("c1") + "&asOf=" + lacking).get("counts"), People.ADULTS);
            assertThat(then).containsEntry("lacking", 1).doesNotContainKey("persons");
            assertThat(of(json.answer(UNIT.formatted("c1")).get("counts"), People.ADULTS))
                    .containsEntry("persons", 42)
                    .containsEntry("summed", 3)
                    .doesNotContainKeys("since", "source", "lacking");
            assertThat(of(json.answer(UNIT.formatted("c0")).get("counts"), People.ADULTS))
                    .containsEntry("lacking", 3);
        });
    }

    private void help(String id, String... services) {
        ledger.write(new AssistanceRecorded(
                new AssistanceId(id),
                sample.teams.getFirst(),
                Beneficiary.walkIn(new UnitId("c1-r0")),
                List.of(),
                new AssistanceContent(
                        Stream.of(services).map(ServiceCode::new).toList(),
                        Channel.HOME_VISIT,
                        Mode.SELF_PERFORMED,
                        Instant.parse("2026-05-04T03:00:00Z")),
                List.of(ServiceCategory.OTHER),
                null,
                null));
    }

    /** The groups are invented. */
    @Test
    void helpAddsUpByTheGroupsOfTheFrameworkOnceOneIsAdopted() {
        help("a-1", "passport", "residence");
        help("a-2", "passport", "online-shop");
        long before = ledger.ledger.tail().number();
        ledger.write(new SkillGroupsAdopted(new SkillGroups(
                1,
                List.of(
                        new SkillGroup("BIA-1", "Nhóm bịa một", "Invented one"),
                        new SkillGroup("BIA-2", "Nhóm bịa hai", "Invented two")),
                List.of(
                        new GroupedService(new ServiceCode("passport"), "BIA-1"),
                        new GroupedService(new ServiceCode("residence"), "BIA-1")),
                Sample.DECISION,
                LocalDate.parse("2026-04-01"))));
        ledger.then(json -> {
            assertThat(json.answer(UNIT.formatted("c1") + "&asOf=" + before)).doesNotContainKey("groups");
            List<?> groups = (List<?>)
                    Objects.requireNonNull(json.answer(UNIT.formatted("c1")).get("groups"));
            assertThat(groups)
                    .extracting(group -> Json.map(group).get("services"))
                    .containsExactly(3, 0, 1);
            assertThat(Json.map(groups.getFirst()))
                    .containsEntry("group", "BIA-1")
                    .containsEntry("name", "Nhóm bịa một");
            assertThat(Json.map(groups.getLast())).containsOnlyKeys("services");
            Map<String, Object> catalogue = json.answer("/api/catalogue?on=2026-05-01");
            assertThat(Json.map(catalogue.get("framework"))).containsEntry("version", 1);
            assertThat(((List<?>) Objects.requireNonNull(catalogue.get("services")))
                            .stream().map(Json::map).filter(service -> "passport".equals(service.get("code"))))
                    .extracting(service -> service.get("group"))
                    .containsExactly("BIA-1");
            assertThat(json.answer("/api/catalogue?on=2026-03-31")).doesNotContainKey("framework");
        });
    }
}
