package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.domain.assistance.AssistanceRule.ASSISTANCE_WAITS_FOR_A_CONFIRMATION;
import static vn.soto.domain.reach.ReachRule.SENDER_HAS_A_RIGHT_TO_THE_COMMAND;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.assistance.AssistanceCommand.ConfirmAssistance;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RestoreAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.ConsolidateTeams;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.SuspendMember;

/** Help that was entered on a device while its helper was a member, and arrives afterwards. */
final class FormerMemberTest extends SampleCommune {

    private static final Instant WORKED = NOW.minus(Duration.ofDays(3));
    private static final AssistanceId SENT = new AssistanceId("a-2");
    private static final AccountId ACCOUNT = new AccountId("member-team");
    private static final DomainEvent MARK =
            new AssistanceFlaggedUnconfirmed(SENT, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET), ACCOUNT);

    private final RightsWorld world = new RightsWorld();
    private final Scenario scenario = world.scenario();

    private static RecordAssistance own(Instant at) {
        return new RecordAssistance(SENT, TEAM, HOUSEHOLD, List.of(MAI), content(at));
    }

    private static RecordAssistance own(HouseholdId household, AssistanceContent content) {
        return new RecordAssistance(SENT, TEAM, household, List.of(MAI), content);
    }

    private static AssistanceContent onDuty() {
        AssistanceContent content = content(WORKED);
        return new AssistanceContent(
                content.services(), Channel.PUBLIC_SERVICE_CENTRE, content.mode(), content.occurredAt());
    }

    private void leave(LocalDate last) {
        scenario.as("an").given(new EndMembership(TEAM, MAI, EndReason.OTHER, last));
    }

    private void suspend() {
        scenario.as("an").given(new SuspendMember(TEAM, MAI, TODAY, "Đi công tác dài ngày"));
    }

    private void dissolve(TeamId team, LocalDate last) {
        scenario.as("an").given(new DissolveTeam(team, signedOn(FOUNDED), last, "Giải thể theo quyết định"));
    }

    private void absorb() {
        scenario.as("an")
                .given(new ConsolidateTeams(FAR_TEAM, signedOn(FOUNDED), List.of(TEAM), null, null, TUAN, TODAY));
    }

    private void isMarked() {
        assertThat(scenario.as("member-team").send(own(WORKED))).contains(MARK);
    }

    private void isNotAllowed(Command command) {
        scenario.as("member-team")
                .when(command)
                .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, Command.nameOf(command.getClass()), TODAY);
    }

    @Nested
    final class RecordsTheirOwnHelp {

        @Test
        void asLongAsTheyAreMembersUnmarked() {
            assertThat(scenario.as("member-team").send(own(WORKED))).doesNotContain(MARK);
        }

        @Test
        void afterTheyHaveLeft() {
            leave(TODAY.minusDays(1));
            isMarked();
        }

        @Test
        void whileTheyAreSuspended() {
            suspend();
            isMarked();
        }

        @Test
        void afterTheTeamWasDissolved() {
            dissolve(TEAM, TODAY.minusDays(1));
            isMarked();
        }

        @Test
        void afterTheTeamWasAbsorbed() {
            absorb();
            isMarked();
        }

        @Test
        void toAHouseholdThatHasMovedAwaySince() {
            scenario.as("an").given(new RelocateHousehold(HOUSEHOLD, FAR_HAMLET, TODAY.minusDays(1)));
            leave(TODAY.minusDays(1));
            isMarked();
        }

        @Test
        void onDutyToAHouseholdOfTheirTeam() {
            leave(TODAY.minusDays(1));
            assertThat(scenario.as("member-team").send(own(HOUSEHOLD, onDuty())))
                    .contains(MARK);
        }

        @Test
        void forThirtyDays() {
            leave(TODAY.minusDays(FormerMembership.DAYS));
            AssistanceContent early = content(NOW.minus(Duration.ofDays(31)));
            assertThat(scenario.as("member-team")
                            .send(new RecordAssistance(
                                    SENT, TEAM, HOUSEHOLD, null, null, List.of(MAI), early, null, "OFFLINE")))
                    .contains(MARK);
        }

        @Test
        void andNotLonger() {
            leave(TODAY.minusDays(FormerMembership.DAYS + 1));
            isNotAllowed(own(NOW.minus(Duration.ofDays(32))));
        }

        @Test
        void notLongerAfterADissolution() {
            dissolve(TEAM, TODAY.minusDays(FormerMembership.DAYS + 1));
            isNotAllowed(own(NOW.minus(Duration.ofDays(32))));
        }
    }

    @Nested
    final class HasNoOtherRight {

        @Test
        void afterTheLastDay() {
            leave(TODAY.minusDays(1));
            isNotAllowed(own(NOW));
        }

        @Test
        void withOthersOrToOthers() {
            leave(TODAY.minusDays(1));
            isNotAllowed(new RecordAssistance(SENT, TEAM, HOUSEHOLD, List.of(MAI, HUNG), content(WORKED)));
            isNotAllowed(new RecordAssistance(SENT, TEAM, HOUSEHOLD, List.of(HUNG), content(WORKED)));
            isNotAllowed(new RecordAssistance(SENT, FAR_TEAM, HOUSEHOLD, List.of(MAI), content(WORKED)));
            isNotAllowed(
                    new RecordAssistance(SENT, TEAM, null, null, HAMLET, List.of(MAI), content(WORKED), null, null));
            isNotAllowed(new RecordAssistance(
                    SENT,
                    TEAM,
                    HOUSEHOLD,
                    null,
                    null,
                    List.of(MAI),
                    List.of(new Responsible(FAR_TEAM, TUAN)),
                    content(WORKED),
                    null,
                    null,
                    null));
        }

        /** As on duty a member may help every resident of the commune. */
        @Test
        void toAHouseholdThatWasNoneOfTheTeam() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.as("an").given(register(far, FAR_HAMLET));
            leave(TODAY.minusDays(1));

            scenario.as("member-team").when(own(far, onDuty())).isAboutSomethingAbsent("household", far);
            scenario.when(own(far, content(WORKED))).isAboutSomethingAbsent("household", far);
            HouseholdId nobodys = new HouseholdId("h-nobodys");
            scenario.when(own(nobodys, content(WORKED))).isAboutSomethingAbsent("household", nobodys);
        }

        @Test
        void byAGrantThatEndedWithTheMembership() {
            HouseholdId far = new HouseholdId("h-far");
            scenario.as("an").given(register(far, FAR_HAMLET));
            world.grant("member-team", Role.OFFICER, Area.of(COMMUNE), FOUNDED, TODAY.minusDays(1));
            leave(TODAY.minusDays(1));

            scenario.as("member-team").when(own(far, onDuty())).isAboutSomethingAbsent("household", far);
        }

        @Test
        void toWhatTheyRecordedSo() {
            leave(TODAY.minusDays(1));
            isMarked();
            isNotAllowed(new VoidAssistance(SENT, MAI, "Nhập nhầm hộ"));
            isNotAllowed(new CorrectAssistance(SENT, content(WORKED.minusSeconds(60)), "Sai giờ"));
            isNotAllowed(new ConfirmAssistance(SENT));
            isNotAllowed(new FollowUpAssistance(SENT, TEAM, MAI, AssistanceOutcome.DONE, NOW, null));
            isNotAllowed(new RecordMemberProfile(MAI, new Sealed("n".repeat(40)), null));
        }
    }

    @Nested
    final class IsConfirmed {

        private void confirms(String account) {
            scenario.as(account)
                    .when(new ConfirmAssistance(SENT))
                    .decides(new AssistanceConfirmed(SENT, TEAM, Beneficiary.of(HOUSEHOLD, HAMLET)));
        }

        @Test
        void byTheLeader() {
            leave(TODAY.minusDays(1));
            isMarked();
            confirms("leader-team");
            scenario.when(new ConfirmAssistance(SENT)).isRefusedBy(ASSISTANCE_WAITS_FOR_A_CONFIRMATION);
        }

        @Test
        void byAnOfficerOfTheUnitWhoseTeamWasDissolvedOrAbsorbed() {
            absorb();
            isMarked();
            scenario.as("leader-team")
                    .when(new ConfirmAssistance(SENT))
                    .isRefusedBy(SENDER_HAS_A_RIGHT_TO_THE_COMMAND, "confirm-assistance", TODAY);
            confirms("officer-commune");
        }

        @Test
        void byNobodyBeside() {
            leave(TODAY.minusDays(1));
            isMarked();
            for (String account : List.of("leader-beside", "officer-beside")) {
                scenario.as(account).when(new ConfirmAssistance(SENT)).isAboutSomethingAbsent("assistance", SENT);
            }
            isNotAllowed(new ConfirmAssistance(SENT));
        }

        @Test
        void byNobodyWhoHelped() {
            suspend();
            isMarked();
            scenario.as("an");
            world.grant("member-team", Role.OFFICER, Area.of(HAMLET));
            scenario.as("member-team")
                    .when(new ConfirmAssistance(SENT))
                    .isRefusedBy(ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE);
            scenario.as("an");
            world.link("officer-hamlet", MAI);
            scenario.as("officer-hamlet")
                    .when(new ConfirmAssistance(SENT))
                    .isRefusedBy(ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE);
        }

        /** The leader's account may be from the same administrator. */
        @Test
        void byNobodyWhoCouldSignInAsWhoEnteredIt() {
            leave(TODAY.minusDays(1));
            scenario.as("admin-commune").given(new ResetAccount(ACCOUNT, null, false));
            isMarked();
            scenario.as("admin-commune")
                    .when(new ConfirmAssistance(SENT))
                    .isRefusedBy(ASSISTANCE_IS_CONFIRMED_BY_SOMEBODY_ELSE);
            confirms("leader-team");
        }

        @Test
        void notWhileVoidedAndStillAfterARestoration() {
            leave(TODAY.minusDays(1));
            isMarked();
            scenario.as("leader-team").given(new VoidAssistance(SENT, "Không có thật"));
            scenario.when(new ConfirmAssistance(SENT)).isRefusedBy(ASSISTANCE_IS_NOT_VOIDED);
            scenario.given(new RestoreAssistance(SENT, "Rút nhầm"));
            confirms("leader-team");
        }

        @Test
        void onlyWhereItIsNeeded() {
            scenario.as("leader-team")
                    .when(new ConfirmAssistance(ASSISTANCE))
                    .isRefusedBy(ASSISTANCE_WAITS_FOR_A_CONFIRMATION);
        }
    }
}
