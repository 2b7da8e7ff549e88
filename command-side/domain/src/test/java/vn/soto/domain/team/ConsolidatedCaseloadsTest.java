package vn.soto.domain.team;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.household.HouseholdRule.HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET;
import static vn.soto.domain.team.TeamRule.CORRECTED_CONSOLIDATION_CHANGES_NOT_TOO_MANY_HOUSEHOLDS;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.CaseloadEvent.CaseloadChanged;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag.Code;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.shared.Warnings;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.CorrectConsolidation;
import vn.soto.ledger.StreamPosition;

/** The households of a whole hamlet pass with their members into the team that goes on. */
@Tag("slow")
final class ConsolidatedCaseloadsTest extends SampleCommune {

    private static final int MANY = 1_500;
    private static final List<MemberId> MEMBERS = List.of(HUNG, TUAN, new MemberId("m-hoa"));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** @param bytes allocated by the thread that decided */
    private record Decided(List<DomainEvent> events, long bytes) {}

    private static Decided consolidated(int households, ConsolidateTeams command) {
        Scenario scenario = Scenario.at(NOW).given(units()).given(formTeam(), formFarTeam());
        for (int each = 0; each < households; each++) {
            HouseholdId id = new HouseholdId("h-" + each);
            Responsible responsible = new Responsible(FAR_TEAM, MEMBERS.get(each % MEMBERS.size()));
            scenario.append(
                    new HouseholdRegistered(id, FAR_HAMLET, "BB-" + each),
                    new StreamPosition("household", id.value(), 0));
            scenario.append(
                    new HouseholdAssigned(id, FAR_HAMLET, responsible, FOUNDED),
                    new StreamPosition("household", id.value(), 1));
        }
        for (MemberId member : MEMBERS) {
            scenario.append(
                    new CaseloadChanged(member, FAR_TEAM, households / MEMBERS.size(), 220),
                    new StreamPosition("caseload", "caseload:" + member, 0));
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        List<DomainEvent> events = scenario.send(command);
        return new Decided(events, THREADS.getCurrentThreadAllocatedBytes() - before);
    }

    private static Map<String, Responsible> carried(List<DomainEvent> events) {
        Map<String, Responsible> carried = new TreeMap<>();
        events.stream()
                .filter(HouseholdReassigned.class::isInstance)
                .map(HouseholdReassigned.class::cast)
                .forEach(passed -> carried.put(passed.household().value(), passed.to()));
        return carried;
    }

    private static Map<String, Responsible> expected(int households, List<MemberId> staying) {
        Map<String, Responsible> expected = new TreeMap<>();
        for (int each = 0; each < households; each++) {
            MemberId member = MEMBERS.get(each % MEMBERS.size());
            if (staying.contains(member)) {
                expected.put("h-" + each, new Responsible(TEAM, member));
            }
        }
        return expected;
    }

    @Test
    void fifteenHundredStayWithTheirMembersAndEachCostsWhatOneOfAFewDoes() {
        ConsolidateTeams all = new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), null, null, LAN, TODAY);
        Decided few = consolidated(MANY / 10, all);
        Decided many = consolidated(MANY, all);

        assertThat(carried(many.events)).isEqualTo(expected(MANY, MEMBERS));
        assertThat(Warnings.of(many.events)).isEmpty();
        assertThat(many.bytes / MANY)
                .as("bytes allocated a household, of %s and of %s", MANY, MANY / 10)
                .isLessThan(2 * few.bytes / (MANY / 10));
    }

    @Test
    void ofFifteenHundredThoseOfTheOneWhoGoesAreWithoutAnybody() {
        List<Warning> warnings = new ArrayList<>();
        Decided decided = consolidated(
                MANY,
                new ConsolidateTeams(
                        TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), null, founding(LAN, HUNG, TUAN, MAI), LAN, TODAY));

        warnings.addAll(Warnings.of(decided.events));
        assertThat(carried(decided.events)).isEqualTo(expected(MANY, List.of(HUNG, TUAN)));
        assertThat(warnings).containsExactly(new Warning(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND, List.of(500, "m-hoa")));
    }

    /** Each of those that moved between the two days goes back and passes again, which a commit has to hold. */
    @Test
    void aCorrectionOfMoreHouseholdsThanACommitHoldsIsRefusedWithAWayOut() {
        LocalDate right = TODAY.plusDays(10);
        Scenario scenario = Scenario.at(NOW)
                .given(units())
                .given(
                        formTeam(),
                        formFarTeam(),
                        new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), null, null, LAN, TODAY));
        for (int each = 0; each <= CarriedCaseloads.MOST / 2; each++) {
            carriedAndMoved(scenario, new HouseholdId("h-" + each));
        }

        scenario.when(new CorrectConsolidation(TEAM, List.of(FAR_TEAM), TODAY, right, "Ghi nhầm"))
                .isRefusedBy(CORRECTED_CONSOLIDATION_CHANGES_NOT_TOO_MANY_HOUSEHOLDS, CarriedCaseloads.MOST);
    }

    private static void carriedAndMoved(Scenario scenario, HouseholdId household) {
        Responsible there = new Responsible(FAR_TEAM, HUNG);
        Responsible here = new Responsible(TEAM, HUNG);
        List<DomainEvent> events = List.of(
                new HouseholdRegistered(household, FAR_HAMLET, "BB-1"),
                new HouseholdAssigned(household, FAR_HAMLET, there, FOUNDED),
                new HouseholdReassigned(household, FAR_HAMLET, there, here, TODAY),
                new HouseholdRelocated(household, FAR_HAMLET, HAMLET, here, TODAY.plusDays(5)));
        events.forEach(event ->
                scenario.append(event, new StreamPosition("household", household.value(), events.indexOf(event))));
    }

    /** Hùng's until the hand-over to another team, which is decided for later and stays. */
    @Test
    void aHouseholdWithAComingHandOverStaysWithItsMemberUntilThen() {
        TeamId near = new TeamId("team-3");
        LocalDate later = TODAY.plusDays(20);
        Responsible hung = new Responsible(TEAM, HUNG);
        Responsible mai = new Responsible(near, MAI);
        Scenario scenario = Scenario.at(NOW)
                .given(units())
                .given(
                        formTeam(),
                        formFarTeam(),
                        form(near, FAR_HAMLET, MAI, new MemberId("m-x"), new MemberId("m-y")),
                        register(HOUSEHOLD, FAR_HAMLET))
                .given(
                        new AssignHousehold(HOUSEHOLD, FAR_TEAM, HUNG, FOUNDED),
                        new ReassignHousehold(HOUSEHOLD, near, MAI, later));

        List<DomainEvent> events =
                scenario.send(new ConsolidateTeams(TEAM, signedOn(FOUNDED), List.of(FAR_TEAM), null, null, LAN, TODAY));

        assertThat(events)
                .contains(new HouseholdReassigned(HOUSEHOLD, FAR_HAMLET, new Responsible(FAR_TEAM, HUNG), hung, TODAY))
                .contains(new AssignmentCorrected(HOUSEHOLD, FAR_HAMLET, hung, mai, later, later));
        assertThat(Warnings.of(events)).extracting(Warning::code).doesNotContain(Code.MEMBER_LEAVES_HOUSEHOLDS_BEHIND);
        scenario.when(new AssignHousehold(HOUSEHOLD, near, MAI, later))
                .isRefusedBy(HOUSEHOLD_HAS_NO_RESPONSIBLE_MEMBER_YET);
    }
}
