package vn.soto.benchmarks;

import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.DomainModel;
import vn.soto.domain.report.ReportFigures;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.team.TeamsOfMembers;
import vn.soto.domain.unit.UnitUses;
import vn.soto.ledger.Hash;
import vn.soto.ledgerwriter.axon.AxonCommandSide;
import vn.soto.ledgerwriter.axon.CommandContext;

/**
 * The product's aggregates and its way of handling commands over a peer's engine. It does less than ours: repeats are
 * not recognised, what was read is not guarded, and no commit says who decided.
 */
final class PeerCommands implements AutoCloseable {

    private static final Hash NOTHING = Hash.sha256();

    private final AxonCommandSide commands;

    PeerCommands(EventStorageEngine engine, Clock clock) {
        ReportFigures figures = (team, quarter, calendar) -> {
            throw new UnsupportedOperationException("a report is derived from a ledger");
        };
        this.commands = AxonCommandSide.over(
                engine,
                DomainModel.aggregates(),
                (locked, consulted) -> DomainModel.resources(
                        locked,
                        consulted,
                        clock,
                        figures,
                        DefaultPolicy.standard(),
                        (actor, commands) -> false,
                        UnitUses.NONE,
                        (aggregate, events) -> List.of(),
                        TeamsOfMembers.NONE));
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
}
