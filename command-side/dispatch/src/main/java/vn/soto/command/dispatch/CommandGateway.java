package vn.soto.command.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.plan.CommandMetadata;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.shared.Warnings;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.axon.AxonCommandSide;
import vn.soto.ledgerwriter.axon.CommandContext;

/**
 * Submits commands. A repeat (same id, content and actor) gets the outcome of the first time; a lost race is handled
 * again up to {@value #RETRIES} times; whatever is refused leaves no trace in the ledger. Blocking: call it on a
 * virtual thread.
 */
public final class CommandGateway {

    private static final int RETRIES = 3;

    private final AxonCommandSide commands;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final ContentDigest digest;
    private final PostCommitAction postCommitAction;
    private final CommandMeters meters;
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();

    public CommandGateway(
            AxonCommandSide commands,
            LedgerReader ledger,
            EventCodec codec,
            JsonMapper json,
            PostCommitAction postCommitAction,
            MeterRegistry meters) {
        this.commands = commands;
        this.ledger = ledger;
        this.codec = codec;
        this.postCommitAction = postCommitAction;
        this.digest = new ContentDigest(json);
        this.meters = new CommandMeters(meters);
    }

    /**
     * Returns when the command's commit is durable, and what follows from it done.
     *
     * @throws RuleViolatedException         a rule does not hold
     * @throws NotFoundException          what the command is about does not exist
     * @throws CommandIdReusedException the id belongs to another command
     * @throws ConflictException        see there
     * @throws AlreadyExistsException   see there
     * @throws LedgerException the ledger could not take it; its type says whether it may have been written
     */
    public CommandOutcome submit(Submission submission) {
        return meters.record(Command.nameOf(submission.command().getClass()), () -> handle(submission));
    }

    /**
     * Most commands are new, so they are handled at once: a repeat is refused by a rule, or by the ledger, which has its
     * id, and then gets the outcome of the first time.
     */
    private CommandOutcome handle(Submission submission) {
        Hash content = digest.of(submission.command());
        for (int retries = 0; ; retries++) {
            try {
                Optional<Commit> made = attempt(submission, content);
                return made.map(commit -> outcome(commit, false))
                        .or(() -> recorded(submission, content))
                        .orElseThrow(() -> new IllegalStateException("decided nothing: " + submission.id()));
            } catch (AggregateNotFoundException e) {
                throw new NotFoundException("target", String.valueOf(e.getAggregateIdentifier()));
            } catch (RuleViolatedException | NotFoundException | LedgerException.Repeated e) {
                Optional<CommandOutcome> earlier = recorded(submission, content);
                if (earlier.isEmpty()) {
                    throw e;
                }
                return earlier.get();
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                Optional<CommandOutcome> earlier = recorded(submission, content);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                if (retries == RETRIES) {
                    throw e instanceof ConcurrencyException ? new ConflictException(e) : new AlreadyExistsException(e);
                }
            }
        }
    }

    /** Empty if it decided nothing. */
    private Optional<Commit> attempt(Submission submission, Hash content) {
        Command command = submission.command();
        String name = Command.nameOf(command.getClass());
        CommandContext context = new CommandContext(
                submission.id(),
                name,
                content,
                submission.actor(),
                command instanceof HasReason reasoned ? reasoned.reason() : null,
                command instanceof CorrectionCommand corrective ? corrective.target() : null,
                submission.correlation(),
                submission.causation(),
                submission.capture().notes());
        commands.dispatch(command, submission.approved() ? context.with(CommandMetadata.APPROVED, true) : context);
        Optional<Commit> made = context.commit();
        made.ifPresent(commit -> listeners.forEach(listener -> listener.accept(commit)));
        return made;
    }

    /** @param listener hears of each commit once it is durable, on its command's thread; it neither blocks nor fails */
    public void listen(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    private Optional<CommandOutcome> recorded(Submission submission, Hash content) {
        return ledger.commitOfCommand(submission.id()).map(commit -> {
            boolean same = commit.origin() instanceof Origin.Command command
                    && command.content().equals(content)
                    && commit.actor().equals(submission.actor());
            if (!same) {
                throw new CommandIdReusedException(submission.id());
            }
            return outcome(commit, true);
        });
    }

    private CommandOutcome outcome(Commit commit, boolean repeat) {
        postCommitAction.of(commit);
        List<String> created = commit.events().stream()
                .map(RecordedEvent::aggregate)
                .filter(Objects::nonNull)
                .filter(slot -> slot.sequence() == 0)
                .map(slot -> slot.id())
                .toList();
        List<DomainEvent> events = commit.events().stream()
                .filter(event -> Warnings.dependOn(codec.classOf(event.type())))
                .map(event -> codec.decode(event.type(), event.payload()))
                .toList();
        Origin.Command command = (Origin.Command) commit.origin();
        return new CommandOutcome(command.id(), commit.number(), commit.at(), created, Warnings.of(events), repeat);
    }
}
