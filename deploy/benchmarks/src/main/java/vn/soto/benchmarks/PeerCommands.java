package vn.soto.benchmarks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandContext;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.unit.UnitUses;
import vn.soto.ledger.Hash;

/**
 * The product's aggregates and its way of handling commands over a peer's engine. It does less than ours: repeats are
 * not recognised, what was read is not guarded, and no commit says who decided.
 */
final class PeerCommands implements AutoCloseable {

    private static final Hash NOTHING = Hash.sha256();

    private final AxonCommandSide commands;

    PeerCommands(EventStorageEngine engine, Clock clock) {
        this.commands = AxonCommandSide.over(
                engine,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(
                        locked,
                        consulted,
                        clock,
                        new NoReports(),
                        DefaultPolicy.standard(),
                        (actor, commands) -> false,
                        UnitUses.NONE,
                        (aggregate, events) -> List.of(),
                        member -> Set.of(),
                        (plan, parts) -> Stream.of(),
                        (team, since, until) -> List.of(),
                        team -> List.of(),
                        (help, team) -> Set.of()));
    }

    void handle(Submission submission) {
        CommandRequest request = submission.request();
        commands.dispatch(
                submission.command(),
                new CommandContext(
                        request.id(),
                        Command.nameOf(submission.command().getClass()),
                        NOTHING,
                        request.actor(),
                        null,
                        request.correlation(),
                        request.causation()));
    }

    @Override
    public void close() {
        commands.close();
    }

    /** A report is derived from a ledger, which a peer has none of. */
    private static final class NoReports implements ReportFigures {

        @Override
        public Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last) {
            throw new UnsupportedOperationException("a report is derived from a ledger");
        }

        @Override
        public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before) {
            throw new UnsupportedOperationException("a report is derived from a ledger");
        }

        @Override
        public Set<TeamId> teamsEverIn(UnitId unit) {
            throw new UnsupportedOperationException("a report is derived from a ledger");
        }

        @Override
        public Set<UnitId> unitsEverIn(UnitId unit) {
            throw new UnsupportedOperationException("a report is derived from a ledger");
        }

        @Override
        public RoundFacts recorded(List<TeamId> teams, long commit) {
            throw new UnsupportedOperationException("a peer has no rounds");
        }

        @Override
        public void restOn(List<TeamId> teams, Pin pin) {
            throw new UnsupportedOperationException("a peer has no rounds");
        }

        @Override
        public RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most) {
            throw new UnsupportedOperationException("a sample is drawn from a ledger");
        }

        @Override
        public Pin pin() {
            throw new UnsupportedOperationException("a peer has no commits");
        }
    }
}
