package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.unit.UnitId;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/**
 * The choices by name: of the reader's own teams alone, some at a time, and each shown one stands in the register of
 * reads.
 */
@Tag("slow")
final class ChoicesIT {

    private final TwoCommunes world = new TwoCommunes();

    private static String found(QuerySideFixture side, String account, String address) {
        return new Json(side.signedIn(account)).answer(address).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trần Văn Lan", "tran van lan", "lan", "VĂN L", "HO-in", "ho-i"})
    void aHouseholdIsFoundByTheBeginningsOfNamesAndByReference(String typed) {
        try (QuerySideFixture side = world.side()) {
            assertThat(found(side, "member", "/api/households?q=" + typed))
                    .contains("h-in", "Trần Văn Lan", "HO-in", "mine=true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hùng", "HO-out", "an", "0903000in", "zzz"})
    void nobodyFindsWhatIsNotTheirTeams(String typed) {
        try (QuerySideFixture side = world.side()) {
            assertThat(found(side, "member", "/api/households?q=" + typed)).contains("households=[]", "more=false");
        }
    }

    @Test
    void anOfficerFindsNoHouseholdByName() {
        try (QuerySideFixture side = world.side()) {
            assertThat(found(side, "officer", "/api/households?q=lan")).contains("households=[]");
        }
    }

    @Test
    void membersAreFoundByNameWithinTheArea() {
        try (QuerySideFixture side = world.side()) {
            assertThat(found(side, "officer", "/api/members?q=nguyen thi"))
                    .contains("member-in")
                    .doesNotContain("member-out");
            assertThat(found(side, "member", "/api/members")).contains("leader-in", "member-in");
            assertThat(found(side, "officer", "/api/members?team=t-out")).contains("members=[]");
        }
    }

    @Test
    void atMostTwentyAreShownAndNobodyIsToldHowManyThereAre() {
        world.log.write(IntStream.range(0, 30)
                .mapToObj(each -> new HouseholdRegistered(
                        new HouseholdId("more-" + each), new UnitId("r-in"), "HM-" + (100 + each)))
                .toArray(HouseholdRegistered[]::new));
        try (QuerySideFixture side = world.side()) {
            Map<String, Object> answer = new Json(side.signedIn("member")).answer("/api/households?q=HM-1");

            assertThat((List<?>) answer.get("households")).hasSize(20);
            assertThat(answer).containsOnlyKeys("households", "more").containsEntry("more", true);
        }
    }

    /** All names of the team are opened to find one; that one alone was shown, and what was typed is kept nowhere. */
    @Test
    void whatIsShownStandsInTheRegisterAndNothingElse() {
        HouseholdId other = new HouseholdId("h-other");
        world.log.write(new HouseholdRegistered(other, new UnitId("r-in"), "HO-other"));
        world.log.write(new HouseholdContactRecorded(
                other, QuerySideFixture.KEYS.seal(Subject.of(other), "headName", "Lê Thị Sen"), null, null));
        PersonalDataReads register = new MemoryPersonalDataReads();
        try (QuerySideFixture side = QuerySideFixture.of(world.log, register)
                .upTo(world.log.ledger.tail().number())) {
            assertThat(found(side, "member", "/api/households?q=sen"))
                    .contains("Lê Thị Sen")
                    .doesNotContain("Trần");

            assertThat(register.find(new PersonalDataReads.Search(null, "member", null, null, null, 9))
                            .reads())
                    .extracting(PersonalDataRead::subject, PersonalDataRead::question)
                    .containsExactly(tuple("household:h-other", "/api/households?q=…"));
        }
    }

    /** Of thirty who are called so, twenty are shown: nobody else's name was read by anybody. */
    @Test
    void whatIsFoundAndNotShownLeavesNoEntry() {
        for (int each = 0; each < 30; each++) {
            HouseholdId more = new HouseholdId("h-more-" + each);
            world.log.write(new HouseholdRegistered(more, new UnitId("r-in"), "HM-" + each));
            world.log.write(new HouseholdContactRecorded(
                    more, QuerySideFixture.KEYS.seal(Subject.of(more), "headName", "Lê Thị Sen"), null, null));
        }
        PersonalDataReads register = new MemoryPersonalDataReads();
        try (QuerySideFixture side = QuerySideFixture.of(world.log, register)
                .upTo(world.log.ledger.tail().number())) {
            assertThat(found(side, "member", "/api/households?q=sen")).contains("more=true");

            assertThat(register.find(new PersonalDataReads.Search(null, "member", null, null, null, 99))
                            .reads())
                    .hasSize(20);
            assertThat(new Json(side.signedIn("auditor")).answer("/api/personal-data-reads"))
                    .as("one entry a page, with the number of its people")
                    .extracting("reads")
                    .asInstanceOf(list(Object.class))
                    .singleElement()
                    .asInstanceOf(map(String.class, Object.class))
                    .containsEntry("people", 20);
        }
    }
}
