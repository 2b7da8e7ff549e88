package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import vn.soto.axon.AxonCommandSide;
import vn.soto.axon.CommandResult;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.reach.CommandSender;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;

/**
 * Submits commands. A repeat (same id, content and actor) gets the outcome of the first time. After a conflict the
 * command is handled again, up to {@value #RETRIES} times, the last {@value #IN_TURN} of them one command after the
 * other. A refused command leaves no trace in the ledger. Its calls block.
 */
public final class CommandGateway {

    private static final int RETRIES = 20;
    private static final int IN_TURN = 17;

    private final AxonCommandSide commands;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final ContentDigest digest;
    private final PostCommitAction postCommitAction;
    private final LedgerWarnings ledgerWarnings;
    private final CommandMeters meters;
    private final AccessRefusals refusals;

    /** Held by the command that has conflicted most often, so that those in its way are new ones alone. */
    private final ReentrantLock turn = new ReentrantLock(true);

    CommandGateway(
            AxonCommandSide commands,
            LedgerReader ledger,
            EventCodec codec,
            ContentDigest digest,
            PostCommitAction postCommitAction,
            LedgerWarnings ledgerWarnings,
            AccessRefusals refusals,
            MeterRegistry meters) {
        this.refusals = refusals;
        this.commands = commands;
        this.ledger = ledger;
        this.codec = codec;
        this.postCommitAction = postCommitAction;
        this.ledgerWarnings = ledgerWarnings;
        this.digest = digest;
        this.meters = new CommandMeters(meters);
    }

    /**
     * Returns when the command's commit is durable and its post-commit action has completed.
     *
     * @throws RuleViolatedException    a rule does not hold
     * @throws NotFoundException        an aggregate the command names does not exist
     * @throws CommandIdReusedException the id belongs to another command
     * @throws ConflictException        see there
     * @throws AlreadyExistsException   see there
     * @throws LedgerException          the commit was not appended, or it is unknown whether it was; its type says which
     */
    public CommandOutcome submit(CommandRequest request, Command command) {
        return metered(request, command, () -> outcome(handle(request, command)), CommandOutcome::repeat);
    }

    /** As {@link #submit}, for a sender who reads no warnings: none are looked for. */
    public void submitWithoutWarnings(CommandRequest request, Command command) {
        var _ = metered(request, command, () -> handle(request, command), Handled::repeat);
    }

    private <T> T metered(CommandRequest request, Command command, Supplier<T> submission, Predicate<T> repeat) {
        try {
            return meters.record(Command.nameOf(command.getClass()), submission, repeat);
        } catch (RuleViolatedException | NotFoundException e) {
            boolean planStep = request.sender() instanceof CommandSender.PlanStep;
            refusals.note(request.actor(), command.getClass(), e, planStep);
            throw e;
        }
    }

    private Handled handle(CommandRequest request, Command command) {
        Hash content = digest.of(command);
        Set<String> met = new HashSet<>();
        for (int attempt = 0; attempt <= RETRIES - IN_TURN; attempt++) {
            try {
                return decide(request, command, content);
            } catch (ConcurrencyException again) {
                // Somebody else was recorded.
            } catch (AggregateStreamCreationException e) {
                refuseIfMetBefore(met, e);
            }
        }
        turn.lock();
        try {
            return decideInTurn(request, command, content, met);
        } finally {
            turn.unlock();
        }
    }

    private Handled decideInTurn(CommandRequest request, Command command, Hash content, Set<String> met) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decide(request, command, content);
            } catch (ConcurrencyException e) {
                if (attempt == IN_TURN) {
                    throw new ConflictException(e);
                }
            } catch (AggregateStreamCreationException e) {
                refuseIfMetBefore(met, e);
                if (attempt == IN_TURN) {
                    throw new ConflictException(e);
                }
            }
        }
    }

    /**
     * An aggregate that came into being during an attempt is found by the next one. A command that would create it once more
     * creates it whatever it finds, so that further attempts would all end alike.
     *
     * @param met aggregates that earlier attempts would have created, and that existed
     */
    private static void refuseIfMetBefore(Set<String> met, AggregateStreamCreationException e) {
        String existing = e.getCause() instanceof LedgerException.Conflict conflict ? conflict.aggregate() : "";
        if (!met.add(existing)) {
            throw new AlreadyExistsException(e);
        }
    }

    /**
     * Handles the command without looking it up first, because most commands are new. A repeat is refused, by a rule or by
     * the ledger, which has its id, or conflicts; then it gets the recorded outcome.
     */
    private Handled decide(CommandRequest request, Command command, Hash content) {
        try {
            CommandResult result = commands.dispatch(command, request.context(command, content));
            Commit commit = result.commit();
            if (commit == null) {
                return recorded(request, content)
                        .orElseThrow(() -> new IllegalStateException("decided nothing: " + request.id()));
            }
            ledgerWarnings.note(commit, result.events());
            return handled(commit, result.events(), false);
        } catch (AggregateNotFoundException e) {
            throw NotFoundException.target(command, String.valueOf(e.getAggregateIdentifier()));
        } catch (RuleViolatedException
                | NotFoundException
                | LedgerException.Repeated
                | ConcurrencyException
                | AggregateStreamCreationException e) {
            Optional<Handled> earlier = recorded(request, content);
            if (earlier.isEmpty()) {
                throw e;
            }
            return earlier.get();
        }
    }

    private Optional<Handled> recorded(CommandRequest request, Hash content) {
        return ledger.commitOfCommand(request.id()).map(commit -> {
            boolean same = commit.origin() instanceof Origin.Command command
                    && command.content().equals(content)
                    && commit.actor().equals(request.actor());
            if (!same) {
                throw new CommandIdReusedException(request.id());
            }
            List<DomainEvent> events =
                    commit.stored().stream().map(codec::decode).toList();
            return handled(commit, events, true);
        });
    }

    private Handled handled(Commit commit, List<DomainEvent> events, boolean repeat) {
        postCommitAction.of(commit);
        return new Handled(commit, events, repeat);
    }

    private CommandOutcome outcome(Handled handled) {
        Commit commit = handled.commit;
        Origin.Command command = (Origin.Command) commit.origin();
        return new CommandOutcome(
                command.id(),
                commit.number(),
                commit.at(),
                CommandOutcome.created(commit),
                ledgerWarnings.all(commit, handled.events),
                handled.repeat);
    }

    /** @param events of the commit, all of them */
    private record Handled(Commit commit, List<DomainEvent> events, boolean repeat) {}
}
