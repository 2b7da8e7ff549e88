package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Keys;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Names are kept sealed, shown to those who may read them, and to nobody once they are erased. */
final class PersonIT {

    private static final String NAME = "Nguyễn Thị Lan";
    private static final String PHONE = "0912345678";
    private static final String ADDRESS = "Số 12 đường Hoa Mai";
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final String ERASED = "[đã xóa theo yêu cầu]";

    private final Sample sample = new Sample(11, 5);
    private final EventLog scribe = sample.scribe;
    private final Keys keys = QuerySideFixture.KEYS;

    /** Of this test alone: the key store is everybody's. */
    private final MemberId lan = new MemberId("lan-" + Integer.toHexString(System.identityHashCode(this)));

    private final HouseholdId home = new HouseholdId(lan.value());
    private final Subject subject = Subject.of(lan);

    private long profile(String name, @Nullable String phone) {
        return scribe.write(profileOf(name, phone)).number();
    }

    private PersonEvent profileOf(String name, @Nullable String phone) {
        return new MemberProfileRecorded(
                lan, keys.seal(subject, "name", name), phone == null ? null : keys.seal(subject, "phone", phone));
    }

    private long contact() {
        Subject about = Subject.of(home);
        scribe.write(new HouseholdRegistered(home, sample.residential.getFirst(), "HO-999"));
        return scribe.write(new HouseholdContactRecorded(
                        home,
                        keys.seal(about, "headName", NAME),
                        keys.seal(about, "phone", PHONE),
                        keys.seal(about, "address", ADDRESS)))
                .number();
    }

    private long erase(Subject about) {
        return scribe.write(
                        new PersonalDataErased(about, ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                        new ErasureListed(about, 1))
                .number();
    }

    private Map<String, Object> member(QuerySideFixture side, String role) {
        return new Json(side.http(role)).answer("/api/members/" + lan);
    }

    private Map<String, Object> contactOf(QuerySideFixture side, String role) {
        return Json.map(
                new Json(side.http(role)).answer("/api/households/" + home).get("contact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR"})
    void whoWorksWithPeopleReadsTheirNames(String role) {
        profile(NAME, PHONE);
        long last = contact();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(member(side, role)).isEqualTo(Map.of("member", lan.value(), "name", NAME, "phone", PHONE));
            assertThat(contactOf(side, role)).isEqualTo(Map.of("name", NAME, "phone", PHONE, "address", ADDRESS));
        }
    }

    @Test
    void anAuditorAndWhoIsNotKnownSeePseudonyms() {
        profile(NAME, PHONE);
        long last = contact();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            Map<String, Object> seen = member(side, "AUDITOR");
            assertThat(seen).containsOnlyKeys("member", "name");
            assertThat(String.valueOf(seen.get("name"))).matches("TV-[0-9A-F]{16}");
            assertThat(member(side, "AUDITOR")).as("the same each time").isEqualTo(seen);
            assertThat(new Json(side.http()).answer("/api/members/" + lan)).isEqualTo(seen);
            assertThat(contactOf(side, "AUDITOR")).containsOnlyKeys("name");
            assertThat(String.valueOf(contactOf(side, "AUDITOR").get("name"))).matches("HO-[0-9A-F]{16}");
        }
    }

    @Test
    void whatIsKnownChangesAndIsAnsweredAsOfAnyMoment() {
        long first = profile(NAME, PHONE);
        long second = profile("Nguyễn Thị Lan Anh", null);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(second)) {
            assertThat(member(side, "OFFICER"))
                    .containsEntry("name", "Nguyễn Thị Lan Anh")
                    .doesNotContainKey("phone");
            Json json = new Json(side.http("OFFICER"));
            assertThat(json.answer("/api/members/" + lan + "?asOf=" + first))
                    .containsEntry("name", NAME)
                    .containsEntry("phone", PHONE);
            assertThat(json.status("/api/members/" + lan + "?asOf=" + (first - 1)))
                    .isEqualTo(404);
            assertThat(json.status("/api/members/nobody-at-all")).isEqualTo(404);
            assertThat(json.status("/api/members/NO-ID")).isEqualTo(400);
        }
    }

    @Test
    void theErasedAreShownToNobodyAtNoMoment() {
        long known = profile(NAME, PHONE);
        contact();
        erase(subject);
        long last = erase(Subject.of(home));
        keys.destroy(subject);
        keys.destroy(Subject.of(home));
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            for (String role : List.of("ADMINISTRATOR", "AUDITOR")) {
                assertThat(member(side, role))
                        .isEqualTo(Map.of("member", lan.value(), "name", ERASED, "erased", "REQUEST_OF_THE_SUBJECT"));
                assertThat(contactOf(side, role)).isEqualTo(Map.of("name", ERASED, "erased", "REQUEST_OF_THE_SUBJECT"));
            }
            assertThat(new Json(side.http("ADMINISTRATOR")).answer("/api/members/" + lan + "?asOf=" + known))
                    .containsEntry("name", ERASED);
        }
    }

    @Test
    void whileProcessingIsRestrictedNobodyAtWorkSeesTheDataAtAnyMoment() {
        long known = profile(NAME, PHONE);
        contact();
        scribe.write(new ProcessingRestricted(Subject.of(home), DAY, null));
        long last = scribe.write(new ProcessingRestricted(subject, DAY, null)).number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            for (String role : List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR", "AUDITOR")) {
                assertThat(member(side, role)).containsOnlyKeys("member", "name");
                assertThat(String.valueOf(member(side, role).get("name")))
                        .matches("TV-[0-9A-F]{16} \\[đang hạn chế xử lý]");
                assertThat(contactOf(side, role)).containsOnlyKeys("name");
            }
            assertThat(String.valueOf(new Json(side.http("ADMINISTRATOR"))
                            .answer("/api/members/" + lan + "?asOf=" + known)
                            .get("name")))
                    .endsWith("[đang hạn chế xử lý]");
        }
    }

    @Test
    void onceTheRestrictionIsLiftedTheDataIsShownAsBefore() {
        profile(NAME, PHONE);
        scribe.write(new ProcessingRestricted(subject, DAY, null));
        long last = scribe.write(new RestrictionLifted(subject, DAY)).number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(member(side, "OFFICER")).isEqualTo(Map.of("member", lan.value(), "name", NAME, "phone", PHONE));
        }
    }

    /** The ledger's word is enough, should the key still or again be there. */
    @Test
    void aRestoredKeyOpensNothingOfTheErased() {
        profile(NAME, PHONE);
        long last = erase(subject);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(member(side, "ADMINISTRATOR")).containsEntry("name", ERASED);
        }
    }

    /** A ledger from a backup does not know of the erasure: nothing opens, and nobody says why. */
    @Test
    void ofADestroyedKeyThatNobodyErasedNothingIsSaidButThatItDoesNotOpen() {
        long last = profile(NAME, PHONE);
        keys.destroy(subject);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(side.healthOf("personalDataReadsHealthIndicator").getStatus())
                    .isEqualTo(Status.UP);
            assertThat(member(side, "ADMINISTRATOR"))
                    .isEqualTo(Map.of("member", lan.value(), "name", "[không mở được]"));
            assertThat(side.healthOf("personalDataReadsHealthIndicator").getDetails())
                    .containsEntry("damagedKeys", 1L);
            assertThat(String.valueOf(member(side, "AUDITOR").get("name"))).startsWith("TV-");
            side.upTo(erase(subject));
            assertThat(side.healthOf("personalDataReadsHealthIndicator").getStatus())
                    .as("an erasure that came later")
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void whatWasSealedAsSomethingElseIsNotTakenForAName() {
        Sealed phone = keys.seal(subject, "phone", PHONE);
        long last = scribe.write(new MemberProfileRecorded(lan, phone, null)).number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(member(side, "OFFICER")).containsEntry("name", "[không mở được]");
        }
    }

    @Test
    void aReplayAfterTheErasureGivesTheSameFiguresAndTheSameDocuments() {
        profile(NAME, PHONE);
        contact();
        try (QuerySideFixture side = QuerySideFixture.of(scribe)) {
            side.upTo(scribe.ledger.tail().number());
            Object before = new Json(side.http("OFFICER"))
                    .answer("/api/dashboards/p?quarter=2026-Q3")
                    .get("total");
            long last = erase(subject);
            keys.destroy(subject);
            Map<String, ?> documents = side.upTo(last).documents();

            side.replayAll();
            assertThat(side.upTo(last).documents()).isEqualTo(documents);
            assertThat(new Json(side.http("OFFICER"))
                            .answer("/api/dashboards/p?quarter=2026-Q3")
                            .get("total"))
                    .isEqualTo(before);
            assertThat(member(side, "OFFICER")).containsEntry("name", ERASED);
        }
    }

    /** Read models, tokens and dead letters: one event of the subject cannot be taken by anybody. */
    @Test
    void noDocumentAndNoDeadLetterHoldsTheClearText() {
        profile(NAME, PHONE);
        contact();
        scribe.writeUnknown(profileOf("Trần Văn Minh", "0987654321"));
        long last = profile("Lê Thị Hoa", null);
        try (QuerySideFixture side = QuerySideFixture.of(scribe).upTo(last)) {
            assertThat(side.projections().deadLetters()).isPositive();
            member(side, "OFFICER");
            String everything = side.everything();
            assertThat(everything).contains(lan.value());
            assertThat(List.of(NAME, PHONE, ADDRESS, "Trần Văn Minh", "0987654321", "Lê Thị Hoa"))
                    .noneMatch(everything::contains);
        }
    }
}
