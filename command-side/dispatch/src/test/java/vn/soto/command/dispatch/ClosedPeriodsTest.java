package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachChannel;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.Organiser;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand.RecordOutreach;
import vn.soto.domain.outreach.OutreachCommand.RestoreOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.period.PeriodCommand.ClosePeriod;
import vn.soto.domain.period.PeriodCommand.ReopenPeriod;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Warning;
import vn.soto.domain.training.TrainingCommand.RecordTraining;
import vn.soto.domain.training.TrainingCommand.RestoreTraining;
import vn.soto.domain.training.TrainingCommand.VoidTraining;

/** Whoever records into a closed period is told where it counts. */
final class ClosedPeriodsTest extends SmallCommune {

    private static final Quarter FIRST = Quarter.parse("2026-Q1");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 30);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 3);

    private List<Warning> warnings(Command command) {
        return closed(send(command));
    }

    private static List<Warning> closed(CommandOutcome outcome) {
        return outcome.warnings().stream()
                .filter(warning -> warning.code() == Flag.Code.COUNTS_IN_AN_AMENDMENT
                        || warning.code() == Flag.Code.COUNTS_IN_A_LATER_PERIOD)
                .toList();
    }

    private static RecordAssistance help(String id, LocalDate day) {
        return help(id, day, LAN);
    }

    private static CorrectAssistance moved(String id, LocalDate day) {
        return new CorrectAssistance(new AssistanceId(id), null, content(day), HOUSEHOLD, null, null, REASON);
    }

    private static Warning amendment(LocalDate day) {
        return new Warning(Flag.Code.COUNTS_IN_AN_AMENDMENT, List.of(day, "2026-Q1"));
    }

    private void on(String day) {
        clock.set(Instant.parse(day + "T02:00:00Z"));
    }

    private void adopt(LateCounting late) {
        send(new AdoptReportingCalendar(PROVINCE, QuarterCalendar.CALENDAR, 2, late, DECISION, FIRST));
    }

    @Test
    void whatArrivesForAClosedPeriodCountsInAnAmendmentOfIt() {
        on("2026-04-07");
        assertThat(warnings(help("a-1", MARCH))).as("it is not closed yet").isEmpty();
        send(new ClosePeriod(PROVINCE, FIRST));

        assertThat(warnings(help("a-2", MARCH))).containsExactly(amendment(MARCH));
        assertThat(warnings(help("a-3", APRIL))).as("of the next period").isEmpty();
    }

    @Test
    void correctionsOutOfAClosedPeriodIntoItAndWithinItAreTold() {
        on("2026-04-07");
        Stream.of("a-1", "a-2", "a-3").forEach(id -> send(help(id, MARCH)));
        send(help("a-4", APRIL));
        send(new ClosePeriod(PROVINCE, FIRST));

        assertThat(warnings(moved("a-1", APRIL))).containsExactly(amendment(MARCH));
        assertThat(warnings(moved("a-2", MARCH.minusDays(1))))
                .containsExactly(amendment(MARCH), amendment(MARCH.minusDays(1)));
        assertThat(warnings(moved("a-4", MARCH))).containsExactly(amendment(MARCH));
        assertThat(warnings(new VoidAssistance(new AssistanceId("a-3"), REASON)))
                .containsExactly(amendment(MARCH));
    }

    @Test
    void voidsOfSessionsAndTrainingsAndRecountsOfGroupsAreTold() {
        on("2026-04-07");
        OutreachId session = new OutreachId("o-1");
        Holding holding = new Holding(MARCH, 12, CountBasis.SIGNED_LIST, List.of(new MemberId("lan")));
        send(new RecordOutreach(
                session,
                TEAM,
                new UnitId("u-1"),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.RESIDENTS_MEETING,
                holding));
        CommunityGroupId group = new CommunityGroupId("g-1");
        send(new RecordCommunityGroup(group, TEAM, 20, MARCH));
        TrainingId training = new TrainingId("tr-1");
        send(new RecordTraining(
                training,
                List.of(ServiceCategory.VNEID),
                Organiser.OTHER,
                null,
                new Attendance(MARCH, 3, List.of(new Attendee(TEAM, new MemberId("lan"))))));
        send(new ClosePeriod(PROVINCE, FIRST));

        assertThat(warnings(new VoidTraining(training, REASON))).containsExactly(amendment(MARCH));
        assertThat(warnings(new RestoreTraining(training, REASON))).containsExactly(amendment(MARCH));
        assertThat(warnings(new UpdateCommunityGroup(group, 25, MARCH))).containsExactly(amendment(MARCH));
        assertThat(warnings(new VoidOutreach(session, REASON))).containsExactly(amendment(MARCH));
        assertThat(warnings(new CloseCommunityGroup(group, MARCH)))
                .as("it is not there on the day after")
                .containsExactly(amendment(MARCH.plusDays(1)));
        assertThat(warnings(new CorrectGroupClosing(group, null, REASON)))
                .as("it is there again")
                .containsExactly(amendment(MARCH.plusDays(1)), amendment(MARCH));
        assertThat(warnings(new RestoreOutreach(session, REASON))).containsExactly(amendment(MARCH));
    }

    @Test
    void whereThePolicySaysSoItCountsInTheNextPeriod() {
        adopt(LateCounting.NEXT_PERIOD);
        on("2026-04-07");
        send(new ClosePeriod(PROVINCE, FIRST));

        assertThat(warnings(help("a-1", MARCH)))
                .containsExactly(new Warning(Flag.Code.COUNTS_IN_A_LATER_PERIOD, List.of(MARCH, "2026-Q1", "2026-Q2")));
    }

    @Test
    void aReopenedPeriodTakesRecordsUntilItIsClosedByItself() {
        on("2026-04-07");
        send(new ClosePeriod(PROVINCE, FIRST));
        on("2026-04-08");
        send(new ReopenPeriod(PROVINCE, FIRST, LocalDate.of(2026, 4, 10), "Tổ ấp 1 mất mạng cả tuần"));

        on("2026-04-10");
        assertThat(warnings(help("a-1", MARCH))).isEmpty();
        on("2026-04-11");
        assertThat(warnings(help("a-2", MARCH.minusDays(1)))).containsExactly(amendment(MARCH.minusDays(1)));
    }

    @Test
    void aRepeatedCommandIsToldTheSame() {
        on("2026-04-07");
        CommandRequest request = new CommandRequest(new UUID(0x7000L, Long.MIN_VALUE | 900), "an");
        side.gateway().submit(request, help("a-1", MARCH));
        send(new ClosePeriod(PROVINCE, FIRST));

        assertThat(closed(side.gateway().submit(request, help("a-1", MARCH)))).isEmpty();
    }
}
