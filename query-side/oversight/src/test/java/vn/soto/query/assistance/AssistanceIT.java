package vn.soto.query.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRouted;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.CatalogueEvent.ServiceCatalogueAdopted;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCatalogue;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** One record of help through its life, and the catalogue it goes by, as of each commit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssistanceIT {

    private static final AssistanceId ID = new AssistanceId("a-1");
    private static final String URI = "/api/assistances/" + ID;
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final MemberId TUAN = new MemberId("tuan");
    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final Sample sample = new Sample(1, 0);
    private final TeamId team = sample.teams.getFirst();
    private final Beneficiary household = Beneficiary.of(new HouseholdId("h"), sample.residential.getFirst());
    private final Responsible minh = new Responsible(team, MINH);
    private final long before = sample.scribe.ledger.tail().number();
    private final long recorded = write(
            new AssistanceRecorded(
                    ID,
                    team,
                    household,
                    List.of(new CreditShare(LAN, 100)),
                    content("vneid-account", AssistanceOutcome.NEEDS_FOLLOW_UP, AT),
                    List.of(ServiceCategory.VNEID),
                    minh,
                    new Sealed("c2VhbGVkLWZvci10aGUtaG91c2Vob2xk")),
            new AssistanceFlaggedLate(ID, team, household, DAY, 30),
            new AssistanceRouted(ID, team, household, minh, DAY));
    private final long followed =
            write(new AssistanceFollowedUp(ID, team, household, minh, AssistanceOutcome.DONE, AT, null));
    private final long denied = write(new AssistanceVerified(ID, team, household, TUAN, Verification.DENIED, AT));
    private final long corrected = write(new AssistanceCorrected(
            ID,
            team,
            household,
            List.of(new CreditShare(MINH, 50), new CreditShare(LAN, 50)),
            content("passport", AssistanceOutcome.DONE, AT.minusSeconds(86_400)),
            List.of(ServiceCategory.ONLINE_PUBLIC_SERVICE),
            null));
    private final long voided = write(new AssistanceVoided(ID, team, household));

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());

    AssistanceIT() {
        side.upTo(sample.scribe.ledger.tail().number());
    }

    private long write(DomainEvent... events) {
        return sample.scribe.write(events).number();
    }

    private static AssistanceContent content(String service, AssistanceOutcome outcome, Instant at) {
        return new AssistanceContent(
                List.of(new ServiceCode(service)),
                null,
                Channel.HOME_VISIT,
                Mode.DEMONSTRATED,
                outcome,
                at,
                outcome == AssistanceOutcome.NEEDS_FOLLOW_UP ? DAY.plusDays(7) : null);
    }

    @Test
    void isAbsentBeforeItWasRecordedAndWhenItIsSomethingElse() {
        assertThat(json.status(URI + "?asOf=" + before)).isEqualTo(404);
        assertThat(json.status("/api/assistances/" + team)).isEqualTo(404);
        assertThat(json.status("/api/assistances/nothing")).isEqualTo(404);
    }

    @Test
    void saysWhatWasStatedAndWhatThereIsToLookAt() {
        assertThat(json.answer(URI + "?asOf=" + recorded))
                .containsEntry("team", team.value())
                .containsEntry("beneficiary", "HOUSEHOLD")
                .containsEntry("household", "h")
                .containsEntry("unit", household.unit().value())
                .doesNotContainKeys("business", "verification")
                .containsEntry("responsible", Map.of("team", team.value(), "member", "minh"))
                .containsEntry("routedTo", Map.of("team", team.value(), "member", "minh"))
                .containsEntry("hasNote", true)
                .containsEntry("voided", false)
                .containsEntry("flags", List.of("LATE", "ROUTED"))
                .extractingByKey("statement")
                .isEqualTo(Map.of(
                        "helpers",
                        List.of(Map.of("member", "lan", "hundredths", 100)),
                        "services",
                        List.of("vneid-account"),
                        "categories",
                        List.of("VNEID"),
                        "channel",
                        "HOME_VISIT",
                        "mode",
                        "DEMONSTRATED",
                        "outcome",
                        "NEEDS_FOLLOW_UP",
                        "occurredAt",
                        "2026-07-01T00:00:00Z",
                        "followUp",
                        "2026-07-08"));
    }

    @Test
    void tellsWhatCameOfItSince() {
        assertThat((List<?>) json.answer(URI + "?asOf=" + followed).getOrDefault("followUps", List.of()))
                .singleElement()
                .isEqualTo(Map.of(
                        "by",
                        Map.of("team", team.value(), "member", "minh"),
                        "outcome",
                        "DONE",
                        "occurredAt",
                        "2026-07-01T00:00:00Z"));
        assertThat(json.answer(URI + "?asOf=" + denied))
                .containsEntry("verification", "DENIED")
                .containsEntry("flags", List.of("LATE", "ROUTED", "DENIED"));
    }

    @Test
    void keepsEveryVersion() {
        Map<String, Object> right = json.answer(URI + "?asOf=" + corrected);
        assertThat(right).containsEntry("flags", List.of("ROUTED", "CORRECTED", "DENIED"));
        assertThat(Json.map(right.get("statement")))
                .containsEntry("services", List.of("passport"))
                .containsEntry(
                        "helpers",
                        List.of(Map.of("member", "minh", "hundredths", 50), Map.of("member", "lan", "hundredths", 50)));

        Map<String, Object> now = json.answer(URI);
        assertThat(now).containsEntry("voided", true);
        assertThat((List<?>) now.getOrDefault("versions", List.of()))
                .extracting(version -> Json.map(version).get("event"))
                .containsExactly(
                        "assistance.recorded.v3",
                        "assistance.flagged-late.v1",
                        "assistance.routed.v1",
                        "assistance.followed-up.v1",
                        "assistance.verified.v1",
                        "assistance.corrected.v4",
                        "assistance.voided.v4");
        assertThat((List<?>) now.getOrDefault("versions", List.of()))
                .filteredOn(version -> Json.map(version).containsKey("statement"))
                .hasSize(2);
        assertThat(voided).isEqualTo(sample.scribe.ledger.tail().number());
    }

    @Test
    void goesByThePlansCatalogueUntilTheProvinceHasOne() {
        Sample province = new Sample(4, 0);
        long plan = province.scribe.ledger.tail().number();
        long adopted = province.scribe.write(adopted(2, "drones", DAY)).number();
        long again =
                province.scribe.write(adopted(3, "robots", DAY.plusDays(1))).number();
        try (QuerySideFixture two = QuerySideFixture.inMemory(province.scribe)) {
            Json asked = new Json(two.upTo(again).http());
            assertThat(asked.answer("/api/catalogue?on=2026-07-02&asOf=" + plan))
                    .containsEntry("version", 1)
                    .containsEntry("instrument", "6037/KH-UBND");
            assertThat(asked.answer("/api/catalogue?on=2026-06-30")).containsEntry("version", 1);
            assertThat(asked.answer("/api/catalogue?on=2026-07-02&asOf=" + adopted))
                    .containsEntry("version", 2);
            assertThat(services(asked, "2026-07-01")).containsExactly("drones");
            assertThat(services(asked, "2026-07-02")).containsExactly("robots");
            assertThat(asked.answer("/api/catalogue"))
                    .containsEntry("version", 2)
                    .containsEntry("on", "2026-07-01");
            assertThat(asked.status("/api/catalogue?on=tomorrow")).isEqualTo(400);
        }
    }

    /** Of two services one ends before. */
    private static ServiceCatalogueAdopted adopted(int version, String code, LocalDate from) {
        return new ServiceCatalogueAdopted(new ServiceCatalogue(
                version,
                List.of(
                        new Service(
                                new ServiceCode(code), "Mới", "New", ServiceCategory.AI_FOR_BUSINESS, from, null, true),
                        new Service(
                                new ServiceCode("old"),
                                "Cũ",
                                "Old",
                                ServiceCategory.OTHER,
                                Sample.DAY,
                                DAY.minusDays(1),
                                false)),
                Sample.DECISION,
                from));
    }

    private static List<Object> services(Json asked, String on) {
        return ((List<?>) asked.answer("/api/catalogue?on=" + on).getOrDefault("services", List.of()))
                .stream()
                        .<Object>map(service -> Json.map(service).getOrDefault("code", ""))
                        .toList();
    }
}
