package vn.soto.domain.unit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** What a unit was from which day on, whom it took over, and who succeeded it; days never decrease. */
final class UnitHistory {

    /** @param successors of a unit that has merged or was split */
    record Step(UnitChange change, LocalDate from, Bearing after, List<UnitId> successors) {}

    /** What can be said of a unit on a day. */
    record Bearing(
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent) {

        Bearing named(String newName) {
            return new Bearing(kind, newName, officialCode, parent);
        }

        Bearing coded(String newCode) {
            return new Bearing(kind, name, newCode, parent);
        }

        Bearing typed(UnitKind newKind) {
            return new Bearing(newKind, name, officialCode, parent);
        }

        Bearing in(UnitId newParent, @Nullable String newName) {
            return new Bearing(kind, newName == null ? name : newName, officialCode, newParent);
        }

        Optional<NameChange.Place> place() {
            return NameChange.Place.of(kind, name, parent);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final Map<UnitId, LocalDate> takenOver = new HashMap<>();
    private boolean withdrawn;

    void add(UnitChange change, LocalDate from, Bearing after) {
        steps.add(new Step(change, from, after, List.of()));
    }

    void end(UnitChange change, LocalDate from, List<UnitId> successors) {
        steps.add(new Step(change, from, now(), List.copyOf(successors)));
    }

    void undo() {
        withdrawn = steps.size() == 1;
        if (!withdrawn) {
            steps.removeLast();
        }
    }

    void takeOver(UnitId unit, LocalDate day) {
        takenOver.put(unit, day);
    }

    void giveBack(UnitId unit) {
        takenOver.remove(unit);
    }

    Step latest() {
        return steps.getLast();
    }

    /** After the latest change; of a unit that has ended, as it last was. */
    Bearing now() {
        return steps.getLast().after();
    }

    /** The name it occupies: none once it has ended or is withdrawn. */
    Optional<NameChange.Place> place() {
        return withdrawn || ended().isPresent() ? Optional.empty() : now().place();
    }

    boolean withdrawn() {
        return withdrawn;
    }

    boolean hasTakenOverNone() {
        return takenOver.isEmpty();
    }

    /** First day on which it is no more. */
    Optional<LocalDate> ended() {
        return Optional.of(latest()).filter(step -> step.change().ends()).map(Step::from);
    }

    /** Whether it is no more on that day, or never was. */
    boolean endedBy(LocalDate day) {
        return withdrawn || ended().filter(end -> !day.isBefore(end)).isPresent();
    }

    boolean inForceOn(LocalDate day) {
        return !endedBy(day) && !day.isBefore(steps.getFirst().from());
    }

    /** The latest day on which something happened to it. */
    LocalDate latestDay() {
        return Stream.concat(Stream.of(latest().from()), takenOver.values().stream())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
