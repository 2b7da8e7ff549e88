package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.person.Persons;
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

    /** Accounts of any commune are linked there; a letter would find most of a province. */
    @Test
    void anAdministratorOfEverythingFindsTheMembersOfAnyTeamByName() {
        try (QuerySideFixture side = world.side()) {
            assertThat(found(side, "province-administrator", "/api/members?q=nguyen thi"))
                    .contains("member-in", "member-out");
            assertThat(found(side, "province-administrator", "/api/members?q=n"))
                    .contains("members=[]");
            assertThat(found(side, "auditor", "/api/members?q=nguyen thi")).contains("members=[]");
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

    /** Whoever is found by a name is told to be called so, although the answer has no name. */
    @Test
    void aSearchThatFindsAMemberByNameStandsInTheRegister() {
        PersonalDataReads register = new MemoryPersonalDataReads();
        try (QuerySideFixture side = QuerySideFixture.of(world.log, register)
                .upTo(world.log.ledger.tail().number())) {
            assertThat(found(side, "officer", "/api/search?q=nguyen thi&kinds=unit"))
                    .contains("hits=[]");
            assertThat(found(side, "officer", "/api/search?q=nguyen thi zzz")).contains("hits=[]");
            assertThat(register.find(new PersonalDataReads.Search(null, "officer", null, null, null, 9))
                            .reads())
                    .isEmpty();

            assertThat(found(side, "officer", "/api/search?q=nguyen thi")).contains("member-in");
            assertThat(register.find(new PersonalDataReads.Search(null, "officer", null, null, null, 9))
                            .reads())
                    .extracting(PersonalDataRead::subject, PersonalDataRead::question)
                    .containsExactly(tuple("member:member-in", "/api/search?q=…"));
        }
    }

    /** Neither the events of a record out of reach, nor the time that it takes to look through them, tell that it is there. */
    @Test
    void noEventIsLookedAtForASubjectOutOfReach() {
        try (QuerySideFixture side = world.side()) {
            Reader officer = side.bean(Readers.class)
                    .of(
                            new Asker("officer", Set.of(Role.OFFICER), "/", false),
                            world.log.ledger.tail().number());
            List<String> asked = List.of(
                    "household:h-out",
                    "h-out",
                    "personal-data:household:h-out",
                    "household:h-in",
                    "h-in",
                    "h-zzz",
                    "t-out");

            assertThat(officer.answered(() ->
                            asked.stream().filter(EventLocations::isOutside).toList()))
                    .containsExactly("household:h-out", "h-out", "personal-data:household:h-out");
            assertThat(found(side, "officer", "/api/events?about=household:h-out"))
                    .contains("events=[]");
            assertThat(found(side, "officer", "/api/events?about=household:h-in"))
                    .contains("h-in");
        }
    }

    /** A number that somebody types is looked for among no members. */
    @Test
    void aPseudonymIsFoundWithItsPrefixAlone() {
        try (QuerySideFixture side = world.side()) {
            Json auditor = new Json(side.signedIn("auditor"));
            String pseudonym = side.bean(Persons.class).pseudonym(Subject.of(new MemberId("member-in")));

            assertThat(auditor.answer("/api/search?q=" + pseudonym).toString()).contains("member-in");
            assertThat(auditor.answer("/api/search?q=" + pseudonym.substring(3)).toString())
                    .doesNotContain("member-in");
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
