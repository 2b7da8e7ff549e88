package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.contracts.unit.UnitEvent.UnitRetyped;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTakeOverUndone;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;

/**
 * The end of a unit, its successors, and the units it took over, after an event. A reader that needs nothing else of a
 * unit keeps this instead of its {@link UnitState}.
 *
 * @param ended      first day after its end; absent while it goes on
 * @param successors empty while it goes on
 */
public record UnitSuccession(
        boolean withdrawn, @Nullable LocalDate ended, List<UnitId> successors, List<TakeOver> takenOver) {

    /** Before the first event. */
    public static final UnitSuccession NONE = new UnitSuccession(false, null, List.of(), List.of());

    public UnitSuccession {
        successors = List.copyOf(successors);
        takenOver = List.copyOf(takenOver);
    }

    /** @param from first day after the end of {@code unit} */
    public record TakeOver(UnitId unit, LocalDate from) {}

    /** After all events of a unit; {@link #NONE} of one without events. */
    public static UnitSuccession of(List<UnitEvent> events) {
        UnitSuccession state = NONE;
        for (UnitEvent event : events) {
            state = state.after(event);
        }
        return state;
    }

    /** The same after the next event. */
    public UnitSuccession after(UnitEvent event) {
        return switch (event) {
            case UnitMerged merged -> ending(merged.effectiveFrom(), List.of(merged.into()));
            case UnitSplit split -> ending(split.effectiveFrom(), split.into());
            case UnitAbolished abolished -> ending(abolished.effectiveFrom(), List.of());
            case UnitChangeUndone undone -> without(undone.change());
            case UnitTookOver took ->
                with(Stream.concat(without(took.from()), Stream.of(new TakeOver(took.from(), took.effectiveFrom()))));
            case UnitTakeOverUndone undone -> with(without(undone.from()));
            case UnitEstablished _, UnitRenamed _, UnitRecoded _, UnitRetyped _, UnitReparented _ -> this;
        };
    }

    private UnitSuccession ending(LocalDate day, List<UnitId> into) {
        return new UnitSuccession(withdrawn, day, into, takenOver);
    }

    private UnitSuccession without(UnitChange change) {
        return change == UnitChange.ESTABLISHED
                ? new UnitSuccession(true, null, List.of(), takenOver)
                : change.ends() ? new UnitSuccession(withdrawn, null, List.of(), takenOver) : this;
    }

    private Stream<TakeOver> without(UnitId unit) {
        return takenOver.stream().filter(taken -> !taken.unit().equals(unit));
    }

    private UnitSuccession with(Stream<TakeOver> taken) {
        return new UnitSuccession(withdrawn, ended, successors, taken.toList());
    }

    /** The units before and after it, as of that day. */
    public UnitLineage.Links linksOn(LocalDate day) {
        boolean over = ended != null && !day.isBefore(ended);
        return new UnitLineage.Links(
                withdrawn || over,
                over ? successors : List.of(),
                takenOver.stream()
                        .filter(taken -> !taken.from().isAfter(day))
                        .map(TakeOver::unit)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
