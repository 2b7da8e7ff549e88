package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFollowedUp;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.report.ReportEvent.HouseholdTotalStated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The counts of version 4 of the indicators that differ from earlier versions, which stay as they were. */
final class FourthVersionTest {

    private static final TeamId RIVER = new TeamId("river");
    private static final TeamId HILL = new TeamId("hill");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final MemberId TUAN = new MemberId("tuan");
    private static final UnitId UNIT = new UnitId("unit");
    private static final Beneficiary HOUSEHOLD = Beneficiary.of(new HouseholdId("h"), UNIT);
    private static final AssistanceId HELP = new AssistanceId("a");
    private static final Quarter Q3 = new Quarter(2026, 3);
    private static final Instant AUGUST = Instant.parse("2026-08-01T00:00:00Z");
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
    private static final Instrument DECISION = new Instrument("1/QĐ", LocalDate.of(2026, 1, 1));

    private static Map<String, Long> figures(int version, TeamId team, DomainEvent... events) {
        Indicators indicators = new Indicators(version, team, Q3, QuarterCalendar.CALENDAR);
        IntStream.range(0, events.length).forEach(position -> indicators.on(position, events[position]));
        Map<String, Long> figures = new TreeMap<>();
        indicators.figures().forEach(figure -> figures.put(figure.code(), figure.value()));
        return figures;
    }

    private static TeamFormed formed() {
        List<FoundingMember> founders = List.of(
                new FoundingMember(LAN, MemberOrigin.YOUTH_UNION), new FoundingMember(MINH, MemberOrigin.TEACHER));
        return new TeamFormed(RIVER, "Tổ", DECISION, List.of(UNIT), founders, LAN, LocalDate.of(2026, 1, 1));
    }

    private static AssistanceContent content(AssistanceOutcome outcome, Channel channel, Instant at) {
        return new AssistanceContent(
                List.of(new ServiceCode("vneid")), null, channel, Mode.DEMONSTRATED, outcome, at, LAST.plusDays(3));
    }

    private static AssistanceRecorded recorded(AssistanceOutcome outcome, CreditShare... helpers) {
        return new AssistanceRecorded(
                HELP,
                RIVER,
                HOUSEHOLD,
                List.of(helpers),
                content(outcome, Channel.HOME_VISIT, AUGUST),
                List.of(ServiceCategory.VNEID),
                null,
                null);
    }

    private static AssistanceCorrected corrected(
            AssistanceOutcome outcome, @Nullable List<CreditShare> helpers, List<TeamId> joint) {
        return new AssistanceCorrected(
                HELP,
                RIVER,
                HOUSEHOLD,
                helpers,
                content(outcome, Channel.PHONE, AUGUST),
                List.of(ServiceCategory.VNEID),
                null,
                null,
                null,
                joint);
    }

    private static AssistanceFollowedUp followedUp(AssistanceOutcome outcome) {
        return new AssistanceFollowedUp(
                HELP, RIVER, HOUSEHOLD, new Responsible(RIVER, LAN), outcome, AUGUST.plusSeconds(90_000), null);
    }

    private static AssistanceVerified called(Verification result) {
        return new AssistanceVerified(HELP, RIVER, HOUSEHOLD, TUAN, result, AUGUST.plusSeconds(90_000));
    }

    @Test
    void aSuspendedMemberIsNotAmongThoseAtWork() {
        MemberSuspended suspended = new MemberSuspended(RIVER, MINH, LAST.minusDays(5));

        assertThat(figures(4, RIVER, formed(), suspended))
                .containsEntry("T02", 1L)
                .containsEntry("T02.suspended", 1L);
        assertThat(figures(4, RIVER, formed(), suspended, new MemberResumed(RIVER, MINH, LAST)))
                .containsEntry("T02", 2L)
                .containsEntry("T02.suspended", 0L);
        assertThat(figures(3, RIVER, formed(), suspended))
                .containsEntry("T02", 2L)
                .doesNotContainKey("T02.suspended");
    }

    @Test
    void aTeamIsAtWorkUntilItsLastDay() {
        assertThat(figures(4, RIVER)).containsEntry("T01", 0L);
        assertThat(figures(4, RIVER, formed())).containsEntry("T01", 1L);
        assertThat(figures(4, RIVER, formed(), new TeamDissolved(RIVER, DECISION, LAST, null)))
                .containsEntry("T01", 1L);
        assertThat(figures(4, RIVER, formed(), new TeamDissolved(RIVER, DECISION, LAST.minusDays(1), null)))
                .containsEntry("T01", 0L);
    }

    @Test
    void aTotalOfHouseholdsThatNobodyStatedIsNotZero() {
        assertThat(figures(4, RIVER, formed())).doesNotContainKey("H01");
        assertThat(figures(4, RIVER, new HouseholdTotalStated(RIVER, Q3, 0))).containsEntry("H01", 0L);
        assertThat(figures(
                        4,
                        RIVER,
                        new HouseholdTotalStated(RIVER, Q3, 400),
                        new HouseholdTotalStated(RIVER, Q3, 412),
                        new HouseholdTotalStated(RIVER, Q3.next(), 430),
                        new HouseholdTotalStated(HILL, Q3, 99)))
                .containsEntry("H01", 412L);
        assertThat(figures(
                        4, RIVER, new HouseholdTotalStated(RIVER, Q3, 400), new HouseholdTotalStated(RIVER, Q3, null)))
                .doesNotContainKey("H01");
    }

    @Test
    void helpThatWasFollowedUpAndDoneNeedsNoFollowUpAnyMore() {
        DomainEvent[] history = {
            recorded(AssistanceOutcome.NEEDS_FOLLOW_UP, new CreditShare(LAN, 100)), followedUp(AssistanceOutcome.DONE)
        };

        assertThat(figures(4, RIVER, history))
                .containsEntry("O.needs-follow-up", 0L)
                .containsEntry("O.done", 1L);
        assertThat(figures(3, RIVER, history))
                .containsEntry("O.needs-follow-up", 1L)
                .containsEntry("O.done", 0L);
    }

    @Test
    void aCorrectionOfSomethingElseKeepsWhatTheFollowUpFound() {
        AssistanceRecorded recorded = recorded(AssistanceOutcome.NEEDS_FOLLOW_UP, new CreditShare(LAN, 100));
        AssistanceFollowedUp done = followedUp(AssistanceOutcome.DONE);

        assertThat(figures(4, RIVER, recorded, done, corrected(AssistanceOutcome.NEEDS_FOLLOW_UP, null, List.of())))
                .containsEntry("O.done", 1L)
                .containsEntry("H05.phone", 1L);
        assertThat(figures(4, RIVER, recorded, done, corrected(AssistanceOutcome.PARTLY, null, List.of())))
                .containsEntry("O.partly", 1L)
                .containsEntry("O.done", 0L);
    }

    @Test
    void helpThatTheHouseholdDeniesIsShownAndStaysUntilItIsVoided() {
        AssistanceRecorded recorded = recorded(AssistanceOutcome.DONE, new CreditShare(LAN, 100));

        assertThat(figures(4, RIVER, recorded, called(Verification.DENIED)))
                .containsEntry("H05", 1L)
                .containsEntry("H04", 1L)
                .containsEntry("V.denied", 1L);
        assertThat(figures(
                        4, RIVER, recorded, called(Verification.DENIED), new AssistanceVoided(HELP, RIVER, HOUSEHOLD)))
                .containsEntry("H05", 0L)
                .containsEntry("V.denied", 0L);
    }

    @Test
    void helpByTwoTeamsTogetherIsOneRecordOfTheTeamThatMadeIt() {
        AssistanceRecorded together =
                recorded(AssistanceOutcome.DONE, new CreditShare(LAN, 50), new CreditShare(TUAN, 50, HILL));

        assertThat(together.tags()).contains("team:river", "team:hill", "member:lan", "member:tuan");
        assertThat(figures(4, RIVER, together)).containsEntry("H05", 1L).containsEntry("H05.joint", 0L);
        assertThat(figures(4, HILL, together))
                .containsEntry("H05", 0L)
                .containsEntry("H04", 0L)
                .containsEntry("H05.joint", 1L);
        assertThat(figures(3, HILL, together)).doesNotContainKey("H05.joint").containsEntry("H05", 0L);
    }

    @Test
    void aTeamThatDidNotHelpAlongAfterAllHasNoPartAnyMore() {
        AssistanceRecorded together =
                recorded(AssistanceOutcome.DONE, new CreditShare(LAN, 50), new CreditShare(TUAN, 50, HILL));
        AssistanceCorrected alone =
                corrected(AssistanceOutcome.DONE, List.of(new CreditShare(LAN, 100)), List.of(HILL));
        AssistanceCorrected again = corrected(
                AssistanceOutcome.DONE,
                List.of(new CreditShare(LAN, 50), new CreditShare(TUAN, 50, HILL)),
                List.of(HILL));

        assertThat(figures(4, HILL, together, alone)).containsEntry("H05.joint", 0L);
        assertThat(figures(4, HILL, together, alone, again)).containsEntry("H05.joint", 1L);
        assertThat(figures(4, HILL, together, new AssistanceVoided(HELP, RIVER, HOUSEHOLD, null, List.of(HILL))))
                .containsEntry("H05.joint", 0L);
    }
}
