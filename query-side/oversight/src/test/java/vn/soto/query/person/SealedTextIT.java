package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Keys;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The texts that requesters left, and trade names: sealed elsewhere than in a profile, and shown by the same rule. */
final class SealedTextIT {

    private static final String NAME = "Phạm Văn Hải";
    private static final String PHONE = "0274382233";
    private static final String NOTE = "Điện thoại bị hỏng";
    private static final String SHOP = "Tạp hóa Cô Ba";
    private static final String SEALED = "[đã giữ kín]";
    private static final String ERASED = "[đã xóa theo yêu cầu]";

    private final Sample sample = new Sample(11, 5);
    private final EventLog scribe = sample.scribe;
    private final Keys keys = QuerySideFixture.KEYS;
    private final UnitId unit = sample.residential.getFirst();

    /** Of this test alone: the key store is everybody's. */
    private final String own = Integer.toHexString(System.identityHashCode(this));

    private final SupportRequestId request = new SupportRequestId("r-" + own);
    private final HouseholdId household = new HouseholdId("h-" + own);
    private final BusinessId business = new BusinessId("b-" + own);

    private long receive(@Nullable HouseholdId known) {
        Subject about = known == null ? Subject.of(request) : Subject.of(known);
        return scribe.write(new SupportRequestReceived(
                        request,
                        unit,
                        known,
                        RequestSource.HOTLINE,
                        List.of(ServiceCategory.VNEID),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 6),
                        keys.seal(about, "requesterName", NAME),
                        keys.seal(about, "phone", PHONE),
                        keys.seal(about, "note", NOTE)))
                .number();
    }

    private long register() {
        return scribe.write(new BusinessRegistered(
                        business,
                        BusinessKind.HOUSEHOLD_BUSINESS,
                        unit,
                        "HKD-9",
                        keys.seal(Subject.of(business), "tradeName", SHOP)))
                .number();
    }

    private long erase(Subject about) {
        return scribe.write(
                        new PersonalDataErased(about, ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                        new ErasureListed(about, 1))
                .number();
    }

    /** Name, phone, note; trade name of the business, of the business in its unit's list. */
    private List<Object> shown(Json json, String asOf) {
        Map<String, Object> asked = json.answer("/api/requests/" + request + asOf);
        Map<String, Object> shop = json.answer("/api/businesses/" + business + asOf);
        List<?> listed = (List<?>) Objects.requireNonNull(
                json.answer("/api/units/" + unit + "/businesses" + asOf).get("items"));
        Map<String, Object> line = listed.stream()
                .map(Json::map)
                .filter(item -> business.value().equals(item.get("business")))
                .findFirst()
                .orElseThrow();
        return List.of(
                Objects.requireNonNull(asked.get("requesterName")),
                Objects.requireNonNull(asked.get("phone")),
                Objects.requireNonNull(asked.get("note")),
                Objects.requireNonNull(shop.get("tradeName")),
                Objects.requireNonNull(line.get("tradeName")));
    }

    private List<Object> shown(QuerySideFixture side, String role) {
        return shown(new Json(side.http(role)), "");
    }

    private static List<Object> all(String text) {
        return List.of(text, text, text, text, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR"})
    void whoAnswersARequestReadsWhoAsked(String role) {
        receive(null);
        long last = register();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(shown(side, role)).containsExactly(NAME, PHONE, NOTE, SHOP, SHOP);
        }
    }

    @Test
    void anAuditorAndWhoIsNotKnownReadNothing() {
        receive(null);
        long last = register();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(shown(side, "AUDITOR")).isEqualTo(all(SEALED));
            assertThat(shown(new Json(side.http()), "")).isEqualTo(all(SEALED));
        }
    }

    @Test
    void theErasedAreShownToNobodyAtNoMoment() {
        receive(null);
        long known = register();
        erase(Subject.of(request));
        long last = erase(Subject.of(business));
        keys.destroy(Subject.of(request));
        keys.destroy(Subject.of(business));
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(shown(side, "ADMINISTRATOR")).isEqualTo(all(ERASED));
            assertThat(shown(side, "AUDITOR")).isEqualTo(all(ERASED));
            assertThat(shown(new Json(side.http("OFFICER")), "?asOf=" + known)).isEqualTo(all(ERASED));
        }
    }

    /** The ledger's word is enough, should a key be back from a backup. */
    @Test
    void aRestoredKeyOpensNothingOfTheErased() {
        receive(null);
        register();
        erase(Subject.of(request));
        long last = erase(Subject.of(business));
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(shown(side, "ADMINISTRATOR")).isEqualTo(all(ERASED));
        }
    }

    /** A ledger from a backup does not know of the erasure: nothing opens, and nobody says why. */
    @Test
    void ofADestroyedKeyThatNobodyErasedNothingIsSaidButThatItDoesNotOpen() {
        receive(null);
        long last = register();
        keys.destroy(Subject.of(request));
        keys.destroy(Subject.of(business));
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(shown(side, "ADMINISTRATOR")).isEqualTo(all("[không mở được]"));
            assertThat(shown(side, "AUDITOR")).isEqualTo(all(SEALED));
        }
    }

    @Test
    void whatARequesterOfAHouseholdLeftIsErasedWithTheHousehold() {
        scribe.write(new HouseholdRegistered(household, unit, "HO-999"));
        register();
        long last = receive(household);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe)) {
            assertThat(shown(side.upTo(last), "MEMBER")).startsWith(NAME, PHONE, NOTE);
            keys.destroy(Subject.of(household));
            assertThat(shown(side.upTo(erase(Subject.of(household))), "MEMBER"))
                    .containsExactly(ERASED, ERASED, ERASED, SHOP, SHOP);
        }
    }

    @Test
    void aTradeNameIsThatOfTheMomentAskedAboutOrIsNone() {
        receive(null);
        long first = register();
        long last = scribe.write(new BusinessCorrected(business, BusinessKind.HOUSEHOLD_BUSINESS, unit, "HKD-9", null))
                .number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            Json json = new Json(side.http("OFFICER"));
            assertThat(shown(json, "?asOf=" + first)).endsWith(SHOP, SHOP);
            assertThat(json.answer("/api/businesses/" + business)).doesNotContainKey("tradeName");
        }
    }

    @Test
    @Tag("long")
    void aReplayAfterTheErasureGivesTheSameFiguresAndTheSameDocuments() {
        receive(null);
        register();
        try (QuerySideFixture side =
                QuerySideFixture.of(scribe).upTo(scribe.ledger.tail().number())) {
            Json json = new Json(side.http("OFFICER"));
            Object requests = json.answer("/api/units/p/requests").get("total");
            Object figures = json.answer("/api/dashboards/p?quarter=2026-Q3").get("total");
            erase(Subject.of(request));
            long last = erase(Subject.of(business));
            keys.destroy(Subject.of(request));
            keys.destroy(Subject.of(business));
            Map<String, ?> documents = side.upTo(last).documents();

            side.replayAll();
            assertThat(side.upTo(last).documents()).isEqualTo(documents);
            assertThat(json.answer("/api/units/p/requests").get("total")).isEqualTo(requests);
            assertThat(json.answer("/api/dashboards/p?quarter=2026-Q3").get("total"))
                    .isEqualTo(figures);
            assertThat(shown(side, "OFFICER")).isEqualTo(all(ERASED));
        }
    }

    @Test
    @Tag("long")
    void noDocumentHoldsTheClearText() {
        receive(null);
        long last = register();
        try (QuerySideFixture side = QuerySideFixture.of(scribe).upTo(last)) {
            shown(side, "OFFICER");
            String everything = side.everything();
            assertThat(everything).contains(request.value(), business.value());
            assertThat(List.of(NAME, PHONE, NOTE, SHOP)).noneMatch(everything::contains);
        }
    }
}
