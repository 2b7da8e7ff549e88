package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitBearing;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitChanges;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.contracts.unit.UnitStage;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.EventContext;

/**
 * A unit with all its changes and take-overs, each oldest first. Undone changes stay, with the commit that undid them.
 */
public record Unit(@BsonId String id, List<Step> steps, List<TakeOver> taken) implements ReadModel {

    static final DocumentType<Unit> KIND = new DocumentType<>("units", Unit.class);

    /** A record that may be undone later. */
    public sealed interface Known {

        long position();

        long commit();

        @Nullable
        Long undone();

        default boolean knownAt(long asOf) {
            Long until = undone();
            return commit() <= asOf && (until == null || until > asOf);
        }
    }

    /** The stage that decides which commands are possible. */
    UnitStage stage(long asOf) {
        List<Step> known = stepsAsOf(asOf);
        Step last = known.isEmpty() ? steps.getFirst() : known.getLast();
        return new UnitStage(
                known.isEmpty(),
                last.change.ends() ? last.from : null,
                last.change == UnitChange.ESTABLISHED,
                taken.stream().anyMatch(each -> each.knownAt(asOf)),
                last.parent == null ? null : last.parent.value());
    }

    /**
     * A change and the state of the unit from then on, by what was known when it was recorded.
     *
     * @param undone     number of the commit that undid it
     * @param from       first day of the change
     * @param named      whether its event says a name
     * @param successors successors of a unit that merged or was split
     */
    public record Step(
            long position,
            long commit,
            @Nullable Long undone,
            UnitChange change,
            LocalDate from,
            String instrument,
            LocalDate signedOn,
            UnitKind kind,
            String name,
            @Nullable String officialCode,
            @Nullable UnitId parent,
            boolean named,
            List<String> successors)
            implements Known, UnitChanges.Dated<Step> {

        static Step of(UnitStep step, EventContext at) {
            UnitBearing unit = step.after();
            return new Step(
                    at.position(),
                    at.commit(),
                    null,
                    step.change(),
                    step.from(),
                    step.instrument().number(),
                    step.instrument().signedOn(),
                    unit.kind(),
                    unit.name(),
                    unit.officialCode(),
                    unit.parent(),
                    step.named(),
                    step.successors().stream().map(UnitId::value).toList());
        }

        @Override
        public UnitBearing after() {
            return new UnitBearing(kind, name, officialCode, parent);
        }

        @Override
        public Step with(UnitBearing other) {
            return as(undone, other);
        }

        Step undoneIn(long commitOfUndoing) {
            return as(commitOfUndoing, after());
        }

        private Step as(@Nullable Long undoneIn, UnitBearing unit) {
            return new Step(
                    position,
                    commit,
                    undoneIn,
                    change,
                    from,
                    instrument,
                    signedOn,
                    unit.kind(),
                    unit.name(),
                    unit.officialCode(),
                    unit.parent(),
                    named,
                    successors);
        }
    }

    /** @param by MERGED for the whole {@code unit}, SPLIT for a part */
    public record TakeOver(
            long position,
            long commit,
            @Nullable Long undone,
            String unit,
            UnitChange by,
            LocalDate from,
            String instrument,
            LocalDate signedOn)
            implements Known {

        TakeOver undoneIn(long commitOfUndoing) {
            return new TakeOver(position, commit, commitOfUndoing, unit, by, from, instrument, signedOn);
        }
    }

    static Unit empty(String id) {
        return new Unit(id, List.of(), List.of());
    }

    Unit with(Step step) {
        return steps.stream().anyMatch(each -> each.position == step.position)
                ? this
                : new Unit(id, sorted(Stream.concat(steps.stream(), Stream.of(step))), taken);
    }

    Unit with(TakeOver takeOver) {
        return taken.stream().anyMatch(each -> each.position == takeOver.position)
                ? this
                : new Unit(id, steps, sorted(Stream.concat(taken.stream(), Stream.of(takeOver))));
    }

    /** Undoes the latest change of a kind before {@code position} that is not undone yet. */
    Unit undo(UnitChange change, long position, long commit) {
        if (steps.stream().anyMatch(step -> step.undone != null && step.undone == commit)) {
            return this;
        }
        Step latest = before(position, commit).all().reversed().stream()
                .findFirst()
                .filter(step -> step.change == change)
                .orElseThrow(() -> new IllegalStateException(id + " has no " + change + " to undo"));
        return new Unit(
                id,
                steps.stream()
                        .map(step -> step.position == latest.position ? step.undoneIn(commit) : step)
                        .toList(),
                taken);
    }

    Unit giveBack(String unit, long position, long commit) {
        return new Unit(
                id,
                steps,
                taken.stream()
                        .map(each -> each.unit.equals(unit) && each.undone == null && each.position < position
                                ? each.undoneIn(commit)
                                : each)
                        .toList());
    }

    /** The changes known just before an event. */
    UnitChanges<Step> before(long position, long commit) {
        return changes(steps.stream()
                .filter(step -> step.position < position && (step.undone == null || step.undone >= commit)));
    }

    private static UnitChanges<Step> changes(Stream<Step> recorded) {
        UnitChanges<Step> changes = UnitChanges.none();
        for (Step step : (Iterable<Step>) recorded::iterator) {
            changes = changes.with(step);
        }
        return changes;
    }

    private static <T extends Known> List<T> sorted(Stream<T> known) {
        return known.sorted(Comparator.comparingLong(Known::position)).toList();
    }

    /** The changes in effect at a commit, in order of their days. */
    List<Step> stepsAsOf(long asOf) {
        List<Step> known = steps.stream().filter(step -> step.knownAt(asOf)).toList();
        boolean inOrder = IntStream.range(1, known.size())
                .noneMatch(i -> known.get(i).from.isBefore(known.get(i - 1).from));
        return inOrder ? known : changes(known.stream()).all();
    }

    /** All changes recorded by a commit, each as {@link #stepsAsOf} says where it is in effect; undone ones as they were recorded. */
    List<Step> history(long asOf) {
        Map<Long, Step> known = stepsAsOf(asOf).stream().collect(Collectors.toMap(Step::position, step -> step));
        return steps.stream()
                .filter(step -> step.commit <= asOf)
                .map(step -> known.getOrDefault(step.position, step))
                .sorted(Comparator.comparing(Step::from))
                .toList();
    }

    /** The units it has taken over by a day, as known at a commit. */
    Stream<TakeOver> takenBy(LocalDate day, long asOf) {
        return taken.stream().filter(each -> each.knownAt(asOf) && !each.from.isAfter(day));
    }

    /** The unit on a day, as known at a commit; absent if it was unknown then. */
    public Optional<UnitOnDay> on(LocalDate day, long asOf) {
        List<Step> known = stepsAsOf(asOf);
        if (known.isEmpty()) {
            return steps.stream()
                    .filter(step -> step.commit <= asOf)
                    .findFirst()
                    .map(step -> new UnitOnDay(this, step, UnitOnDay.Status.WITHDRAWN, null));
        }
        Step next = null;
        for (Step step : known) {
            if (step.from.isAfter(day) && (next == null || !step.from.isAfter(next.from))) {
                next = step;
            }
        }
        return Optional.of(on(day, known, next));
    }

    private UnitOnDay on(LocalDate day, List<Step> known, @Nullable Step next) {
        Optional<Step> reached =
                known.stream().filter(step -> !step.from.isAfter(day)).reduce((a, b) -> b);
        return reached.map(step -> new UnitOnDay(
                        this, step, step.change.ends() ? UnitOnDay.Status.ENDED : UnitOnDay.Status.IN_FORCE, next))
                .orElseGet(() -> new UnitOnDay(this, known.getFirst(), UnitOnDay.Status.PLANNED, next));
    }
}
