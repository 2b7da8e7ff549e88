package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.outreach.OutreachCommand.ScheduleOutreach;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.domain.training.TrainingCommand.HoldTraining;
import vn.soto.domain.training.TrainingCommand.ScheduleTraining;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.ledger.Commit;

/** Warnings of changes for days on which something was recorded already. */
final class LeftBehindRecordsTest extends SmallCommune {

    private static final LocalDate BEFORE = LocalDate.of(2025, 12, 22);
    private static final UnitId NEW = new UnitId("u-3");

    @BeforeEach
    void registerABusiness() {
        send(new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, HERE, "CS-1", null));
    }

    private static EndMembership end(LocalDate last) {
        return new EndMembership(TEAM, LAN, EndReason.RESIGNED, last);
    }

    private static List<Warning> left(CommandOutcome outcome) {
        return outcome.warnings().stream()
                .filter(warning -> warning.code().name().startsWith("RECORDS_"))
                .toList();
    }

    private static Warning records(int number) {
        return new Warning(Flag.Code.RECORDS_ARE_LEFT_BEHIND, List.of(number));
    }

    static Stream<Arguments> changesBeforeTheHelp() {
        return Stream.of(
                arguments(end(BEFORE), 2),
                arguments(new SuspendMember(TEAM, LAN, BEFORE, REASON), 2),
                arguments(
                        new CorrectMembership(
                                TEAM, LAN, FOUNDED, MemberOrigin.TEACHER, HELPED.plusDays(1), null, REASON),
                        2),
                arguments(new ChangeCoverage(TEAM, List.of(THERE), DECISION, BEFORE), 2),
                arguments(new DissolveTeam(TEAM, DECISION, BEFORE, REASON), 2),
                arguments(new RelocateHousehold(HOUSEHOLD, THERE, BEFORE), 2));
    }

    @ParameterizedTest
    @MethodSource("changesBeforeTheHelp")
    void countTheHelpThatAChangeForAnEarlierDayLeavesBehind(Command change, int expected) {
        send(help("a-1", HELPED, LAN));
        send(help("a-2", HELPED.plusDays(1), LAN));
        send(help("voided", HELPED, LAN));
        send(new VoidAssistance(new AssistanceId("voided"), REASON));
        send(help("before", LocalDate.of(2025, 12, 1), LAN));

        assertThat(left(send(change))).as(change.toString()).containsExactly(records(expected));
    }

    @Test
    void countTheHelpAlongWithAnotherTeam() {
        MemberId hoa = new MemberId("hoa");
        send(form(OTHER, THERE, List.of(hoa, new MemberId("tuan"), new MemberId("vui")), hoa, FOUNDED));
        List<Responsible> lan = List.of(new Responsible(TEAM, LAN));
        for (String id : List.of("a-1", "voided")) {
            send(new RecordAssistance(
                    new AssistanceId(id),
                    OTHER,
                    null,
                    null,
                    THERE,
                    List.of(hoa),
                    lan,
                    content(HELPED),
                    null,
                    REASON,
                    null));
        }
        send(new VoidAssistance(new AssistanceId("voided"), REASON));

        assertThat(left(send(new ChangeCoverage(TEAM, List.of(THERE), DECISION, BEFORE))))
                .isEmpty();
        assertThat(left(send(end(BEFORE)))).containsExactly(records(1));
    }

    @Test
    void sayNothingOfDutyAtThePublicServiceCentreWhenTheAreaChanges() {
        send(new RecordAssistance(
                new AssistanceId("a-1"),
                TEAM,
                HOUSEHOLD,
                null,
                null,
                List.of(LAN),
                new AssistanceContent(
                        List.of(SERVICES.getFirst()),
                        Channel.PUBLIC_SERVICE_CENTRE,
                        Mode.DEMONSTRATED,
                        VietnamTime.start(HELPED)),
                null,
                REASON));

        assertThat(left(send(new ChangeCoverage(TEAM, List.of(THERE), DECISION, BEFORE))))
                .isEmpty();
        assertThat(left(send(new RelocateHousehold(HOUSEHOLD, THERE, BEFORE)))).isEmpty();
        assertThat(left(send(end(BEFORE)))).containsExactly(records(1));
    }

    @Test
    void sayNothingOfChangesForDaysAfterTheHelp() {
        send(help("a-1", HELPED, LAN));

        assertThat(left(send(end(HELPED)))).isEmpty();
        assertThat(left(send(new ChangeCoverage(TEAM, List.of(THERE), DECISION, HELPED.plusDays(1)))))
                .isEmpty();
    }

    @Test
    void sayNothingOfHelpBySomebodyElse() {
        send(help("a-1", HELPED, MINH));

        assertThat(left(send(end(BEFORE)))).isEmpty();
    }

    @Test
    void countSessionsTrainingsAndAssignmentsToo() {
        OutreachId session = new OutreachId("s-1");
        TrainingId training = new TrainingId("tr-1");
        send(new ScheduleOutreach(
                session,
                TEAM,
                HERE,
                VietnamTime.start(HELPED),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.RESIDENTS_MEETING));
        send(new HoldOutreach(session, new Holding(HELPED, 20, CountBasis.COUNTED_LIST, List.of(LAN))));
        send(new ScheduleTraining(
                training, List.of(ServiceCategory.VNEID), Organiser.PEOPLES_COMMITTEE, null, HELPED, 3));
        send(new HoldTraining(training, new Attendance(HELPED, 3, List.of(new Attendee(TEAM, LAN)))));
        send(new AssignHousehold(HOUSEHOLD, TEAM, LAN, HELPED));
        send(help("a-1", HELPED, LAN));

        assertThat(left(send(end(BEFORE)))).containsExactly(records(4));
    }

    @Test
    void countHelpToABusinessThatWorkedElsewhere() {
        send(new RecordAssistance(
                new AssistanceId("a-1"), TEAM, null, BUSINESS, null, List.of(LAN), content(HELPED), null, REASON));

        assertThat(left(send(new RelocateBusiness(BUSINESS, THERE, BEFORE)))).containsExactly(records(1));
    }

    @Test
    void countARecordCorrectedToADayOnWhichTheTeamDidNotCoverIt() {
        send(new ChangeCoverage(TEAM, List.of(THERE), DECISION, HELPED.plusDays(1)));
        send(help("a-1", HELPED, LAN));

        CommandOutcome corrected = send(new CorrectAssistance(
                new AssistanceId("a-1"), null, content(HELPED.plusDays(1)), HOUSEHOLD, null, null, REASON));

        assertThat(left(corrected)).containsExactly(records(1));
    }

    /** The units of the team become another, the team has not been told so yet. */
    private void merge() {
        send(unit(NEW.value(), UnitKind.HAMLET, null, new UnitId("c")));
        send(new MergeUnits(NEW, List.of(HERE, THERE), DECISION, BEFORE));
    }

    private CommandOutcome cover(UnitId unit) {
        return send(new ChangeCoverage(TEAM, List.of(unit), DECISION, BEFORE));
    }

    @Test
    void sayNothingWhenTheTeamIsConsolidatedLateOnWhatItsUnitBecame() {
        merge();
        send(help("a-1", HELPED, LAN));

        assertThat(left(cover(NEW))).isEmpty();
    }

    @Test
    void countHelpThatTheTeamDoesNotCoverAfterTheMergerEither() {
        send(unit("far", UnitKind.HAMLET, null, new UnitId("c")));
        merge();
        send(help("a-1", HELPED, LAN));

        assertThat(left(cover(new UnitId("far")))).containsExactly(records(1));
    }

    @Test
    void countHelpThatRestedOnAMergerWhichIsUndone() {
        merge();
        cover(NEW);
        send(help("a-1", HELPED, LAN));
        send(help("a-2", HELPED.plusDays(1), LAN));

        assertThat(left(send(new UndoUnitChange(THERE, UnitChange.MERGED, BEFORE, REASON))))
                .isEmpty();
        assertThat(left(send(new UndoUnitChange(HERE, UnitChange.MERGED, BEFORE, REASON))))
                .containsExactly(records(2));
    }

    @Test
    void countHelpThatRestedOnItAlsoOfATeamThatCoveredTheNewUnitUntilALaterDecisionEnteredBefore() {
        List<UnitId> far = List.of(new UnitId("far"), new UnitId("farther"));
        far.forEach(unit -> send(unit(unit.value(), UnitKind.HAMLET, null, new UnitId("c"))));
        merge();
        MemberId hoa = new MemberId("hoa");
        List<MemberId> members = List.of(hoa, new MemberId("tuan"), new MemberId("vui"));
        send(form(OTHER, far.getFirst(), members, hoa, FOUNDED));
        send(new ChangeCoverage(OTHER, far, DECISION, HELPED.plusDays(9)));
        send(new ChangeCoverage(OTHER, List.of(NEW), DECISION, BEFORE));
        send(new RecordAssistance(
                new AssistanceId("a-1"), OTHER, HOUSEHOLD, null, null, List.of(hoa), content(HELPED), null, REASON));

        assertThat(left(send(new UndoUnitChange(THERE, UnitChange.MERGED, BEFORE, REASON))))
                .isEmpty();
        assertThat(left(send(new UndoUnitChange(HERE, UnitChange.MERGED, BEFORE, REASON))))
                .containsExactly(records(1));
    }

    @Test
    void sayNothingOfWhatOneEventOfACommitTakesAndAnotherGivesBack() {
        send(new DissolveTeam(TEAM, DECISION, LocalDate.of(2026, 3, 31), REASON));
        send(end(BEFORE));
        send(new RecordAssistance(
                new AssistanceId("a-1"), TEAM, HOUSEHOLD, null, null, List.of(MINH), content(HELPED), null, REASON));

        assertThat(left(send(new EnrolMember(TEAM, LAN, MemberOrigin.OTHER, BEFORE.plusDays(9)))))
                .isEmpty();
    }

    @Test
    void areTheSameForARepeatWhateverWasRecordedSince() {
        send(help("a-1", HELPED, LAN));
        CommandOutcome first = send(end(BEFORE));
        send(new VoidAssistance(new AssistanceId("a-1"), REASON));
        send(help("a-2", HELPED, MINH));

        CommandOutcome again = side.gateway().submit(new CommandRequest(first.command(), "an"), end(BEFORE));

        assertThat(again.repeat()).isTrue();
        assertThat(again.warnings()).isEqualTo(first.warnings()).contains(records(1));
    }

    @Test
    void sayThatTheyAreNotCountedWhileTheRecordsAreNotRead() {
        send(help("a-1", HELPED, LAN));
        Commit change = ledger.commit(send(end(BEFORE)).commit()).orElseThrow();
        List<DomainEvent> events = change.stored().stream().map(CODEC::decode).toList();
        TeamIndex unread = new TeamIndex(ledger, CODEC, 1_000_000, 3);
        LeftBehindRecords records = new LeftBehindRecords(unread, PastEvents.in(ledger, CODEC));

        assertThat(records.warning(change, events))
                .isEqualTo(Optional.of(new Warning(Flag.Code.RECORDS_LEFT_BEHIND_ARE_NOT_COUNTED_YET, List.of())));
        unread.catchUp();
        assertThat(records.warning(change, events)).isEqualTo(Optional.of(records(1)));
    }
}
