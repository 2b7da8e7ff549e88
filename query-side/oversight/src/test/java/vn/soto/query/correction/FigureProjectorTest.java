package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.ReadModelScenario;

final class FigureProjectorTest {

    private static final LocalDate FOUNDED = LocalDate.of(2025, 1, 1);
    private static final LocalDate HELPED = LocalDate.of(2026, 1, 13);
    private static final LocalDate BEFORE = LocalDate.of(2025, 12, 22);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", FOUNDED);
    private static final UnitId HERE = new UnitId("u-1");
    private static final UnitId THERE = new UnitId("u-2");
    private static final UnitId NEW = new UnitId("u-3");
    private static final UnitId FAR = new UnitId("u-4");
    private static final TeamId TEAM = new TeamId("t-1");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final HouseholdId HOUSEHOLD = new HouseholdId("h-1");
    private static final TeamId OTHER = new TeamId("t-2");
    private static final AssistanceId HELP = new AssistanceId("a-1");
    private static final Beneficiary HOME = Beneficiary.of(HOUSEHOLD, HERE);
    private static final MembershipEnded ENDED = new MembershipEnded(TEAM, LAN, EndReason.RESIGNED, BEFORE);

    /** Commits 1 and 2: the team, and its help on 13 January. */
    private final ReadModelScenario events = ReadModelScenario.of(new FigureProjector())
            .given(new TeamFormed(
                    TEAM,
                    "Tổ ấp 1",
                    DECISION,
                    List.of(HERE),
                    Stream.of(LAN, MINH)
                            .map(member -> new FoundingMember(member, MemberOrigin.TEACHER))
                            .toList(),
                    MINH,
                    FOUNDED))
            .given(
                    new AssistanceRecorded(HELP, TEAM, HOME, share(LAN), content(HELPED), List.of(), null, null),
                    new HouseholdFirstHelped(HOUSEHOLD, HERE, TEAM, null));

    private static List<CreditShare> share(MemberId member) {
        return List.of(new CreditShare(member, 100));
    }

    private static AssistanceContent content(LocalDate day) {
        return PlainEvents.content(Channel.HOME_VISIT, Mode.DEMONSTRATED, VietnamTime.start(day));
    }

    private static ReadModelScenario.Query<List<String>> listed() {
        return (documents, asOf) -> new RecordsToCorrect(documents)
                .find(Optional.of(TEAM.value()), asOf, Locale.ENGLISH).stream()
                        .flatMap(view -> view.reasons().stream()
                                .map(reason -> view.kind() + " " + view.record() + " " + view.day() + " "
                                        + reason.rule() + " " + reason.commit()))
                        .toList();
    }

    private static String members(LocalDate day, long commit) {
        return "ASSISTANCE a-1 " + day + " HELPERS_WERE_MEMBERS_ON_THAT_DAY " + commit;
    }

    private static String area(LocalDate day, long commit) {
        return "ASSISTANCE a-1 " + day + " HELPING_TEAM_COVERS_HOUSEHOLD " + commit;
    }

    @Test
    void listsHelpOfSomebodyWhoIsSaidToHaveLeftBefore() {
        events.given(ENDED).when(listed()).expect(List.of(members(HELPED, 3)));
        events.whenAsOf(2, listed()).expect(List.of());
    }

    @Test
    void listsNothingWhenTheMembershipEndsOnTheDayOfTheHelp() {
        events.given(new MembershipEnded(TEAM, LAN, EndReason.RESIGNED, HELPED))
                .when(listed())
                .expect(List.of());
    }

    @Test
    void forgetsARecordThatIsVoidedOrCorrected() {
        events.given(ENDED)
                .given(new AssistanceCorrected(HELP, TEAM, HOME, share(MINH), content(HELPED), List.of(), null))
                .when(listed())
                .expect(List.of());
        events.given(new AssistanceVoided(HELP, TEAM, HOME)).when(listed()).expect(List.of());
        events.whenAsOf(3, listed()).expect(List.of(members(HELPED, 3)));
    }

    @Test
    void forgetsARecordThatFitsAgain() {
        events.given(ENDED)
                .given(new MembershipCorrected(TEAM, LAN, FOUNDED, MemberOrigin.TEACHER, FOUNDED, HELPED))
                .when(listed())
                .expect(List.of());
    }

    @Test
    void keepsTheCommitWhenOneEventGivesBackWhatAnotherOfItsCommitTakesAway() {
        events.given(ENDED)
                .given(
                        new MemberEnrolled(TEAM, LAN, MemberOrigin.OTHER, BEFORE.plusDays(9)),
                        new MembershipEnded(TEAM, LAN, EndReason.TEAM_DISSOLVED, HELPED.minusDays(2)))
                .when(listed())
                .expect(List.of(members(HELPED, 3)));
        events.given(new MembershipCorrected(
                        TEAM, LAN, BEFORE.plusDays(9), MemberOrigin.OTHER, BEFORE.plusDays(9), HELPED))
                .when(listed())
                .expect(List.of());
    }

    @Test
    void listsBothRulesAndTheCommitThatBrokeEach() {
        events.given(ENDED)
                .given(new TeamCoverageChanged(TEAM, List.of(THERE), DECISION, BEFORE))
                .when(listed())
                .expect(List.of(members(HELPED, 3), area(HELPED, 4)));
    }

    @Test
    void listsHelpOnDaysBetweenARightDayOfACoverageAndTheOneEnteredAndAfterIt() {
        LocalDate entered = HELPED.minusDays(3);
        events.given(new TeamCoverageChanged(TEAM, List.of(HERE, THERE), DECISION, entered))
                .given(new TeamCoverageChanged(TEAM, List.of(THERE), DECISION, entered))
                .when(listed())
                .expect(List.of(area(HELPED, 4)));
        events.given(new CoverageCorrected(TEAM, List.of(THERE), entered, BEFORE))
                .when(listed())
                .expect(List.of(area(HELPED, 4)));
        LocalDate later = HELPED.plusDays(9);
        events.given(new CoverageCorrected(TEAM, List.of(THERE), BEFORE, later))
                .when(listed())
                .expect(List.of());
    }

    @Test
    void keepsTheCommitWhenARecordIsCorrectedAndStillDoesNotFit() {
        LocalDate other = HELPED.plusMonths(1);
        events.given(new TeamCoverageChanged(TEAM, List.of(THERE), DECISION, BEFORE))
                .given(new AssistanceCorrected(HELP, TEAM, HOME, null, content(other), List.of(), null))
                .when(listed())
                .expect(List.of(area(other, 3)));
        events.whenAsOf(3, listed()).expect(List.of(area(HELPED, 3)));
    }

    @Test
    void listsHelpToAHouseholdThatLivedElsewhereAndForgetsItWhenTheTeamCoveredThatUnit() {
        events.given(new HouseholdRelocated(HOUSEHOLD, HERE, THERE, null, BEFORE))
                .when(listed())
                .expect(List.of(area(HELPED, 3)));
        events.given(new TeamCoverageChanged(TEAM, List.of(HERE, THERE), DECISION, BEFORE))
                .when(listed())
                .expect(List.of());
    }

    @Test
    void listsAnAssignmentWhileItStands() {
        Responsible lan = new Responsible(TEAM, LAN);
        events.given(new HouseholdAssigned(HOUSEHOLD, HERE, lan, HELPED))
                .given(ENDED)
                .when(listed())
                .expect(List.of(members(HELPED, 4), "ASSIGNMENT h-1 2026-01-13 RESPONSIBLE_MEMBER_BELONGS_TO_TEAM 4"));
        events.given(new HouseholdUnassigned(HOUSEHOLD, HERE, lan, UnassignmentCause.DECIDED, HELPED.plusDays(1)))
                .when(listed())
                .expect(List.of(members(HELPED, 4)));
    }

    /** A commit: the unit of the household and another become a third. */
    private ReadModelScenario merged() {
        return events.given(
                new UnitTookOver(NEW, HERE, UnitChange.MERGED, DECISION, BEFORE),
                new UnitMerged(HERE, NEW, DECISION, BEFORE),
                new UnitTookOver(NEW, THERE, UnitChange.MERGED, DECISION, BEFORE),
                new UnitMerged(THERE, NEW, DECISION, BEFORE));
    }

    private static TeamCoverageChanged covers(UnitId unit) {
        return new TeamCoverageChanged(TEAM, List.of(unit), DECISION, BEFORE);
    }

    @Test
    void listsNothingWhenTheTeamIsConsolidatedLateOnWhatItsUnitBecame() {
        merged();
        events.given(covers(NEW)).when(listed()).expect(List.of());
    }

    @Test
    void listsHelpWhenTheTeamIsConsolidatedOnAnotherUnit() {
        merged();
        events.given(covers(FAR)).when(listed()).expect(List.of(area(HELPED, 4)));
    }

    @Test
    void listsHelpOfADayBeforeTheMerger() {
        events.given(
                        new UnitTookOver(NEW, HERE, UnitChange.MERGED, DECISION, HELPED.plusDays(1)),
                        new UnitMerged(HERE, NEW, DECISION, HELPED.plusDays(1)))
                .given(covers(NEW))
                .when(listed())
                .expect(List.of(area(HELPED, 4)));
    }

    @Test
    void forgetsARecordWhenItsUnitIsSaidToHaveBecomeWhatTheTeamCovers() {
        events.given(covers(NEW)).when(listed()).expect(List.of(area(HELPED, 3)));
        merged().when(listed()).expect(List.of());
        events.whenAsOf(3, listed()).expect(List.of(area(HELPED, 3)));
    }

    @Test
    void listsHelpThatRestedOnAMergerWhichIsUndone() {
        merged();
        events.given(covers(NEW))
                .given(new UnitChangeUndone(HERE, UnitChange.MERGED, BEFORE), new UnitTakeOverUndone(NEW, HERE, BEFORE))
                .when(listed())
                .expect(List.of(area(HELPED, 5)));
    }

    @Test
    void asksForTheUnitInWhichTheHouseholdIsRegistered() {
        HouseholdId other = new HouseholdId("h-2");
        events.given(new HouseholdRegistered(other, HERE, "HK-2"));
        merged();
        events.given(new AssistanceRecorded(
                        new AssistanceId("a-2"),
                        TEAM,
                        Beneficiary.of(other, NEW),
                        share(LAN),
                        content(HELPED),
                        List.of(),
                        null,
                        null))
                .given(covers(THERE))
                .when(listed())
                .expect(List.of(area(HELPED, 6), "ASSISTANCE a-2 2026-01-13 HELPING_TEAM_COVERS_HOUSEHOLD 6"));
    }

    /** Another team's record of help, in which Lan of this team helped along. */
    private static AssistanceRecorded together() {
        return new AssistanceRecorded(
                new AssistanceId("a-9"),
                OTHER,
                Beneficiary.of(new HouseholdId("h-9"), FAR),
                List.of(new CreditShare(new MemberId("hoa"), 50), new CreditShare(LAN, 50, TEAM)),
                content(HELPED),
                List.of(),
                null,
                null);
    }

    @Test
    void listsHelpAlongWithAnotherTeamOfSomebodyWhoHadLeftBefore() {
        String along = "ASSISTANCE a-9 2026-01-13 HELPERS_WERE_MEMBERS_ON_THAT_DAY 4";
        events.given(together()).given(ENDED).when(listed()).expect(List.of(members(HELPED, 4), along));
        events.given(new AssistanceCorrected(
                        new AssistanceId("a-9"),
                        OTHER,
                        Beneficiary.of(new HouseholdId("h-9"), FAR),
                        List.of(new CreditShare(new MemberId("hoa"), 100)),
                        content(HELPED),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(TEAM)))
                .when(listed())
                .expect(List.of(members(HELPED, 4)));
    }

    @Test
    void forgetsHelpAlongOnceTheOtherTeamVoidsIt() {
        events.given(together())
                .given(ENDED)
                .given(new AssistanceVoided(
                        new AssistanceId("a-9"),
                        OTHER,
                        Beneficiary.of(new HouseholdId("h-9"), FAR),
                        null,
                        List.of(TEAM)))
                .when(listed())
                .expect(List.of(members(HELPED, 4)));
    }

    @Test
    void listsNoHelpOnDutyAtThePublicServiceCentreWhenTheTeamsAreaChanges() {
        events.given(new AssistanceRecorded(
                        new AssistanceId("a-9"),
                        TEAM,
                        Beneficiary.of(new HouseholdId("h-9"), THERE),
                        share(LAN),
                        PlainEvents.content(
                                Channel.PUBLIC_SERVICE_CENTRE, Mode.DEMONSTRATED, VietnamTime.start(HELPED)),
                        List.of(),
                        null,
                        null))
                .given(covers(FAR))
                .when(listed())
                .expect(List.of(area(HELPED, 4)));
    }
}
