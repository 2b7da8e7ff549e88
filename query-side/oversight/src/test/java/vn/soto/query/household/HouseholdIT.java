package vn.soto.query.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.business.BusinessEvent.BusinessClosed;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessReopened;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** Households, their lists and businesses, each as it was known at every commit asked about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HouseholdIT {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final UnitId HERE = new UnitId("c0-r0");
    private static final UnitId THERE = new UnitId("c0-r1");
    private static final Responsible LAN = new Responsible(new TeamId("team-0"), new MemberId("lan"));
    private static final Responsible HUNG = new Responsible(new TeamId("team-0"), new MemberId("hung"));

    private final Sample sample = new Sample(1, 0);

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe);

    private final Json json = new Json(side.http());
    private int ids;

    /** Whoever is responsible is a member. */
    HouseholdIT() {
        Stream.of("lan", "hung", "bac", "binh", "nam").forEach(member -> enrol(LAN.team(), new MemberId(member)));
    }

    private void enrol(TeamId team, MemberId member) {
        write(new MemberEnrolled(team, member, MemberOrigin.YOUTH_UNION, Sample.DAY));
    }

    @Test
    void aHouseholdTellsWhereItLivedAndWhoWasResponsible() {
        HouseholdId home = register(HERE);
        long assigned = write(new HouseholdAssigned(home, HERE, LAN, DAY));
        long moved = write(
                new HouseholdRelocated(home, HERE, THERE, LAN, DAY.plusDays(9)),
                new HouseholdUnassigned(home, THERE, LAN, UnassignmentCause.MOVED_OUT_OF_COVERAGE, DAY.plusDays(9)));

        assertThat(household(home, assigned))
                .containsEntry("unit", HERE.value())
                .containsEntry("state", "PRESENT")
                .containsEntry("member", "lan")
                .containsEntry("since", DAY.toString())
                .containsEntry("units", List.of(Map.of("unit", HERE.value())));
        assertThat(household(home, moved))
                .containsEntry("unit", THERE.value())
                .doesNotContainKeys("team", "member", "since")
                .containsEntry(
                        "units",
                        List.of(
                                Map.of("unit", HERE.value()),
                                Map.of(
                                        "unit",
                                        THERE.value(),
                                        "from",
                                        DAY.plusDays(9).toString())))
                .containsEntry(
                        "charges",
                        List.of(
                                Map.of("team", "team-0", "member", "lan", "from", DAY.toString()),
                                Map.of("from", DAY.plusDays(9).toString(), "cause", "MOVED_OUT_OF_COVERAGE")));
        assertThat(json.status("/api/households/" + home + "?asOf=" + (assigned - 2)))
                .isEqualTo(404);
    }

    @Test
    void whatBeginsOnALaterDayStandsBesideWhatIsInForce() {
        UnitId unit = new UnitId("c2-r1");
        UnitId next = new UnitId("c2-r2");
        LocalDate later = LocalDate.of(2026, 9, 1);
        for (Responsible each : List.of(LAN, HUNG)) {
            write(new MemberProfileRecorded(each.member(), new Sealed("A".repeat(60)), null));
        }
        HouseholdId home = register(unit);
        write(new HouseholdAssigned(home, unit, LAN, DAY));
        write(new HouseholdReassigned(home, unit, LAN, HUNG, later));
        write(new HouseholdRelocated(home, unit, next, HUNG, later.plusDays(9)));
        long tail = write(new HouseholdLeft(home, next, later.plusDays(20)));

        assertThat(household(home, tail))
                .containsEntry("unit", unit.value())
                .containsEntry("state", "PRESENT")
                .containsEntry("member", "lan")
                .containsEntry("since", DAY.toString())
                .containsEntry(
                        "coming",
                        Map.of(
                                "from", later.toString(),
                                "unit", unit.value(),
                                "state", "PRESENT",
                                "team", "team-0",
                                "member", "hung"));
        assertThat(ids("/api/units/" + unit + "/households", tail)).containsExactly(home.value());
        assertThat(ids("/api/units/" + next + "/households", tail)).isEmpty();
        assertThat(ids("/api/members/lan/households", tail)).contains(home.value());
        assertThat(ids("/api/members/hung/households", tail)).doesNotContain(home.value());
    }

    @Test
    void whatIsPutBeforeAComingChangeHoldsUntilThen() {
        UnitId unit = new UnitId("c1-r2");
        UnitId between = new UnitId("c0-r2");
        UnitId next = new UnitId("c2-r2");
        Responsible bac = new Responsible(LAN.team(), new MemberId("bac"));
        Responsible binh = new Responsible(LAN.team(), new MemberId("binh"));
        Responsible nam = new Responsible(LAN.team(), new MemberId("nam"));
        LocalDate later = LocalDate.of(2026, 9, 1);
        for (Responsible each : List.of(bac, binh, nam)) {
            write(new MemberProfileRecorded(each.member(), new Sealed("A".repeat(60)), null));
        }
        HouseholdId home = register(unit);
        write(new HouseholdAssigned(home, unit, bac, DAY));
        write(new HouseholdReassigned(home, unit, bac, nam, later));
        write(new HouseholdRelocated(home, unit, next, bac, later));
        write(new HouseholdReassigned(home, next, bac, binh, DAY.plusDays(1)));
        long tail = write(new HouseholdRelocated(home, unit, between, binh, DAY.plusDays(1)));

        assertThat(household(home, tail))
                .containsEntry("unit", between.value())
                .containsEntry("member", "binh")
                .containsEntry("since", DAY.plusDays(1).toString())
                .extracting(view -> Json.map(view.get("coming")))
                .satisfies(coming -> assertThat(coming)
                        .containsEntry("from", later.toString())
                        .containsEntry("unit", next.value())
                        .containsEntry("member", "nam"));
        assertThat(ids("/api/units/" + between + "/households", tail)).contains(home.value());
        assertThat(ids("/api/members/binh/households", tail)).contains(home.value());
    }

    @Test
    void aBusinessMovesAndClosesOnItsDay() {
        BusinessId shop = new BusinessId("b-later");
        LocalDate later = LocalDate.of(2026, 9, 1);
        write(new BusinessRegistered(shop, BusinessKind.HOUSEHOLD_BUSINESS, HERE, "HKD-99", null));
        write(new BusinessRelocated(shop, HERE, THERE, later));
        long tail = write(new BusinessClosed(shop, THERE, later.plusDays(9)));

        assertThat(json.answer("/api/businesses/" + shop + "?asOf=" + tail))
                .containsEntry("unit", HERE.value())
                .containsEntry("coming", Map.of("from", later.toString(), "unit", THERE.value(), "closed", false))
                .doesNotContainKey("closedSince");
    }

    @Test
    void aHouseholdIsMarkedAsLeftMergedAndWithdrawnAndNeverDeleted() {
        HouseholdId one = register(HERE);
        HouseholdId other = register(HERE);
        long here = write(new HouseholdAssigned(other, HERE, LAN, DAY));
        long left = write(new HouseholdLeft(one, HERE, DAY));
        long back = write(new HouseholdReturned(one, THERE, DAY.plusDays(3)));
        long merged = write(
                new HouseholdMerged(one, THERE, other, List.of()), new DuplicatesChanged(other, HERE, List.of(one)));
        long separated = write(
                new HouseholdSeparated(one, THERE, other, List.of()), new DuplicatesChanged(other, HERE, List.of()));
        long withdrawn = write(new RegistrationWithdrawn(one, THERE));

        assertThat(household(one, here)).containsEntry("state", "PRESENT");
        assertThat(household(one, left)).containsEntry("state", "LEFT").containsEntry("goneSince", DAY.toString());
        assertThat(household(one, back))
                .containsEntry("state", "PRESENT")
                .containsEntry("unit", THERE.value())
                .doesNotContainKey("goneSince");
        assertThat(household(one, merged)).containsEntry("state", "MERGED").containsEntry("survivor", other.value());
        assertThat(household(other, merged)).containsEntry("duplicates", List.of(one.value()));
        assertThat(household(one, separated)).containsEntry("state", "PRESENT").doesNotContainKey("survivor");
        assertThat(household(other, separated)).containsEntry("duplicates", List.of());
        assertThat(household(one, withdrawn)).containsEntry("state", "WITHDRAWN");
    }

    @Test
    void aHouseholdTellsWhatItAgreesToAndEverAgreedTo() {
        HouseholdId home = register(HERE);
        long photo = write(consent(home, ConsentPurpose.PHOTO, 1));
        long contact = write(consent(home, ConsentPurpose.CONTACT, 2));
        long withdrawn = write(new ConsentWithdrawn(home, ConsentPurpose.PHOTO, DAY.plusDays(1)));
        Map<String, Object> photoView = Map.of(
                "purpose",
                "PHOTO",
                "given",
                true,
                "day",
                DAY.toString(),
                "textVersion",
                1,
                "method",
                "SPOKEN",
                "team",
                "team-0",
                "witness",
                "lan");

        assertThat(household(home, photo)).containsEntry("consents", List.of(photoView));
        assertThat(consents(home, contact)).containsExactly("PHOTO", "CONTACT");
        assertThat(consents(home, withdrawn)).containsExactly("CONTACT");
        assertThat((List<?>) household(home, withdrawn).get("agreements"))
                .hasSize(3)
                .last()
                .isEqualTo(Map.of(
                        "purpose",
                        "PHOTO",
                        "given",
                        false,
                        "day",
                        DAY.plusDays(1).toString()));
    }

    @Test
    void aConsentHasItsDaysItsEvidenceAndTheCommitsThatBeganAndEndedIt() {
        HouseholdId home = register(HERE);
        long photo = write(consent(home, ConsentPurpose.PHOTO, 1));
        long withdrawn = write(new ConsentWithdrawn(home, ConsentPurpose.PHOTO, DAY.plusDays(1)));
        long contact = write(consent(home, ConsentPurpose.CONTACT, 2));
        String question = "/api/households/" + home + "/consents";
        Map<String, Object> given = Map.of(
                "purpose", "PHOTO",
                "since", DAY.toString(),
                "textVersion", 1,
                "method", "SPOKEN",
                "team", "team-0",
                "witness", "lan",
                "commit", (int) photo);
        Map<String, Object> ended = new HashMap<>(given);
        ended.putAll(Map.of("until", DAY.plusDays(1).toString(), "endedBy", (int) withdrawn));

        assertThat(page(question, photo)).containsEntry("consents", List.of(given));
        assertThat((List<?>) page(question, contact).get("consents"))
                .hasSize(2)
                .first()
                .isEqualTo(ended);
        assertThat(values(page(question, contact).get("consents"), "purpose")).containsExactly("PHOTO", "CONTACT");
    }

    @Test
    void aUnitListsWhoLivesThereAndWhoNobodyIsResponsibleFor() {
        UnitId unit = new UnitId("c1-r0");
        UnitId next = new UnitId("c1-r1");
        HouseholdId a = register(unit);
        HouseholdId b = register(unit);
        HouseholdId c = register(unit);
        long assigned = write(new HouseholdAssigned(a, unit, LAN, DAY));
        long moved = write(new HouseholdRelocated(b, unit, next, null, DAY));
        long back = write(new HouseholdRelocated(b, next, unit, null, DAY.plusDays(1)));
        long left = write(new HouseholdLeft(c, unit, DAY));
        long merged = write(new HouseholdMerged(b, unit, a, List.of()), new DuplicatesChanged(a, unit, List.of(b)));
        String list = "/api/units/" + unit + "/households";

        assertThat(ids(list, assigned)).containsExactly(a.value(), b.value(), c.value());
        assertThat(ids(list + "?unassigned=true", assigned)).containsExactly(b.value(), c.value());
        assertThat(ids(list + "?reference=HO-" + c.value().substring(2), assigned))
                .containsExactly(c.value());
        assertThat(ids(list, moved)).containsExactly(a.value(), c.value());
        assertThat(ids("/api/units/" + next + "/households", moved)).containsExactly(b.value());
        assertThat(ids(list, back)).containsExactly(a.value(), c.value(), b.value());
        assertThat(ids("/api/units/" + next + "/households", back)).isEmpty();
        assertThat(ids(list, left)).containsExactly(a.value(), b.value());
        assertThat(ids(list, merged)).containsExactly(a.value());
        assertThat(json.status("/api/units/nowhere/households")).isEqualTo(404);
        assertThat(json.status(list + "?unassigned=perhaps")).isEqualTo(400);
    }

    @Test
    void aMemberHasTheHouseholdsGivenToHimAndNotPassedOn() {
        Responsible mine = new Responsible(sample.teams.get(1), new MemberId("mai"));
        enrol(mine.team(), mine.member());
        write(new MemberProfileRecorded(mine.member(), new Sealed("A".repeat(60)), null));
        HouseholdId a = register(HERE);
        HouseholdId b = register(HERE);
        write(new HouseholdAssigned(a, HERE, mine, DAY));
        long both = write(new HouseholdAssigned(b, HERE, mine, DAY));
        long passed = write(new HouseholdReassigned(a, HERE, mine, HUNG, DAY));
        long back = write(new HouseholdReassigned(a, HERE, HUNG, mine, DAY));
        long ended = write(new HouseholdUnassigned(b, HERE, mine, UnassignmentCause.DECIDED, DAY));
        String list = "/api/members/mai/households";

        assertThat(ids(list, both)).containsExactly(a.value(), b.value());
        assertThat(ids(list, passed)).containsExactly(b.value());
        assertThat(ids(list, back)).containsExactly(b.value(), a.value());
        assertThat(ids(list, ended)).containsExactly(a.value());
        assertThat(json.status("/api/members/nobody/households?atLeast=" + ended))
                .isEqualTo(404);
    }

    @Test
    void pagesAddUpToTheWholeListAsItWasWhateverCameLater() {
        UnitId unit = new UnitId("c2-r0");
        List<HouseholdId> homes =
                IntStream.range(0, 150).mapToObj(i -> register(unit)).toList();
        long asOf = sample.scribe.ledger.tail().number();
        List<String> expected = homes.stream().map(HouseholdId::value).toList();
        homes.forEach(home -> write(new HouseholdRelocated(home, unit, THERE, null, DAY)));
        IntStream.range(0, 40).forEach(i -> register(unit));
        String list = "/api/units/" + unit + "/households";

        for (int limit : new int[] {1, 7, 64, 150}) {
            assertThat(pages(list + "?limit=" + limit, asOf))
                    .as("limit %s", limit)
                    .isEqualTo(expected);
        }
        long tail = sample.scribe.ledger.tail().number();
        assertThat(pages(list + "?limit=10", tail)).hasSize(40).doesNotContainAnyElementsOf(expected);
        assertThat(page(list + "?limit=40", tail)).doesNotContainKey("next");
    }

    @Test
    void aBusinessTellsWhereItWorksAndWhichTeamsCoverThat() {
        BusinessId shop = new BusinessId("b-1");
        long first = write(new BusinessRegistered(shop, BusinessKind.COOPERATIVE, HERE, "HTX-1", null));
        write(new BusinessCorrected(shop, BusinessKind.HOUSEHOLD_BUSINESS, HERE, "HKD-1", null));
        long moved = write(new BusinessRelocated(shop, HERE, new UnitId("c1-r2"), DAY));
        long closed = write(new BusinessClosed(shop, new UnitId("c1-r2"), DAY.plusDays(1)));
        long open = write(new BusinessReopened(shop, new UnitId("c1-r2"), DAY.plusDays(2)));

        assertThat(business(shop, first))
                .containsEntry("kind", "COOPERATIVE")
                .containsEntry("reference", "HTX-1")
                .containsEntry("unit", HERE.value())
                .extractingByKey("teams")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(business(shop, moved))
                .containsEntry("kind", "HOUSEHOLD_BUSINESS")
                .containsEntry("unit", "c1-r2")
                .doesNotContainKey("closedSince");
        assertThat(business(shop, closed))
                .containsEntry("closedSince", DAY.plusDays(1).toString());
        assertThat(business(shop, open)).doesNotContainKey("closedSince");
        assertThat(page("/api/units/c0-r0/businesses", first).get("items"))
                .isEqualTo(List.of(Map.of("business", "b-1", "kind", "COOPERATIVE", "reference", "HTX-1")));
        assertThat(page("/api/units/c0-r0/businesses", moved).get("items")).isEqualTo(List.of());
        assertThat((List<?>) page("/api/units/c1-r2/businesses", moved).get("items"))
                .hasSize(1);
        assertThat(page("/api/units/c1-r2/businesses", closed).get("items")).isEqualTo(List.of());
        assertThat(json.status("/api/businesses/nobody")).isEqualTo(404);
    }

    private HouseholdId register(UnitId unit) {
        HouseholdId household = new HouseholdId("h-" + ++ids);
        write(new HouseholdRegistered(household, unit, "HO-" + ids));
        return household;
    }

    private long write(DomainEvent... events) {
        return sample.scribe.write(events).number();
    }

    private static ConsentRecorded consent(HouseholdId household, ConsentPurpose purpose, int version) {
        return new ConsentRecorded(
                household, new Consent(purpose, version, ConsentMethod.SPOKEN, LAN.team(), LAN.member(), DAY));
    }

    private Map<String, Object> household(HouseholdId household, long asOf) {
        return page("/api/households/" + household, asOf);
    }

    private Map<String, Object> business(BusinessId business, long asOf) {
        return page("/api/businesses/" + business, asOf);
    }

    private List<Object> consents(HouseholdId household, long asOf) {
        return values(household(household, asOf).get("consents"), "purpose");
    }

    private List<Object> ids(String uri, long asOf) {
        return values(page(uri, asOf).get("items"), "household");
    }

    private List<Object> pages(String uri, long asOf) {
        List<Object> all = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> page = page(uri + "&from=" + next, asOf);
            all.addAll(values(page.get("items"), "household"));
            next = page.get("next");
        }
        return all;
    }

    private static List<Object> values(@org.jspecify.annotations.Nullable Object items, String key) {
        return ((List<?>) java.util.Objects.requireNonNull(items))
                .stream().map(item -> Json.map(item).getOrDefault(key, "")).toList();
    }

    private Map<String, Object> page(String uri, long asOf) {
        side.signal();
        return json.answer(uri + (uri.contains("?") ? "&" : "?") + "asOf=" + asOf);
    }
}
