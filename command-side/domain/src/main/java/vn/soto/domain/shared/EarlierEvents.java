package vn.soto.domain.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;

/**
 * Events of an aggregate beside the one to undo; read only if a counter-command needs them.
 *
 * @param events those before it, in their order
 * @param others these, and those recorded since that are not undone with it
 * @param beside those of the same commit, the event itself among them
 * @param day    on which it was recorded
 */
public record EarlierEvents(
        Supplier<List<DomainEvent>> events,
        Supplier<List<DomainEvent>> others,
        Supplier<List<DomainEvent>> beside,
        LocalDate day) {
    /** Of an event that was recorded alone, long ago. */
    public EarlierEvents(Supplier<List<DomainEvent>> events, Supplier<List<DomainEvent>> others) {
        this(events, others, List::of, Days.FIRST);
    }

    /** Whether the same commit has an event of that kind. */
    public boolean isBeside(Class<? extends DomainEvent> kind) {
        return beside.get().stream().anyMatch(kind::isInstance);
    }

    /** The others of a kind, in their order: what holds on a day once the event is undone. */
    public <E extends DomainEvent> List<E> others(Class<E> kind) {
        return others.get().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The value that the function finds in the latest event for which it finds one. */
    public <T> Optional<T> last(Function<DomainEvent, Stream<T>> answer) {
        return events.get().reversed().stream().flatMap(answer).findFirst();
    }

    /** The command that restores the value found by {@link #last}; refused by {@code otherwise} if there is none. */
    public <T> CounterCommand restored(
            Function<DomainEvent, Stream<T>> answer, Function<T, Command> command, Rule otherwise) {
        return last(answer)
                .map(value -> CounterCommand.of(command.apply(value)))
                .orElseGet(() -> CounterCommand.refusedBy(otherwise));
    }
}
