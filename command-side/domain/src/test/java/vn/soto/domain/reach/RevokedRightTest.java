package vn.soto.domain.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.EndReason;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.RelieveLeader;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;

/**
 * The right on which a command was decided is taken away before the command is appended. The command always conflicts, is refused
 * when it is sent again, and leaves nothing in the ledger.
 */
@Tag("threads")
final class RevokedRightTest extends SampleCommune {

    private static final HouseholdId NEW = new HouseholdId("h-2");

    private final RightsWorld world = new RightsWorld();
    private final Scenario scenario = world.scenario();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});

    private void losesTheRace(String sender, Command late, Command revoking) {
        world.append(ledger -> draft -> {
            meanwhile.getAndSet(() -> {}).run();
            return ledger.append(draft);
        });
        long before = scenario.ledger().tail().number();
        meanwhile.set(() -> elsewhere(revoking));
        scenario.as(sender);

        assertThatThrownBy(() -> scenario.send(late)).isInstanceOf(ConcurrencyException.class);
        scenario.as(sender);
        assertThatThrownBy(() -> scenario.send(late))
                .satisfies(refused -> assertThat(rule(refused)).isInstanceOf(ReachRule.class));

        assertThat(scenario.ledger().tail().number()).isEqualTo(before + 1);
    }

    private static Rule rule(Throwable refused) {
        return refused instanceof OutOfReachException hidden
                ? hidden.refusal().rule()
                : ((RuleViolatedException) refused).rule();
    }

    /** Runs the command to its end on another thread, because this thread is within a unit of work. */
    private void elsewhere(Command command) {
        try {
            Thread.ofVirtual().start(() -> scenario.as("an").send(command)).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anOfficerWhoseGrantEndsMeanwhileRegistersNothing() {
        scenario.as("an");
        GrantId grant = world.grant("binh", Role.OFFICER, Area.of(COMMUNE), FOUNDED, null);

        losesTheRace(
                "binh",
                register(NEW, HAMLET),
                new EndGrant(new AccountId("binh"), grant, TODAY.minusDays(1), RightsWorld.REASON));
    }

    @Test
    void aMemberWhoseMembershipEndsMeanwhileRecordsNothing() {
        losesTheRace(
                "member-team",
                new RecordAssistance(new AssistanceId("a-2"), TEAM, HOUSEHOLD, List.of(LAN), content(NOW)),
                new EndMembership(TEAM, MAI, EndReason.OTHER, TODAY.minusDays(1)));
    }

    @Test
    void aLeaderWhoIsRelievedMeanwhileManagesNothing() {
        losesTheRace("leader-team", new MarkHouseholdLeft(HOUSEHOLD, TODAY), new RelieveLeader(TEAM, TODAY));
    }

    @Test
    void anAccountThatIsUnlinkedMeanwhileHasNoRightsOfMembership() {
        losesTheRace(
                "leader-team",
                new MarkHouseholdLeft(HOUSEHOLD, TODAY),
                new UnlinkAccount(new AccountId("leader-team"), TODAY.minusDays(1), RightsWorld.REASON));
    }

    @Test
    void aHamletThatMovesToAnotherCommuneMeanwhileIsOutOfReach() {
        losesTheRace(
                "officer-commune",
                register(NEW, HAMLET),
                new ReparentUnit(HAMLET, RightsWorld.OTHER_COMMUNE, "Đồng Tâm 3", signedOn(FOUNDED), TODAY));
    }

    @Test
    void aHouseholdThatMovesAwayMeanwhileIsOutOfReach() {
        scenario.as("an").given(register(NEW, FAR_HAMLET));

        losesTheRace(
                "leader-beside",
                new RecordHouseholdContact(NEW, new Sealed("n".repeat(40)), null, null),
                new RelocateHousehold(NEW, RightsWorld.OTHER_HAMLET, TODAY));
    }

    @Test
    void aTeamThatWorksElsewhereMeanwhileIsOutOfReach() {
        losesTheRace("leader-team", register(NEW, HAMLET), cover(TEAM, TODAY, FAR_HAMLET));
    }
}
