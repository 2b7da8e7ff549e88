package vn.soto.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.command.plan.Acting;
import vn.soto.command.shared.Absent;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Corrective;
import vn.soto.command.shared.Reasoned;
import vn.soto.command.shared.Refused;
import vn.soto.command.shared.Warnings;
import vn.soto.contracts.shared.DomainEvent;
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
public final class CommandDesk {

    private static final int RETRIES = 3;

    private final AxonCommandSide commands;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final ContentDigest digest;
    private final CommandMeters meters;
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();

    public CommandDesk(
            AxonCommandSide commands, LedgerReader ledger, EventCodec codec, JsonMapper json, MeterRegistry meters) {
        this.commands = commands;
        this.ledger = ledger;
        this.codec = codec;
        this.digest = new ContentDigest(json);
        this.meters = new CommandMeters(meters);
    }

    /**
     * Returns when the command's commit is durable.
     *
     * @throws Refused         a rule does not hold
     * @throws Absent          what the command is about does not exist
     * @throws CommandIdReused the id belongs to another command
     * @throws LostRace        see there
     * @throws AlreadyExists   see there
     * @throws LedgerException the ledger could not take it; its type says whether it may have been written
     */
    public Outcome submit(Submission submission) {
        return meters.record(Command.nameOf(submission.command().getClass()), () -> answer(submission));
    }

    private Outcome answer(Submission submission) {
        Hash content = digest.of(submission.command());
        Optional<Outcome> earlier = recorded(submission, content);
        return earlier.isPresent() ? earlier.get() : handle(submission, content);
    }

    private Outcome handle(Submission submission, Hash content) {
        for (int retries = 0; ; retries++) {
            try {
                return outcome(attempt(submission, content), false);
            } catch (AggregateNotFoundException e) {
                throw new Absent("target", String.valueOf(e.getAggregateIdentifier()));
            } catch (Refused | Absent | LedgerException.Repeated e) {
                Optional<Outcome> earlier = recorded(submission, content);
                if (earlier.isEmpty()) {
                    throw e;
                }
                return earlier.get();
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                Optional<Outcome> earlier = recorded(submission, content);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
                if (retries == RETRIES) {
                    throw e instanceof ConcurrencyException ? new LostRace(e) : new AlreadyExists(e);
                }
            }
        }
    }

    private Commit attempt(Submission submission, Hash content) {
        Command command = submission.command();
        String name = Command.nameOf(command.getClass());
        CommandContext context = new CommandContext(
                submission.id(),
                name,
                content,
                submission.actor(),
                command instanceof Reasoned reasoned ? reasoned.reason() : null,
                () -> command instanceof Corrective corrective ? lastEventOf(corrective.target()) : Optional.empty(),
                submission.correlation(),
                submission.causation());
        commands.dispatch(command, submission.approved() ? context.with(Acting.APPROVED, true) : context);
        Commit commit =
                context.commit().orElseThrow(() -> new IllegalStateException("command " + name + " decided nothing"));
        listeners.forEach(listener -> listener.accept(commit));
        return commit;
    }

    /** @param listener hears of each commit once it is durable, on its command's thread; it neither blocks nor fails */
    public void listen(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    /** Asked when the commit is made: if the aggregate moves after that, the commit loses its slot and is not written. */
    private Optional<String> lastEventOf(String aggregate) {
        OptionalLong head = ledger.head(aggregate);
        return head.isEmpty()
                ? Optional.empty()
                : ledger.aggregate(aggregate, head.getAsLong(), 1).stream()
                        .map(stored -> stored.event().id())
                        .findFirst();
    }

    private Optional<Outcome> recorded(Submission submission, Hash content) {
        return ledger.commitOfCommand(submission.id()).map(commit -> {
            boolean same = commit.origin() instanceof Origin.Command command
                    && command.content().equals(content)
                    && commit.actor().equals(submission.actor());
            if (!same) {
                throw new CommandIdReused(submission.id());
            }
            return outcome(commit, true);
        });
    }

    private Outcome outcome(Commit commit, boolean repeat) {
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
        return new Outcome(command.id(), commit.number(), commit.at(), created, Warnings.of(events), repeat);
    }
}
