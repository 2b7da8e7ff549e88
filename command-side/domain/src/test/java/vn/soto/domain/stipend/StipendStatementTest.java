package vn.soto.domain.stipend;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.stipend.StipendFindingKind.COUNTED_IN_ANOTHER_STATEMENT;
import static vn.soto.contracts.stipend.StipendFindingKind.LUMP_SUM_EXCEEDED;
import static vn.soto.contracts.stipend.StipendFindingKind.MEMBER_IN_TWO_TEAMS;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISATION_COUNTED_IN_ANOTHER_TEAM;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISED_BEFORE_DECISION;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISED_WITHOUT_MEMBERSHIP;
import static vn.soto.contracts.stipend.StipendFindingKind.MONTH_COUNTED_IN_ANOTHER_TEAM;
import static vn.soto.contracts.stipend.StipendFindingKind.TEAM_WITHOUT_MEMBERS;
import static vn.soto.contracts.stipend.StipendFindingKind.TEAM_WITHOUT_WORK;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.access.AccessRule.WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS;
import static vn.soto.domain.stipend.StipendRule.APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.stipend.StipendRule.FURTHER_STATEMENT_CHANGES_SOMETHING;
import static vn.soto.domain.stipend.StipendRule.FURTHER_STATEMENT_HAS_A_REASON;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_A_TEAM;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_NOT_TOO_MANY_LINES;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_RATES;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_APPROVED_ONCE;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_OF_A_COMMUNE;
import static vn.soto.domain.stipend.StipendRule.STATEMENT_IS_OF_A_PERIOD_THAT_HAS_ENDED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendDifference;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendScheme;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementApproved;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.WithdrawMobilisation;
import vn.soto.domain.stipend.StipendPolicyCommand.AdoptStipendPolicy;
import vn.soto.domain.stipend.StipendStatementCommand.ApproveStipendStatement;
import vn.soto.domain.stipend.StipendStatementCommand.ComputeStipendStatement;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.SuspendMember;
import vn.soto.testkit.SettableClock;

final class StipendStatementTest extends SampleCommune {

    private static final StipendPeriod SPRING = StipendPeriod.parse("2026-Q2");
    private static final StipendPeriod JUNE = StipendPeriod.parse("2026-06");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 13);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW_IN_JULY = at(LocalDate.of(2026, 7, 5), "09:30");
    private static final String REASON = "Ghi bổ sung ngày huy động";

    /** The chair who leads the second team, and another member of it. */
    private static final MemberId HOA = new MemberId("m-hoa");

    private final SettableClock clock = new SettableClock(NOW_IN_JULY);

    private final Scenario scenario = new Scenario(clock, DefaultPolicy.standard())
            .whereReportsRead(new FixedFigures().with(COMMUNE, TEAM, FAR_TEAM))
            .given(units())
            .given(rates(StipendScheme.PER_MEMBER, 60_000))
            .given(formTeam(), register(HOUSEHOLD, HAMLET), record(at(DAY, "09:00"), LAN))
            .as("can-bo-1");

    private static AdoptStipendPolicy rates(StipendScheme scheme, long perMonth) {
        return new AdoptStipendPolicy(
                new StipendTerms(scheme, perMonth, 150_000, 200_000, 15), signedOn(JANUARY), JANUARY);
    }

    private static ComputeStipendStatement compute(StipendPeriod period, @Nullable String reason) {
        return new ComputeStipendStatement(COMMUNE, period, reason);
    }

    private StipendStatementComputed computed(StipendPeriod period, @Nullable String reason) {
        return (StipendStatementComputed) scenario.send(compute(period, reason)).getFirst();
    }

    private StipendContent content(StipendPeriod period) {
        return computed(period, null).content();
    }

    private static RecordMobilisation mobilise(TeamId team, MemberId member, LocalDate day, Shift shift) {
        return new RecordMobilisation(team, member, day, shift, signedOn(DAY.minusDays(1)), null);
    }

    private void formFarTeamWithHung() {
        scenario.given(form(FAR_TEAM, FAR_HAMLET, TUAN, HUNG, HOA));
    }

    private static StipendLine line(StipendContent content, TeamId team, @Nullable MemberId member) {
        return content.lines().stream()
                .filter(line -> line.team().equals(team))
                .filter(line -> member == null ? line.member() == null : member.equals(line.member()))
                .findFirst()
                .orElseThrow();
    }

    private static StipendFinding finding(StipendFindingKind kind, TeamId team, @Nullable MemberId member) {
        return new StipendFinding(kind, team, member, null, null, null);
    }

    @Nested
    final class Computing {

        @Test
        void paysMonthsAndMobilisationsAndNamesTheirCommits() {
            scenario.given(mobilise(TEAM, LAN, DAY, Shift.DAY), mobilise(TEAM, LAN, DAY.plusDays(7), Shift.NIGHT));
            StipendContent content = content(SPRING);

            StipendLine lan = line(content, TEAM, LAN);
            assertThat(lan.months()).isEqualTo(SPRING.months());
            assertThat(lan.days()).containsExactly(DAY);
            assertThat(lan.nights()).containsExactly(DAY.plusDays(7));
            assertThat(lan.amount()).isEqualTo(3 * 60_000 + 150_000 + 200_000);
            assertThat(lan.evidence())
                    .as("the commits of the foundation and the two mobilisations")
                    .containsExactly(6L, 9L, 10L);
            assertThat(line(content, TEAM, HUNG).amount()).isEqualTo(3 * 60_000);
            assertThat(content.total()).isEqualTo(9 * 60_000 + 350_000);
            assertThat(content.findings()).isEmpty();
            assertThat(content.policies()).containsExactly(1);
        }

        @Test
        void countsAMonthWithEnoughDaysOnWhichTheMemberCanAct() {
            scenario.given(
                    new SuspendMember(TEAM, MAI, LocalDate.of(2026, 5, 16), "Đi chữa bệnh"),
                    new EndMembership(TEAM, HUNG, EndReason.RESIGNED, LocalDate.of(2026, 6, 14)));
            StipendContent content = content(SPRING);

            assertThat(line(content, TEAM, MAI).months()).containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 5));
            assertThat(line(content, TEAM, HUNG).months())
                    .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 5));
        }

        @Test
        void isPinnedAndHashed() {
            StipendStatementComputed computed = computed(SPRING, null);

            assertThat(computed.pinnedTo()).isEqualTo(7);
            assertThat(computed.hash()).hasSize(64).isEqualTo(computed.contentHash());
            assertThat(computed.by()).isEqualTo("can-bo-1");
            assertThat(computed.version()).isEqualTo(1);
            assertThat(computed(JUNE, null).hash()).isNotEqualTo(computed.hash());
        }

        /** Whoever computes again from the pin must find there whatever was consulted. */
        @Test
        void isPinnedBehindAllThatItConsulted() {
            scenario.whereReportsRead(
                    new FixedFigures().with(COMMUNE, TEAM, FAR_TEAM).whileOthersWrite());
            assertThat(computed(SPRING, null).pinnedTo())
                    .as("7 while it was computed first, 8 right after that")
                    .isEqualTo(9);
        }

        @Test
        void isOfACommuneWithTeamsAndAPeriodThatHasEnded() {
            scenario.when(new ComputeStipendStatement(PROVINCE, SPRING, null)).isRefusedBy(STATEMENT_IS_OF_A_COMMUNE);
            scenario.when(new ComputeStipendStatement(HAMLET, SPRING, null)).isRefusedBy(STATEMENT_IS_OF_A_COMMUNE);
            scenario.when(compute(StipendPeriod.parse("2026-07"), null))
                    .isRefusedBy(STATEMENT_IS_OF_A_PERIOD_THAT_HAS_ENDED, LocalDate.of(2026, 7, 31));
            scenario.whereReportsRead(new FixedFigures())
                    .when(compute(SPRING, null))
                    .isRefusedBy(STATEMENT_HAS_A_TEAM);
        }

        @Test
        void hasNoMoreLinesThanAnEventHolds() {
            FixedFigures figures = new FixedFigures();
            for (int team = 0; team < 38; team++) {
                TeamId id = new TeamId("team-of-80-" + team);
                scenario.given(form(
                        id,
                        FAR_HAMLET,
                        IntStream.range(team * 80, team * 80 + 80)
                                .mapToObj(each -> new MemberId("m-" + each))
                                .toArray(MemberId[]::new)));
                figures.with(COMMUNE, id);
            }
            scenario.whereReportsRead(figures);
            scenario.when(compute(JUNE, null)).isRefusedBy(STATEMENT_HAS_NOT_TOO_MANY_LINES, 3_000);
        }

        @Test
        void hasRates() {
            Scenario.at(NOW_IN_JULY)
                    .whereReportsRead(new FixedFigures().with(COMMUNE, TEAM))
                    .given(units())
                    .given(formTeam())
                    .when(compute(SPRING, null))
                    .isRefusedBy(STATEMENT_HAS_RATES, LocalDate.of(2026, 4, 1));
        }

        @Test
        void paysTheTeamWhereTheSchemeSaysSo() {
            scenario.given(rates(StipendScheme.PER_TEAM, 300_000), mobilise(TEAM, LAN, DAY, Shift.DAY));
            StipendContent content = content(JUNE);

            assertThat(line(content, TEAM, null).amount()).isEqualTo(150_000);
            assertThat(line(content, TEAM, LAN).amount()).isEqualTo(150_000);
            assertThat(content.total())
                    .as("the day is paid out of the lump sum")
                    .isEqualTo(300_000);
        }

        @Test
        void findsMoreMobilisationsThanTheLumpSumPays() {
            scenario.given(
                    rates(StipendScheme.PER_TEAM, 300_000),
                    mobilise(TEAM, LAN, DAY, Shift.DAY),
                    mobilise(TEAM, MAI, DAY, Shift.NIGHT));
            StipendContent content = content(JUNE);

            assertThat(content.findings()).containsExactly(finding(LUMP_SUM_EXCEEDED, TEAM, null));
            assertThat(line(content, TEAM, null).amount()).isZero();
        }
    }

    @Nested
    final class Findings {

        @Test
        void nameATeamWithoutWork() {
            scenario.given(form(FAR_TEAM, FAR_HAMLET, TUAN, HOA, new MemberId("m-other")));
            assertThat(content(SPRING).findings()).containsExactly(finding(TEAM_WITHOUT_WORK, FAR_TEAM, null));
        }

        @Test
        void nameATeamWithoutMembers() {
            LocalDate last = LocalDate.of(2026, 3, 31);
            scenario.given(
                    new EndMembership(TEAM, LAN, EndReason.RESIGNED, last),
                    new EndMembership(TEAM, MAI, EndReason.RESIGNED, last),
                    new EndMembership(TEAM, HUNG, EndReason.RESIGNED, last));
            StipendContent content = content(SPRING);

            assertThat(content.lines()).isEmpty();
            assertThat(content.total()).isZero();
            assertThat(content.findings()).containsExactly(finding(TEAM_WITHOUT_MEMBERS, TEAM, null));
        }

        @Test
        void nameAPersonInTwoTeamsWhoIsPaidOnce() {
            formFarTeamWithHung();
            scenario.given(mobilise(TEAM, HUNG, DAY, Shift.DAY), mobilise(FAR_TEAM, HUNG, DAY, Shift.NIGHT));
            StipendContent content = content(JUNE);
            LocalDate first = JUNE.firstDay();

            assertThat(content.findings())
                    .containsExactly(
                            new StipendFinding(MEMBER_IN_TWO_TEAMS, TEAM, HUNG, first, FAR_TEAM, null),
                            new StipendFinding(MONTH_COUNTED_IN_ANOTHER_TEAM, FAR_TEAM, HUNG, first, TEAM, null),
                            new StipendFinding(MOBILISATION_COUNTED_IN_ANOTHER_TEAM, FAR_TEAM, HUNG, DAY, TEAM, null),
                            new StipendFinding(MEMBER_IN_TWO_TEAMS, FAR_TEAM, HUNG, first, TEAM, null),
                            finding(TEAM_WITHOUT_WORK, FAR_TEAM, null));
            assertThat(line(content, TEAM, HUNG).amount()).isEqualTo(60_000 + 150_000);
            assertThat(content.lines()).noneMatch(line -> line.team().equals(FAR_TEAM) && HUNG.equals(line.member()));
            assertThat(content.total()).isEqualTo(5 * 60_000 + 150_000);
        }

        @Test
        void nameAPersonInATeamOfAnotherUnit() {
            formFarTeamWithHung();
            scenario.whereReportsRead(new FixedFigures().with(COMMUNE, TEAM));
            assertThat(content(JUNE).findings())
                    .containsExactly(
                            new StipendFinding(MEMBER_IN_TWO_TEAMS, TEAM, HUNG, JUNE.firstDay(), FAR_TEAM, null));
        }

        @Test
        void nameAMonthThatAnotherStatementPays() {
            scenario.given(mobilise(TEAM, LAN, DAY, Shift.DAY));
            content(JUNE);
            StipendContent quarter = content(SPRING);

            assertThat(quarter.findings())
                    .contains(
                            new StipendFinding(COUNTED_IN_ANOTHER_STATEMENT, TEAM, LAN, DAY, null, "u-commune:2026-06"))
                    .contains(new StipendFinding(
                            COUNTED_IN_ANOTHER_STATEMENT, TEAM, MAI, JUNE.firstDay(), null, "u-commune:2026-06"))
                    .hasSize(4);
            assertThat(quarter.total()).isEqualTo(3 * 2 * 60_000);
        }

        @Test
        void nameMobilisationsThatDoNotFitMembershipOrDecision() {
            LocalDate early = DAY.minusDays(5);
            scenario.given(
                    mobilise(TEAM, HUNG, DAY.plusDays(3), Shift.DAY),
                    mobilise(TEAM, LAN, early, Shift.DAY),
                    new EndMembership(TEAM, HUNG, EndReason.RESIGNED, DAY));
            StipendContent content = content(JUNE);

            assertThat(content.findings())
                    .containsExactly(
                            new StipendFinding(MOBILISED_WITHOUT_MEMBERSHIP, TEAM, HUNG, DAY.plusDays(3), null, null),
                            new StipendFinding(MOBILISED_BEFORE_DECISION, TEAM, LAN, early, null, null));
            assertThat(line(content, TEAM, LAN).amount()).isEqualTo(60_000 + 150_000);
        }
    }

    @Nested
    final class Correcting {

        @Test
        void isAFurtherVersionThatNamesReasonAndDifference() {
            computed(JUNE, null);
            scenario.when(compute(JUNE, null)).isRefusedBy(FURTHER_STATEMENT_HAS_A_REASON, 1);
            scenario.when(compute(JUNE, REASON)).isRefusedBy(FURTHER_STATEMENT_CHANGES_SOMETHING, 1);
            scenario.given(mobilise(TEAM, LAN, DAY, Shift.DAY));
            StipendStatementComputed second = computed(JUNE, REASON);

            assertThat(second.version()).isEqualTo(2);
            assertThat(second.content().amends()).isEqualTo(1);
            assertThat(second.content().differences())
                    .containsExactly(new StipendDifference(TEAM, LAN, 60_000, 210_000));
        }

        @Test
        void takesBackWhatAWithdrawnDayPaid() {
            scenario.given(mobilise(TEAM, LAN, DAY, Shift.DAY));
            computed(JUNE, null);
            scenario.given(new WithdrawMobilisation(TEAM, LAN, DAY, null, "Không được huy động"));

            assertThat(computed(JUNE, "Ngày huy động đã rút").content().differences())
                    .containsExactly(new StipendDifference(TEAM, LAN, 210_000, 60_000));
        }
    }

    @Nested
    final class Approving {

        @Test
        void isByAnotherPersonWhoNamesTheContent() {
            String hash = computed(JUNE, null).hash();
            ApproveStipendStatement approve = new ApproveStipendStatement(COMMUNE, JUNE, hash);
            scenario.when(approve).isRefusedBy(LEDGER_SAYS_WHO_MAY_APPROVE);
            scenario.administrators(JANUARY, "can-bo-1", "can-bo-2").as("can-bo-1");

            scenario.when(approve).isRefusedBy(STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON);
            scenario.as("can-bo-2")
                    .when(approve)
                    .decides(new StipendStatementApproved(COMMUNE, JUNE, 1, hash, "can-bo-2"));
            scenario.when(approve).isRefusedBy(STATEMENT_IS_APPROVED_ONCE, 1);
        }

        @Test
        void takesThePasswordOfTheLastFifteenMinutes() {
            String hash = computed(JUNE, null).hash();
            ApproveStipendStatement approve = new ApproveStipendStatement(COMMUNE, JUNE, hash);
            scenario.administrators(JANUARY, "can-bo-1", "can-bo-2");

            scenario.as("can-bo-2")
                    .proven(clock.instant().minus(PasswordProof.LASTS).minusSeconds(1))
                    .when(approve)
                    .isRefusedBy(WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS, 15L);
            scenario.proven(clock.instant().minus(PasswordProof.LASTS))
                    .when(approve)
                    .decides(new StipendStatementApproved(COMMUNE, JUNE, 1, hash, "can-bo-2"));
        }

        /** Two accounts that one administrator made are one person until the machine says otherwise. */
        @Test
        void isByAnotherPersonAndNotOnlyAnotherAccount() {
            AccountId second = new AccountId("can-bo-2");
            scenario.firstAdministrator("an", JANUARY).as("an");
            for (AccountId account : List.of(new AccountId("can-bo-1"), second)) {
                scenario.given(grant(account, "g-1", Role.OFFICER, Area.of(COMMUNE), DAY));
            }
            scenario.as("can-bo-1");
            String hash = computed(JUNE, null).hash();
            ApproveStipendStatement approve = new ApproveStipendStatement(COMMUNE, JUNE, hash);

            scenario.as(second.value()).when(approve).isRefusedBy(STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON);
            scenario.onTheMachine(new AccountConfirmed(second)).given(approve);
        }

        /** One wishes a reset honestly, the other carries it out, computes as the officer and waits. */
        @Test
        void isNotByWhoeverCouldSignInAsWhoHadItComputed() {
            administratorsResetTheOfficer();
            scenario.as("can-bo-1");
            String hash = computed(JUNE, null).hash();
            clock.advance(SeparatePersons.TAKEN_OVER.plusSeconds(1));

            scenario.as("an")
                    .when(new ApproveStipendStatement(COMMUNE, JUNE, hash))
                    .isRefusedBy(STATEMENT_IS_APPROVED_BY_ANOTHER_PERSON);
        }

        @Test
        void isByWhoeverCouldSignInAsThatAccountOnlyWhenAnEarlierVersionWasComputed() {
            administratorsResetTheOfficer();
            scenario.as("can-bo-2");
            computed(JUNE, null);
            clock.advance(SeparatePersons.TAKEN_OVER.plusSeconds(1));
            scenario.as("can-bo-1").given(mobilise(TEAM, LAN, DAY, Shift.DAY));
            String second = computed(JUNE, REASON).hash();

            scenario.as("an")
                    .when(new ApproveStipendStatement(COMMUNE, JUNE, second))
                    .decides(new StipendStatementApproved(COMMUNE, JUNE, 2, second, "an"));
        }

        private void administratorsResetTheOfficer() {
            scenario.firstAdministrator("an", JANUARY).as("an");
            for (AccountId account : List.of(new AccountId("can-bo-1"), new AccountId("binh"))) {
                scenario.given(grant(
                        account,
                        "g-1",
                        account.value().equals("binh") ? Role.ADMINISTRATOR : Role.OFFICER,
                        account.value().equals("binh") ? null : Area.of(COMMUNE),
                        DAY));
                scenario.onTheMachine(new AccountConfirmed(account));
            }
            scenario.as("an").given(new ResetAccount(new AccountId("can-bo-1"), new AccountId("binh"), false));
        }

        @Test
        void isOfTheLatestVersion() {
            scenario.when(new ApproveStipendStatement(COMMUNE, JUNE, "ab"))
                    .isRefusedBy(APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 0, "");
            String first = computed(JUNE, null).hash();
            scenario.administrators(JANUARY, "can-bo-1", "can-bo-2");
            scenario.as("can-bo-2").given(new ApproveStipendStatement(COMMUNE, JUNE, first));
            scenario.given(mobilise(TEAM, LAN, DAY, Shift.DAY));
            String second = computed(JUNE, REASON).hash();

            scenario.as("can-bo-1")
                    .when(new ApproveStipendStatement(COMMUNE, JUNE, first))
                    .isRefusedBy(APPROVED_CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 2, second);
            scenario.when(new ApproveStipendStatement(COMMUNE, JUNE, second))
                    .decides(new StipendStatementApproved(COMMUNE, JUNE, 2, second, "can-bo-1"));
        }
    }
}
