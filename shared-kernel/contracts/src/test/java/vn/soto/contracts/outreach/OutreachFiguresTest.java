package vn.soto.contracts.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachFlaggedEstimated;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachVoided;
import vn.soto.contracts.outreach.OutreachFigures.Counted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class OutreachFiguresTest {

    private static final TeamId TEAM = new TeamId("team");
    private static final TeamId OTHER = new TeamId("other");
    private static final UnitId UNIT = new UnitId("unit");
    private static final MemberId LAN = new MemberId("lan");
    private static final LocalDate WITHIN = LocalDate.of(2026, 8, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 10, 1);

    private final OutreachFigures figures = figures(QuarterCalendar.CALENDAR);
    private long position = 10;

    @Test
    void aTeamThatDidNothingHasEveryFigureAtZero() {
        assertThat(figures.values().keySet())
                .containsExactlyElementsOf(OutreachFigures.codes(6).stream()
                        .filter(code -> !code.equals(OutreachFigures.REACHED))
                        .toList());
        assertThat(figures.values().values()).containsOnly(0L);
        assertThat(OutreachFigures.codes(5))
                .containsExactly(
                        "P01",
                        "P02",
                        "P02.counted-list",
                        "P02.signed-list",
                        "P02.estimate",
                        "P02.online-counter",
                        "P03",
                        "P03.households",
                        "Q01",
                        "Q01.resolved");
    }

    @Nested
    final class Sessions {

        @Test
        void countOnceAndByTheirAttendance() {
            on(scheduled("a", TEAM));
            long first = on(held("a", TEAM, WITHIN, 40, CountBasis.SIGNED_LIST));
            long second = on(held("b", TEAM, WITHIN, 25, CountBasis.ESTIMATE));
            on(new OutreachFlaggedEstimated(new OutreachId("b"), TEAM, UNIT, 25));

            assertThat(counted())
                    .containsOnly(
                            Map.entry("P01", 2L),
                            Map.entry("P02", 65L),
                            Map.entry("P02.signed-list", 40L),
                            Map.entry("P02.estimate", 25L),
                            Map.entry("P04.unsure", 65L));
            assertThat(figures.counted().get("P02"))
                    .containsExactly(new Counted(40, List.of(first)), new Counted(25, List.of(second)));
        }

        @Test
        void countThoughNobodyCame() {
            on(held("a", TEAM, WITHIN, 0, CountBasis.COUNTED_LIST));

            assertThat(counted()).containsOnly(Map.entry("P01", 1L));
        }

        @Test
        void countAsLastCorrectedAndNotOnceVoided() {
            long first = on(held("a", TEAM, WITHIN, 40, CountBasis.SIGNED_LIST));
            long second = on(corrected("a", WITHIN, 14));

            assertThat(counted()).containsEntry("P02", 14L).containsEntry("P01", 1L);
            assertThat(figures.counted().get("P01")).containsExactly(new Counted(1, List.of(first, second)));

            on(new OutreachVoided(new OutreachId("a"), TEAM, UNIT));
            assertThat(counted()).isEmpty();
            on(corrected("a", WITHIN, 14));
            assertThat(counted()).as("restored").containsEntry("P02", 14L).containsEntry("P01", 1L);
        }

        @Test
        void leaveTheQuarterWhenCorrectedToAnotherDayAndComeBack() {
            on(held("a", TEAM, WITHIN, 40, CountBasis.SIGNED_LIST));
            on(corrected("a", AFTER, 40));
            assertThat(counted()).isEmpty();

            on(corrected("a", WITHIN, 40));
            assertThat(counted()).containsEntry("P01", 1L);
        }

        @Test
        void planningAndCancellingCountForNothing() {
            on(scheduled("a", TEAM));
            on(new OutreachCancelled(new OutreachId("a"), TEAM, UNIT));

            assertThat(counted()).isEmpty();
        }

        @Test
        void ofAnotherTeamAreNotOurs() {
            on(held("a", OTHER, WITHIN, 40, CountBasis.SIGNED_LIST));

            assertThat(counted()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "CALENDAR, 2026-06-30, 0",
            "CALENDAR, 2026-07-01, 1",
            "CALENDAR, 2026-09-30, 1",
            "CALENDAR, 2026-10-01, 0",
            "ADMINISTRATIVE, 2026-06-14, 0",
            "ADMINISTRATIVE, 2026-06-15, 1",
            "ADMINISTRATIVE, 2026-09-14, 1",
            "ADMINISTRATIVE, 2026-09-15, 0"
        })
        void countUpToTheEdgesOfTheQuarter(QuarterCalendar calendar, LocalDate heldOn, long expected) {
            OutreachFigures edge = figures(calendar);
            edge.on(1, held("a", TEAM, heldOn, 3, CountBasis.COUNTED_LIST));

            assertThat(edge.values()).containsEntry("P01", expected).containsEntry("P02", 3 * expected);
        }
    }

    @Nested
    final class Groups {

        @Test
        void countWithTheHouseholdsCountedLastByTheLastDay() {
            on(recorded("g", TEAM, 100, WITHIN));
            long second = on(updated("g", 120, WITHIN.plusDays(20)));
            on(updated("g", 150, AFTER));
            long other = on(recorded("h", TEAM, 30, WITHIN));

            assertThat(counted()).containsOnly(Map.entry("P03", 2L), Map.entry("P03.households", 150L));
            assertThat(figures.counted().get("P03.households"))
                    .containsExactly(new Counted(120, List.of(second)), new Counted(30, List.of(other)));
        }

        @Test
        void countWhatIsSaidLastAboutADay() {
            on(updated("g", 120, WITHIN));
            on(recorded("g", TEAM, 100, WITHIN.minusDays(9)));
            on(updated("g", 115, WITHIN));

            assertThat(counted()).containsEntry("P03.households", 115L);
        }

        @Test
        void countOnTheirLastDayAndNotAfterIt() {
            on(recorded("g", TEAM, 100, WITHIN));
            on(recorded("h", TEAM, 10, WITHIN));
            on(new CommunityGroupClosed(new CommunityGroupId("g"), TEAM, AFTER.minusDays(1)));
            on(new CommunityGroupClosed(new CommunityGroupId("h"), TEAM, AFTER.minusDays(2)));

            assertThat(counted()).containsOnly(Map.entry("P03", 1L), Map.entry("P03.households", 100L));

            on(new CommunityGroupUpdated(new CommunityGroupId("h"), TEAM, 10, WITHIN));
            on(new CommunityGroupClosed(new CommunityGroupId("g"), TEAM, AFTER.minusDays(2)));
            assertThat(counted())
                    .as("one opened again, the other closed earlier")
                    .containsOnly(Map.entry("P03", 1L), Map.entry("P03.households", 10L));
        }

        @Test
        void doNotCountBeforeTheirFirstCountOrForAnotherTeam() {
            on(recorded("g", TEAM, 100, AFTER));
            on(recorded("h", OTHER, 100, WITHIN));

            assertThat(counted()).isEmpty();
        }
    }

    @Nested
    final class Requests {

        @Test
        void countWhenTakenAndWhenResolved() {
            long taken = on(taken("r", TEAM, WITHIN));
            long resolved = on(resolved("r", TEAM, WITHIN));
            on(taken("s", TEAM, WITHIN));

            assertThat(counted()).containsOnly(Map.entry("Q01", 2L), Map.entry("Q01.resolved", 1L));
            assertThat(figures.counted().get("Q01")).startsWith(new Counted(1, List.of(taken)));
            assertThat(figures.counted().get("Q01.resolved")).containsExactly(new Counted(1, List.of(resolved)));
        }

        @Test
        void doNotCountWhatWasGivenBack() {
            on(taken("r", TEAM, WITHIN));
            on(new SupportRequestReleased(new SupportRequestId("r"), UNIT, TEAM, LAN, WITHIN));

            assertThat(counted()).isEmpty();
        }

        @Test
        void areNotResolvedWhileTheyAreOpenAgain() {
            on(taken("r", TEAM, WITHIN));
            on(resolved("r", TEAM, WITHIN));
            on(reopened("r", TEAM));
            assertThat(counted()).containsOnly(Map.entry("Q01", 1L));

            on(taken("r", TEAM, WITHIN));
            on(resolved("r", TEAM, WITHIN));
            assertThat(counted()).containsOnly(Map.entry("Q01", 1L), Map.entry("Q01.resolved", 1L));
        }

        @Test
        void countInTheQuarterInWhichTheyWereTakenThoughTakenOnceMoreLater() {
            on(taken("r", TEAM, WITHIN));
            on(resolved("r", TEAM, WITHIN));
            on(reopened("r", TEAM));
            on(taken("r", TEAM, AFTER));

            assertThat(counted()).containsOnly(Map.entry("Q01", 1L));
        }

        @Test
        void countAsTakenThoughDeclined() {
            on(taken("r", TEAM, WITHIN));
            on(declined("r", TEAM));
            on(declined("s", null));
            on(reopened("r", TEAM));

            assertThat(counted()).containsOnly(Map.entry("Q01", 1L));
        }

        @Test
        void ofAnotherTeamAreNotOurs() {
            on(taken("r", OTHER, WITHIN));
            on(resolved("r", OTHER, WITHIN));

            assertThat(counted()).isEmpty();
        }

        @Test
        void countByTheDayNotByWhenItWasRecorded() {
            on(taken("r", TEAM, AFTER.minusDays(1)));
            on(resolved("r", TEAM, AFTER));

            assertThat(counted()).containsOnly(Map.entry("Q01", 1L));
        }
    }

    private static OutreachFigures figures(QuarterCalendar calendar) {
        Quarter quarter = new Quarter(2026, 3);
        return new OutreachFigures(TEAM, calendar.firstDay(quarter), calendar.lastDay(quarter));
    }

    private long on(DomainEvent event) {
        position++;
        figures.on(position, event);
        return position;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>(figures.values());
        counted.values().removeIf(value -> value == 0);
        return counted;
    }

    private static OutreachScheduled scheduled(String id, TeamId team) {
        return new OutreachScheduled(
                new OutreachId(id),
                team,
                UNIT,
                Instant.parse("2026-08-01T12:00:00Z"),
                List.of(ServiceCategory.VNEID),
                OutreachChannel.CLASS);
    }

    private static OutreachHeld held(String id, TeamId team, LocalDate day, int attendance, CountBasis basis) {
        return new OutreachHeld(new OutreachId(id), team, UNIT, new Holding(day, attendance, basis, List.of(LAN)));
    }

    private static OutreachCorrected corrected(String id, LocalDate day, int attendance) {
        return new OutreachCorrected(
                new OutreachId(id), TEAM, UNIT, new Holding(day, attendance, CountBasis.COUNTED_LIST, List.of(LAN)));
    }

    private static CommunityGroupRecorded recorded(String id, TeamId team, int households, LocalDate day) {
        return new CommunityGroupRecorded(new CommunityGroupId(id), team, households, day);
    }

    private static CommunityGroupUpdated updated(String id, int households, LocalDate day) {
        return new CommunityGroupUpdated(new CommunityGroupId(id), TEAM, households, day);
    }

    private static SupportRequestTaken taken(String id, TeamId team, LocalDate day) {
        return new SupportRequestTaken(new SupportRequestId(id), UNIT, team, LAN, day);
    }

    private static SupportRequestResolved resolved(String id, TeamId team, LocalDate day) {
        return new SupportRequestResolved(new SupportRequestId(id), UNIT, team, LAN, RequestOutcome.DONE, null, day);
    }

    private static SupportRequestReopened reopened(String id, TeamId team) {
        return new SupportRequestReopened(new SupportRequestId(id), UNIT, team, WITHIN, WITHIN.plusDays(5));
    }

    private static SupportRequestDeclined declined(String id, @Nullable TeamId team) {
        return new SupportRequestDeclined(new SupportRequestId(id), UNIT, team, DeclineReason.DUPLICATE, WITHIN);
    }
}
