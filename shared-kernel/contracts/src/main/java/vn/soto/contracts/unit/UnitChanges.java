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
public record UnitChanges<C extends Dated<C>>(List<Entry<C>> entries) {

    /** A change with its first day and the unit's attributes from then on. */
    public interface Dated<C> {

        UnitChange change();

        LocalDate from();

        UnitBearing after();

        /** The same change of a unit with other attributes after it. */
        C with(UnitBearing other);
    }

    /** @param named whether the change says a name; a move does not where it left the name as it was */
    public record Entry<C extends Dated<C>>(C change, boolean named) {

        Entry<C> behind(C earlier) {
            UnitBearing before = earlier.after();
            UnitBearing said = change.after();
            return new Entry<>(
                    change.with(
                            switch (change.change()) {
                                case ESTABLISHED -> said;
                                case RENAMED -> before.named(said.name());
                                case RECODED ->
                                    new UnitBearing(before.kind(), before.name(), said.officialCode(), before.parent());
                                case RETYPED -> before.typed(said.kind());
                                case REPARENTED ->
                                    new UnitBearing(
                                            before.kind(),
                                            named ? said.name() : before.name(),
                                            before.officialCode(),
                                            said.parent());
                                case MERGED, SPLIT, ABOLISHED -> before;
                            }),
                    named);
        }
    }

    public UnitChanges {
        entries = List.copyOf(entries);
    }

    /** No changes yet. */
    public static <C extends Dated<C>> UnitChanges<C> none() {
        return new UnitChanges<>(List.of());
    }

    /** The changes in order of their days. */
    public List<C> all() {
        return entries.stream().map(Entry::change).toList();
    }

    /** The latest change by a day; before the unit's first day its establishment. Absent for a unit without changes. */
    public Optional<C> on(LocalDate day) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(place(day) - 1).change);
    }

    /** The same with a further change, whose attributes are what it makes of those of its day. */
    public UnitChanges<C> with(C change) {
        int place = place(change.from());
        boolean named = change.change() != UnitChange.REPARENTED
                || on(change.from())
                        .map(before -> before.after().name())
                        .filter(change.after().name()::equals)
                        .isEmpty();
        List<Entry<C>> changed = new ArrayList<>(entries.subList(0, place));
        changed.add(new Entry<>(change, named));
        entries.subList(place, entries.size()).forEach(later -> changed.add(later.behind(changed.getLast().change)));
        return new UnitChanges<>(changed);
    }

    /** The same without the change whose day is the last. */
    UnitChanges<C> withoutLast() {
        return new UnitChanges<>(entries.subList(0, entries.size() - 1));
    }

    /** The place for a change of that day: behind the establishment and those that begin by then. */
    private int place(LocalDate day) {
        int place = entries.size();
        while (place > 1 && entries.get(place - 1).change.from().isAfter(day)) {
            place--;
        }
        return place;
    }
}
