package vn.soto.command.assistance;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_IS_NOT_IN_THE_FUTURE;
import static vn.soto.command.assistance.AssistanceRule.ASSISTANCE_IS_NOT_VOIDED;
import static vn.soto.command.assistance.AssistanceRule.CORRECTION_CHANGES_SOMETHING;
import static vn.soto.command.assistance.AssistanceRule.HELPERS_WERE_MEMBERS_ON_THAT_DAY;
import static vn.soto.command.assistance.AssistanceRule.HELPING_TEAM_COVERS_HOUSEHOLD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import vn.soto.command.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.command.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.command.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.command.household.Household;
import vn.soto.command.shared.AlsoWritten;
import vn.soto.command.shared.Consulted;
import vn.soto.command.shared.Days;
import vn.soto.command.shared.FreeText;
import vn.soto.command.team.Team;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Content;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * A record of help. Who may record it follows from membership on the day of the help, not from who is responsible for
 * the household: a record made offline stays good when the household has passed on, or the helper has left, meanwhile.
 */
@AggregateRoot(type = "assistance")
public final class Assistance {

    public static final int MOST_HELPERS = 10;

    /** How far the clock of a phone may run ahead of ours. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    @AggregateIdentifier
    private AssistanceId id;

    private AssistanceRecorded recorded;
    private Content content;
    private boolean voided;

    @SuppressWarnings("NullAway.Init")
    Assistance() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(RecordAssistance command, Consulted consulted, AlsoWritten alsoWritten, Clock clock) {
        FreeText.checkNewId(command.assistance());
        List<MemberId> helpers = command.helpers().stream().distinct().toList();
        ASSISTANCE_HAS_SOME_BUT_NOT_TOO_MANY_HELPERS.require(
                !helpers.isEmpty() && helpers.size() <= MOST_HELPERS, MOST_HELPERS);
        checkTime(command.content().occurredAt(), clock);
        LocalDate day = VietnamTime.day(command.content().occurredAt());
        UnitId unit = consulted.ask(Household.class, command.household(), household -> household.unitOn(day));
        HELPING_TEAM_COVERS_HOUSEHOLD.require(
                consulted.ask(Team.class, command.team(), team -> team.coveredOn(unit, day)));
        checkHelpers(command.team(), helpers, command.content(), consulted);
        apply(new AssistanceRecorded(
                command.assistance(), command.team(), command.household(), unit, helpers, command.content()));
        Household.helped(command.household(), command.team(), alsoWritten);
    }

    @CommandHandler
    void decide(CorrectAssistance command, Consulted consulted, Clock clock) {
        ASSISTANCE_IS_NOT_VOIDED.require(!voided);
        FreeText.checkReason(command.reason());
        CORRECTION_CHANGES_SOMETHING.require(!command.content().equals(content));
        checkTime(command.content().occurredAt(), clock);
        checkHelpers(recorded.team(), recorded.helpers(), command.content(), consulted);
        apply(new AssistanceCorrected(id, recorded.team(), recorded.household(), recorded.unit(), command.content()));
    }

    @CommandHandler
    void decide(VoidAssistance command) {
        ASSISTANCE_IS_NOT_VOIDED.require(!voided);
        FreeText.checkReason(command.reason());
        apply(new AssistanceVoided(id, recorded.team(), recorded.household(), recorded.unit()));
    }

    private static void checkTime(Instant occurredAt, Clock clock) {
        Days.check(occurredAt);
        ASSISTANCE_IS_NOT_IN_THE_FUTURE.require(
                !occurredAt.isAfter(clock.instant().plus(CLOCK_SKEW)));
    }

    private static void checkHelpers(TeamId id, List<MemberId> helpers, Content content, Consulted consulted) {
        LocalDate day = VietnamTime.day(content.occurredAt());
        HELPERS_WERE_MEMBERS_ON_THAT_DAY.require(
                consulted.ask(Team.class, id, team -> helpers.stream().allMatch(helper -> team.wasActive(helper, day))),
                day);
    }

    /** Whether it counts as help by that team: recorded by it and not voided. */
    public boolean countsFor(TeamId team) {
        return !voided && recorded.team().equals(team);
    }

    @EventHandler
    void evolve(AssistanceRecorded event) {
        id = event.assistance();
        recorded = event;
        content = event.content();
    }

    @EventHandler
    void evolve(AssistanceCorrected event) {
        content = event.content();
    }

    @EventHandler
    void evolve(AssistanceVoided event) {
        voided = true;
    }
}
