package vn.soto.domain.outreach;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_CLOSING_CORRECTION_CHANGES_SOMETHING;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_CLOSED;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_NOT_CLOSED;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_IS_NOT_COUNTED_IN_THE_FUTURE;
import static vn.soto.domain.outreach.CommunityGroupRule.GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.outreach.CommunityGroupId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.Team;

/**
 * A community group, for example in Zalo, through which a team reaches households; the ledger holds only their number.
 */
@AggregateRoot(type = "community-group")
public final class CommunityGroup {

    /**
     * Largest count; below the smallest phone or citizen number, so that none can be recorded as a count by mistake.
     */
    public static final int LARGEST_GROUP = 100_000;

    @AggregateIdentifier
    private CommunityGroupId id;

    private TeamId team;
    private LocalDate latestCount;
    private int households;

    /** Absent while the group is open. */
    private @Nullable LocalDate lastDay;

    @SuppressWarnings("NullAway.Init")
    CommunityGroup() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordCommunityGroup command, ReadOnlyAggregates consulted, Clock clock) {
        FreeText.checkNewId(command.group());
        check(command.team(), command.households(), command.countedOn(), consulted, clock);
        apply(new CommunityGroupRecorded(command.group(), command.team(), command.households(), command.countedOn()));
    }

    @CommandHandler
    void decide(UpdateCommunityGroup command, ReadOnlyAggregates consulted, Clock clock) {
        GROUP_IS_NOT_CLOSED.require(lastDay == null);
        check(team, command.households(), command.countedOn(), consulted, clock);
        apply(new CommunityGroupUpdated(id, team, command.households(), command.countedOn()));
    }

    @CommandHandler
    void decide(CloseCommunityGroup command) {
        GROUP_IS_NOT_CLOSED.require(lastDay == null);
        close(command.lastDay());
    }

    @CommandHandler
    void decide(CorrectGroupClosing command) {
        LocalDate stated = Optional.ofNullable(lastDay).orElseThrow(GROUP_IS_CLOSED::refused);
        GROUP_CLOSING_CORRECTION_CHANGES_SOMETHING.require(!stated.equals(command.lastDay()));
        if (command.lastDay() == null) {
            apply(new CommunityGroupUpdated(id, team, households, latestCount));
        } else {
            close(command.lastDay());
        }
    }

    private void close(LocalDate day) {
        GROUP_CLOSES_ON_OR_AFTER_ITS_LATEST_COUNT.require(!day.isBefore(latestCount), latestCount);
        apply(new CommunityGroupClosed(id, team, day));
    }

    private static void check(TeamId team, int households, LocalDate day, ReadOnlyAggregates consulted, Clock clock) {
        LocalDate today = VietnamTime.day(clock.instant());
        GROUP_SIZE_IS_A_NUMBER_OF_HOUSEHOLDS.require(households >= 0 && households <= LARGEST_GROUP, LARGEST_GROUP);
        GROUP_IS_NOT_COUNTED_IN_THE_FUTURE.require(!day.isAfter(today), day, today);
        LocalDate first = consulted.ask(Team.class, team, Team::firstDay);
        GROUP_IS_COUNTED_WITH_OR_AFTER_ITS_TEAM.require(!day.isBefore(first), first);
    }

    /** The team whose group it is. */
    public TeamId team() {
        return team;
    }

    @EventHandler
    void evolve(CommunityGroupRecorded event) {
        id = event.group();
        team = event.team();
        latestCount = event.countedOn();
        households = event.households();
    }

    @EventHandler
    void evolve(CommunityGroupUpdated event) {
        lastDay = null;
        if (!event.countedOn().isBefore(latestCount)) {
            latestCount = event.countedOn();
            households = event.households();
        }
    }

    @EventHandler
    void evolve(CommunityGroupClosed event) {
        lastDay = event.lastDay();
    }
}
