package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.axonframework.modelling.command.AggregateNotFoundException;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.unit.UnitCommand;

/** Random commands from one seed, sent to a command handler and compared with the {@link ReferenceModel}. */
final class RandomRun {

    private final Function<Command, List<DomainEvent>> handler;
    private final Random random;
    private final RandomCommands commands;
    private final RandomLineageCommands lineageCommands;
    private final ReferenceModel reference = new ReferenceModel();
    private final ExpectedOutcome expectedOutcome = new ExpectedOutcome(reference);
    private final LineageReferenceModel lineage = new LineageReferenceModel();

    /** @param handler gives the events of the commit; refuses or misses as the domain does */
    RandomRun(long seed, Function<Command, List<DomainEvent>> handler) {
        this.handler = handler;
        this.random = new Random(seed);
        this.commands = new RandomCommands(random);
        this.lineageCommands = new RandomLineageCommands(random, lineage);
        RandomCommands.beginning().forEach(command -> commit(handler.apply(command)));
    }

    /**
     * Each command is accepted exactly when the model expects it, and no event breaks an invariant.
     *
     * @param seen takes each command and whether it was accepted
     */
    void send(int count, BiConsumer<Command, Boolean> seen) {
        for (int i = 0; i < count; i++) {
            Command command = next();
            boolean expected = accepts(command);
            List<DomainEvent> events = handled(command);
            String number = "command " + i + ", ";
            assertThat(!events.isEmpty()).as(() -> number + command).isEqualTo(expected);
            commit(events);
            seen.accept(command, expected);
        }
    }

    /** As {@link #send}, but only the invariants are checked, not which commands are accepted. */
    void audit(int count) {
        for (int i = 0; i < count; i++) {
            commit(handled(next()));
        }
    }

    private Command next() {
        return random.nextInt(4) == 0 ? lineageCommands.next() : commands.next();
    }

    private boolean accepts(Command command) {
        return command instanceof UnitCommand of ? lineage.accepts(of) : expectedOutcome.accepts(command);
    }

    private void commit(List<DomainEvent> events) {
        reference.commit(events);
        lineage.commit(events);
    }

    /** No events when it is refused, or about something that is not there. */
    private List<DomainEvent> handled(Command command) {
        try {
            List<DomainEvent> events = handler.apply(command);
            if (command instanceof RecordAssistance record) {
                commands.add(record.assistance());
            }
            return events;
        } catch (RuleViolatedException | NotFoundException | AggregateNotFoundException e) {
            return List.of();
        }
    }
}
