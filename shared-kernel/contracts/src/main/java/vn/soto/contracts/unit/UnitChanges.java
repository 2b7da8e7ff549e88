package vn.soto.contracts.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.unit.UnitChanges.Dated;

/**
 * The valid changes of a unit in order of their days, those of one day in order of recording. A change may be recorded
 * before a coming one. The later one then changes its own attributes, and leaves the others as the earlier one has made
 * them.
 *
 * @param <C> kind of change
 */
public record UnitChanges<C extends Dated<C>>(List<C> all) {

    /** A change with its first day and the unit's attributes from then on. */
    public interface Dated<C> {

        UnitChange change();

        LocalDate from();

        UnitBearing after();

        /** Whether the change says a name, even the one that the unit has; a move need not. */
        boolean named();

        /** The same change of a unit with other attributes after it. */
        C with(UnitBearing other);
    }

    public UnitChanges {
        all = List.copyOf(all);
    }

    /** No changes yet. */
    public static <C extends Dated<C>> UnitChanges<C> none() {
        return new UnitChanges<C>(List.of());
    }

    /** The latest change by a day; before the unit's first day its establishment. Absent for a unit without changes. */
    public Optional<C> on(LocalDate day) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(place(day) - 1));
    }

    /** The same with a further change, whose attributes are what it makes of those of its day. */
    public UnitChanges<C> with(C change) {
        int place = place(change.from());
        List<C> changed = new ArrayList<>(all.subList(0, place));
        changed.add(change);
        all.subList(place, all.size())
                .forEach(later -> changed.add(behind(changed.getLast().after(), later)));
        return new UnitChanges<>(changed);
    }

    /** A change as it is where the unit has other attributes before it. */
    private static <C extends Dated<C>> C behind(UnitBearing before, C change) {
        UnitBearing said = change.after();
        return change.with(
                switch (change.change()) {
                    case ESTABLISHED -> said;
                    case RENAMED -> before.named(said.name());
                    case RECODED -> new UnitBearing(before.kind(), before.name(), said.officialCode(), before.parent());
                    case RETYPED -> before.typed(said.kind());
                    case REPARENTED ->
                        new UnitBearing(
                                before.kind(),
                                change.named() ? said.name() : before.name(),
                                before.officialCode(),
                                said.parent());
                    case MERGED, SPLIT, ABOLISHED -> before;
                });
    }

    /** The same without the change whose day is the last. */
    UnitChanges<C> withoutLast() {
        return new UnitChanges<>(all.subList(0, all.size() - 1));
    }

    /** The place for a change of that day: behind the establishment and those that begin by then. */
    private int place(LocalDate day) {
        int place = all.size();
        while (place > 1 && all.get(place - 1).from().isAfter(day)) {
            place--;
        }
        return place;
    }
}
