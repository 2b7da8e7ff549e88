package vn.soto.domain.unit;

import static vn.soto.contracts.unit.UnitChange.ABOLISHED;
import static vn.soto.contracts.unit.UnitChange.ESTABLISHED;
import static vn.soto.contracts.unit.UnitChange.MERGED;
import static vn.soto.contracts.unit.UnitChange.RENAMED;
import static vn.soto.contracts.unit.UnitChange.REPARENTED;
import static vn.soto.contracts.unit.UnitChange.SPLIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/**
 * Reference model of wards in provinces that never change: a list of changes for each ward.
 */
final class SimpleUnits {

    record Change(UnitChange change, LocalDate from, String name, UnitId parent, Set<UnitId> into) {}

    private final Map<UnitId, List<Change>> wards = new LinkedHashMap<>();
    private final Set<UnitId> withdrawn = new HashSet<>();

    List<UnitId> latest(int most) {
        List<UnitId> all = List.copyOf(wards.keySet());
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    Change latestOf(UnitId ward) {
        return Objects.requireNonNull(wards.get(ward)).getLast();
    }

    boolean accepts(Command command) {
        return switch (command) {
            case EstablishUnit c ->
                free(key(c.name(), Objects.requireNonNull(c.parent())), c.unit(), c.effectiveFrom());
            case RenameUnit c -> {
                Change now = latestOf(c.unit());
                yield changes(c.unit(), c.effectiveFrom())
                        && !now.name().equals(c.name())
                        && free(key(c.name(), now.parent()), c.unit(), c.effectiveFrom());
            }
            case ReparentUnit c -> {
                Change now = latestOf(c.unit());
                String name = c.name() == null ? now.name() : c.name();
                yield changes(c.unit(), c.effectiveFrom())
                        && !(now.parent().equals(c.parent()) && now.name().equals(name))
                        && free(key(name, c.parent()), c.unit(), c.effectiveFrom());
            }
            case AbolishUnit c -> ends(c.unit(), c.effectiveFrom());
            case MergeUnits c ->
                succeeds(c.unit(), c.effectiveFrom())
                        && !c.from().contains(c.unit())
                        && c.from().stream().allMatch(ward -> ends(ward, c.effectiveFrom()));
            case SplitUnit c ->
                ends(c.unit(), c.effectiveFrom())
                        && !c.into().contains(c.unit())
                        && Set.copyOf(c.into()).size() > 1
                        && c.into().stream().allMatch(ward -> succeeds(ward, c.effectiveFrom()));
            case UndoUnitChange c -> undoes(c);
            default -> throw new IllegalArgumentException("not of the model: " + command);
        };
    }

    private boolean open(UnitId ward) {
        return !withdrawn.contains(ward) && !latestOf(ward).change().ends();
    }

    private boolean changes(UnitId ward, LocalDate day) {
        return open(ward) && !day.isBefore(latestOf(ward).from());
    }

    private boolean ends(UnitId ward, LocalDate day) {
        return open(ward)
                && day.isAfter(latestOf(ward).from())
                && predecessors(ward).allMatch(end -> day.isAfter(end.from()));
    }

    private boolean succeeds(UnitId ward, LocalDate day) {
        List<Change> changes = Objects.requireNonNull(wards.get(ward));
        return !withdrawn.contains(ward)
                && !day.isBefore(changes.getFirst().from())
                && (open(ward) || day.isBefore(changes.getLast().from()));
    }

    private Stream<Change> predecessors(UnitId ward) {
        return wards.values().stream()
                .map(List::getLast)
                .filter(change -> change.into().contains(ward));
    }

    private boolean undoes(UndoUnitChange c) {
        Change latest = latestOf(c.unit());
        if (withdrawn.contains(c.unit())
                || latest.change() != c.change()
                || !latest.from().equals(c.effectiveFrom())) {
            return false;
        }
        if (c.change() == ESTABLISHED) {
            return predecessors(c.unit()).findAny().isEmpty();
        }
        String name = key(before(c.unit()));
        return (open(c.unit()) && key(latest).equals(name)) || free(name, c.unit(), latest.from());
    }

    private Change before(UnitId ward) {
        List<Change> changes = Objects.requireNonNull(wards.get(ward));
        return changes.get(changes.size() - 2);
    }

    /** Whether no other ward has the name on that day or later. */
    private boolean free(String key, UnitId ward, LocalDate day) {
        return wards.entrySet().stream()
                .filter(other -> !other.getKey().equals(ward) && !withdrawn.contains(other.getKey()))
                .noneMatch(other -> has(other.getValue(), key, day));
    }

    private static boolean has(List<Change> changes, String key, LocalDate day) {
        return IntStream.range(0, changes.size())
                .filter(i -> key(changes.get(i)).equals(key))
                .filter(i -> !changes.get(i).change().ends())
                .anyMatch(i -> {
                    LocalDate until =
                            i + 1 < changes.size() ? changes.get(i + 1).from() : LocalDate.MAX;
                    return until.isAfter(changes.get(i).from()) && until.isAfter(day);
                });
    }

    private static String key(Change change) {
        return key(change.name(), change.parent());
    }

    private static String key(String name, UnitId parent) {
        return parent + "/" + name;
    }

    void take(Command command) {
        switch (command) {
            case EstablishUnit c -> add(c.unit(), ESTABLISHED, c.effectiveFrom(), c.name(), c.parent());
            case RenameUnit c -> add(c.unit(), RENAMED, c.effectiveFrom(), c.name(), null);
            case ReparentUnit c -> add(c.unit(), REPARENTED, c.effectiveFrom(), c.name(), c.parent());
            case AbolishUnit c -> end(c.unit(), ABOLISHED, c.effectiveFrom(), Set.of());
            case MergeUnits c ->
                Set.copyOf(c.from()).forEach(ward -> end(ward, MERGED, c.effectiveFrom(), Set.of(c.unit())));
            case SplitUnit c -> end(c.unit(), SPLIT, c.effectiveFrom(), Set.copyOf(c.into()));
            case UndoUnitChange c -> undo(c.unit());
            default -> throw new IllegalArgumentException("not of the model: " + command);
        }
    }

    private void add(UnitId ward, UnitChange change, LocalDate day, @Nullable String name, @Nullable UnitId parent) {
        List<Change> changes = wards.computeIfAbsent(ward, w -> new ArrayList<>());
        Change after = changes.isEmpty()
                ? new Change(change, day, Objects.requireNonNull(name), Objects.requireNonNull(parent), Set.of())
                : new Change(
                        change,
                        day,
                        name == null ? changes.getLast().name() : name,
                        parent == null ? changes.getLast().parent() : parent,
                        Set.of());
        changes.add(after);
    }

    private void end(UnitId ward, UnitChange change, LocalDate day, Set<UnitId> into) {
        Change now = latestOf(ward);
        Objects.requireNonNull(wards.get(ward)).add(new Change(change, day, now.name(), now.parent(), into));
    }

    private void undo(UnitId ward) {
        List<Change> changes = Objects.requireNonNull(wards.get(ward));
        if (changes.size() == 1) {
            withdrawn.add(ward);
        } else {
            changes.removeLast();
        }
    }
}
