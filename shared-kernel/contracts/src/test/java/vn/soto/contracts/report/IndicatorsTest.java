package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedLate;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVerified;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.Verification;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.Attendance;
import vn.soto.contracts.training.Attendee;
import vn.soto.contracts.training.TrainingEvent.AttendanceCorrected;
import vn.soto.contracts.training.TrainingEvent.TrainingHeld;
import vn.soto.contracts.training.TrainingEvent.TrainingVoided;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;

final class IndicatorsTest {

    private static final TeamId TEAM = new TeamId("team");
    private static final TeamId OTHER = new TeamId("other");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final UnitId UNIT = new UnitId("unit");
    private static final Beneficiary HOUSEHOLD = Beneficiary.of(new HouseholdId("h"), UNIT);
    private static final LocalDate FOUNDED = LocalDate.of(2026, 1, 1);
    private static final String WITHIN = "2026-08-01T00:00:00Z";

    private final Indicators indicators = new Indicators(TEAM, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
    private long position = 10;

    @Test
    void aTeamThatDidNothingHasEveryFigureAtZero() {
        assertThat(indicators.figures())
                .extracting(Figure::code)
                .containsExactlyElementsOf(Indicators.codes(Indicators.VERSION).stream()
                        .filter(code -> !Indicators.voluntary(code))
                        .toList());
        assertThat(indicators.figures()).extracting(Figure::value).containsOnly(0L);
        assertThat(Indicators.codes(Indicators.VERSION))
                .doesNotHaveDuplicates()
                .startsWith("T01", "T02", "T02.suspended", "T03", "H01", "H02", "H04", "H04.businesses", "H05")
                .contains("H05.walk-in", "H05.late", "H05.joint", "O.needs-follow-up", "V.denied")
                .contains("M.done-on-behalf", "S.vneid", "S.ai-for-business")
                .endsWith("P03", "P03.households", "Q01", "Q01.resolved");
    }

    @Nested
    final class RecordsOfHelp {

        @Test
        void countByChannelModeAndService() {
            long at = on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID, ServiceCategory.LEARNING));

            assertThat(counted())
                    .containsOnly(
                            Map.entry("H04", 1L),
                            Map.entry("H05", 1L),
                            Map.entry("H05.phone", 1L),
                            Map.entry("H05.household", 1L),
                            Map.entry("M.demonstrated", 1L),
                            Map.entry("O.done", 1L),
                            Map.entry("S.vneid", 1L),
                            Map.entry("S.learning", 1L),
                            Map.entry("C.vneid", 1L),
                            Map.entry("C.learning", 1L));
            assertThat(positions("S.learning")).containsExactly(List.of(at));
        }

        @Test
        void countOnceForACategoryOfWhichTheyNameTwoServices() {
            on(recorded(
                    "a",
                    Beneficiary.of(new HouseholdId("h"), UNIT),
                    List.of(new ServiceCode("vneid-account"), new ServiceCode("vneid-level-2")),
                    ServiceCategory.VNEID));

            assertThat(counted())
                    .containsEntry("S.vneid", 1L)
                    .containsEntry("C.vneid-account", 1L)
                    .containsEntry("C.vneid-level-2", 1L);
        }

        @Test
        void countABusinessOnceAndAWalkInAsARecordOnly() {
            Beneficiary business = Beneficiary.of(new BusinessId("b"), UNIT);
            on(recorded("a", business, List.of(new ServiceCode("online-shop")), ServiceCategory.E_COMMERCE));
            on(recorded("b", business, List.of(new ServiceCode("online-shop")), ServiceCategory.E_COMMERCE));
            on(recorded("c", Beneficiary.walkIn(UNIT), List.of(new ServiceCode("vneid")), ServiceCategory.VNEID));

            assertThat(counted())
                    .doesNotContainKey("H04")
                    .containsEntry("H04.businesses", 1L)
                    .containsEntry("H05", 3L)
                    .containsEntry("H05.business", 2L)
                    .containsEntry("H05.walk-in", 1L);
        }

        @Test
        void areLateUntilCorrectedToAnotherDay() {
            on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(new AssistanceFlaggedLate(new AssistanceId("a"), TEAM, HOUSEHOLD, FOUNDED, 30));
            on(corrected("a", TEAM, "h", WITHIN, ServiceCategory.OTHER));
            assertThat(counted()).containsEntry("H05.late", 1L);

            on(corrected("a", TEAM, "h", "2026-08-02T00:00:00Z", ServiceCategory.OTHER));
            assertThat(counted()).doesNotContainKey("H05.late");
        }

        @Test
        void countByWhatCallingBackFoundLast() {
            long first = on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            long second = on(verified("a", Verification.NOT_REACHED));
            assertThat(counted()).containsEntry("V.not-reached", 1L);

            long third = on(verified("a", Verification.DENIED));
            assertThat(counted())
                    .containsEntry("V.denied", 1L)
                    .containsEntry("H05", 1L)
                    .doesNotContainKey("V.not-reached");
            assertThat(positions("V.denied")).containsExactly(List.of(first, second, third));
        }

        @Test
        void countInTheFirstVersionAsTheyDidThen() {
            Indicators first = new Indicators(1, TEAM, new Quarter(2026, 3), QuarterCalendar.CALENDAR);
            first.on(1, recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            first.on(2, verified("a", Verification.DENIED));

            assertThat(first.figures())
                    .extracting(Figure::code)
                    .containsExactlyElementsOf(Indicators.codes(1))
                    .doesNotContain("H04.businesses", "V.denied", "C.vneid");
            assertThat(first.figures().stream().filter(figure -> figure.value() > 0))
                    .extracting(Figure::code)
                    .containsExactly("H04", "H05", "H05.phone", "M.demonstrated", "S.vneid");
        }

        @Test
        void countOnceForAHouseholdHelpedTwice() {
            long first = on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            long second = on(recorded("b", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            long third = on(corrected("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));

            assertThat(counted()).containsEntry("H04", 1L).containsEntry("H05", 2L);
            assertThat(positions("H04")).containsExactly(List.of(first, second, third));
            assertThat(positions("H05")).containsExactly(List.of(first, third), List.of(second));
        }

        @Test
        void countOnceForADuplicateAndItsSurvivorUntilTheyAreSeparated() {
            HouseholdId duplicate = new HouseholdId("h");
            HouseholdId survivor = new HouseholdId("other");
            on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(recorded("b", TEAM, "other", WITHIN, ServiceCategory.VNEID));
            on(new HouseholdMerged(duplicate, UNIT, survivor, List.of(TEAM)));
            assertThat(counted()).containsEntry("H04", 1L).containsEntry("H05", 2L);

            on(new HouseholdSeparated(duplicate, UNIT, survivor, List.of(TEAM)));
            assertThat(counted()).containsEntry("H04", 2L);
        }

        @Test
        void countForTheSurvivorWhenTheTeamFirstHelpedTheDuplicateAfterTheMerge() {
            on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(new HouseholdFirstHelped(new HouseholdId("h"), UNIT, TEAM, new HouseholdId("other")));
            on(recorded("b", TEAM, "other", WITHIN, ServiceCategory.VNEID));

            assertThat(counted()).containsEntry("H04", 1L);
        }

        @Test
        void countAsLastCorrected() {
            long first = on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            long second = on(corrected("a", TEAM, "h", WITHIN, ServiceCategory.OTHER));

            assertThat(counted()).containsEntry("S.other", 1L).doesNotContainKey("S.vneid");
            assertThat(positions("S.other")).containsExactly(List.of(first, second));
        }

        @Test
        void leaveTheQuarterWhenCorrectedToAnotherDayAndComeBack() {
            on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(corrected("a", TEAM, "h", "2026-10-05T00:00:00Z", ServiceCategory.VNEID));
            assertThat(counted()).isEmpty();

            on(corrected("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            assertThat(counted()).containsEntry("H05", 1L);
        }

        @Test
        void countForNothingOnceVoided() {
            on(recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(voided("a", TEAM));

            assertThat(counted()).isEmpty();
        }

        @Test
        void ofAnotherTeamAreNotOurs() {
            on(recorded("a", OTHER, "h", WITHIN, ServiceCategory.VNEID));
            on(recorded("b", TEAM, "h", WITHIN, ServiceCategory.VNEID));
            on(voided("a", OTHER));

            assertThat(counted()).containsEntry("H05", 1L);
        }

        @Test
        void countInTheQuarterOfTheHelpHoweverLateTheyWereRecorded() {
            Indicators next = new Indicators(TEAM, new Quarter(2026, 4), QuarterCalendar.CALENDAR);
            AssistanceRecorded late = recorded("a", TEAM, "h", WITHIN, ServiceCategory.VNEID);
            indicators.on(90_000, late);
            next.on(90_000, late);

            assertThat(counted()).containsEntry("H05", 1L);
            assertThat(next.figures()).extracting(Figure::value).containsOnly(0L);
        }

        @ParameterizedTest
        @CsvSource({
            "CALENDAR, 2026-06-30T16:59:59.999999Z, 0",
            "CALENDAR, 2026-06-30T17:00:00Z, 1",
            "CALENDAR, 2026-09-30T16:59:59.999999Z, 1",
            "CALENDAR, 2026-09-30T17:00:00Z, 0",
            "ADMINISTRATIVE, 2026-06-14T16:59:59.999999Z, 0",
            "ADMINISTRATIVE, 2026-06-14T17:00:00Z, 1",
            "ADMINISTRATIVE, 2026-09-14T16:59:59.999999Z, 1",
            "ADMINISTRATIVE, 2026-09-14T17:00:00Z, 0",
        })
        void countUpToTheEdgesOfTheQuarter(QuarterCalendar calendar, String occurredAt, long expected) {
            Indicators quarter = new Indicators(TEAM, new Quarter(2026, 3), calendar);
            quarter.on(1, recorded("a", TEAM, "h", occurredAt, ServiceCategory.VNEID));

            assertThat(quarter.figures()).contains(new Figure("H05", expected), new Figure("H04", expected));
        }
    }

    @Nested
    final class Members {

        @Test
        void countAsCorrected() {
            LocalDate entered = LocalDate.of(2026, 10, 1);
            on(new MemberEnrolled(TEAM, MINH, MemberOrigin.TEACHER, entered));
            assertThat(counted()).isEmpty();

            long at = on(new MembershipCorrected(
                    TEAM, MINH, entered, MemberOrigin.TEACHER, LocalDate.of(2026, 9, 30), null));
            assertThat(positions("T02")).containsExactly(List.of(at));

            on(new MembershipEnded(TEAM, MINH, EndReason.TEAM_DISSOLVED, LocalDate.of(2026, 9, 30)));
            assertThat(counted()).containsOnly(Map.entry("T02", 1L));
            on(new MembershipCorrected(
                    TEAM, MINH, LocalDate.of(2026, 9, 30), MemberOrigin.TEACHER, FOUNDED, LocalDate.of(2026, 9, 29)));
            assertThat(counted()).isEmpty();
        }

        @Test
        void countFromTheirFirstDay() {
            on(formed(TEAM, FOUNDED));
            on(new MemberEnrolled(TEAM, MINH, MemberOrigin.TEACHER, LocalDate.of(2026, 9, 30)));
            on(new MemberEnrolled(TEAM, new MemberId("hoa"), MemberOrigin.TEACHER, LocalDate.of(2026, 10, 1)));

            assertThat(counted()).containsOnly(Map.entry("T01", 1L), Map.entry("T02", 2L));
        }

        @Test
        void countUpToTheirLastDay() {
            on(formed(TEAM, FOUNDED));
            on(new MembershipEnded(TEAM, LAN, EndReason.RESIGNED, LocalDate.of(2026, 9, 30)));
            assertThat(counted()).containsOnly(Map.entry("T01", 1L), Map.entry("T02", 1L));

            on(new MembershipEnded(TEAM, LAN, EndReason.RESIGNED, LocalDate.of(2026, 9, 29)));
            assertThat(counted()).containsOnly(Map.entry("T01", 1L));
        }

        @Test
        void whoReturnLaterStillCountForTheQuarterBefore() {
            long at = on(formed(TEAM, FOUNDED));
            on(new MembershipEnded(TEAM, LAN, EndReason.RESIGNED, LocalDate.of(2026, 10, 31)));
            on(new MemberEnrolled(TEAM, LAN, MemberOrigin.TEACHER, LocalDate.of(2026, 12, 1)));

            assertThat(positions("T02")).containsExactly(List.of(at));
        }

        @Test
        void ofAnotherTeamAreNotOurs() {
            on(formed(OTHER, FOUNDED));

            assertThat(counted()).isEmpty();
        }
    }

    @Nested
    final class TrainingsAndSessions {

        private final TrainingId training = new TrainingId("training");

        @Test
        void countEachMemberTrainedOnce() {
            long first = on(held("a", TEAM, LAN));
            long second = on(held("b", TEAM, LAN, MINH));
            on(held("c", OTHER, new MemberId("hoa")));

            assertThat(counted()).containsOnly(Map.entry("T03", 2L));
            assertThat(positions("T03")).containsExactly(List.of(first, second), List.of(second));
        }

        @Test
        void countMembersAsTheAttendanceWasLastCorrected() {
            long first = on(held("training", TEAM, LAN, MINH));
            long second = on(new AttendanceCorrected(training, attendance("2026-08-01", TEAM, MINH), List.of(TEAM)));
            assertThat(positions("T03")).containsExactly(List.of(first, second));

            long third = on(new TrainingVoided(training, LocalDate.of(2026, 8, 1), List.of(TEAM)));
            assertThat(counted()).isEmpty();
            long fourth = on(new AttendanceCorrected(training, attendance("2026-08-01", TEAM, MINH), List.of(TEAM)));
            assertThat(positions("T03")).containsExactly(List.of(first, second, third, fourth));

            on(new AttendanceCorrected(training, attendance("2026-10-01", TEAM, MINH), List.of(TEAM)));
            assertThat(counted()).isEmpty();
        }

        @Test
        void countSessionsAndThePeopleInThem() {
            Holding holding = new Holding(LocalDate.of(2026, 8, 1), 40, CountBasis.SIGNED_LIST, List.of(LAN));
            long at = on(new OutreachHeld(new OutreachId("o"), TEAM, UNIT, holding));

            assertThat(counted())
                    .containsOnly(
                            Map.entry("P01", 1L),
                            Map.entry("P02", 40L),
                            Map.entry("P02.signed-list", 40L),
                            Map.entry("P04.unsure", 40L));
            assertThat(positions("P02")).containsExactly(List.of(at));
        }

        private TrainingHeld held(String id, TeamId team, MemberId... members) {
            return new TrainingHeld(
                    new TrainingId(id), List.of(ServiceCategory.VNEID), attendance("2026-08-01", team, members));
        }

        private Attendance attendance(String on, TeamId team, MemberId... members) {
            return new Attendance(
                    LocalDate.parse(on),
                    2,
                    Stream.of(members).map(member -> new Attendee(team, member)).toList());
        }
    }

    @Nested
    final class Households {

        private final Responsible ours = new Responsible(TEAM, LAN);
        private final Responsible theirs = new Responsible(OTHER, MINH);

        @Test
        void countOnceTheyAreAssigned() {
            on(assigned(ours, LocalDate.of(2026, 9, 30)));
            assertThat(counted()).containsOnly(Map.entry("H02", 1L));
        }

        @Test
        void doNotCountBeforeTheAssignmentTakesEffect() {
            on(assigned(ours, LocalDate.of(2026, 10, 1)));
            assertThat(counted()).isEmpty();
        }

        @Test
        void passToTheTeamThatTakesThem() {
            on(assigned(theirs, FOUNDED));
            long taken = on(reassigned(theirs, ours, LocalDate.of(2026, 8, 1)));
            assertThat(positions("H02")).containsExactly(List.of(taken));

            on(reassigned(ours, theirs, LocalDate.of(2026, 10, 1)));
            assertThat(counted()).containsOnly(Map.entry("H02", 1L));

            on(reassigned(ours, theirs, LocalDate.of(2026, 9, 1)));
            assertThat(counted()).isEmpty();
        }

        private HouseholdAssigned assigned(Responsible to, LocalDate from) {
            return new HouseholdAssigned(new HouseholdId("h"), UNIT, to, from);
        }

        private HouseholdReassigned reassigned(Responsible from, Responsible to, LocalDate effective) {
            return new HouseholdReassigned(new HouseholdId("h"), UNIT, from, to, effective);
        }
    }

    private long on(DomainEvent event) {
        indicators.on(position, event);
        return position++;
    }

    private List<List<Long>> positions(String code) {
        return indicators.evidence().getOrDefault(code, List.of()).stream()
                .map(Indicators.Counted::positions)
                .toList();
    }

    private Map<String, Long> counted() {
        Map<String, Long> counted = new TreeMap<>();
        indicators.figures().stream()
                .filter(figure -> figure.value() != 0)
                .forEach(figure -> counted.put(figure.code(), figure.value()));
        return counted;
    }

    private static TeamFormed formed(TeamId team, LocalDate from) {
        return new TeamFormed(
                team,
                "Tổ",
                new Instrument("1/QĐ", from),
                List.of(UNIT),
                List.of(new FoundingMember(LAN, MemberOrigin.TEACHER)),
                LAN,
                from);
    }

    private static AssistanceRecorded recorded(
            String id, TeamId team, String household, String occurredAt, ServiceCategory... services) {
        return recorded(
                id,
                team,
                Beneficiary.of(new HouseholdId(household), UNIT),
                content(occurredAt, services),
                List.of(services));
    }

    private static AssistanceRecorded recorded(
            String id, Beneficiary beneficiary, List<ServiceCode> services, ServiceCategory category) {
        AssistanceContent content =
                new AssistanceContent(services, Channel.PHONE, Mode.DEMONSTRATED, Instant.parse(WITHIN));
        return recorded(id, TEAM, beneficiary, content, List.of(category));
    }

    private static AssistanceRecorded recorded(
            String id,
            TeamId team,
            Beneficiary beneficiary,
            AssistanceContent content,
            List<ServiceCategory> categories) {
        List<CreditShare> helpers = List.of(new CreditShare(LAN, 100));
        return new AssistanceRecorded(
                new AssistanceId(id), team, beneficiary, helpers, content, categories, null, null);
    }

    private static AssistanceCorrected corrected(
            String id, TeamId team, String household, String occurredAt, ServiceCategory... services) {
        return new AssistanceCorrected(
                new AssistanceId(id),
                team,
                Beneficiary.of(new HouseholdId(household), UNIT),
                null,
                content(occurredAt, services),
                List.of(services),
                null);
    }

    private static AssistanceVerified verified(String id, Verification result) {
        return new AssistanceVerified(
                new AssistanceId(id), TEAM, HOUSEHOLD, MINH, result, Instant.parse("2026-08-20T00:00:00Z"));
    }

    private static AssistanceVoided voided(String id, TeamId team) {
        return new AssistanceVoided(new AssistanceId(id), team, HOUSEHOLD);
    }

    private static AssistanceContent content(String occurredAt, ServiceCategory... services) {
        List<ServiceCode> codes = Stream.of(services).map(ServiceCode::generic).toList();
        return new AssistanceContent(codes, Channel.PHONE, Mode.DEMONSTRATED, Instant.parse(occurredAt));
    }
}
