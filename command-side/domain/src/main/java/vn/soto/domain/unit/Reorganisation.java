package vn.soto.domain.unit;

import static vn.soto.domain.unit.ReorganisationAction.ABOLISH;
import static vn.soto.domain.unit.ReorganisationAction.ESTABLISH;
import static vn.soto.domain.unit.ReorganisationAction.MERGE;
import static vn.soto.domain.unit.ReorganisationAction.RECODE;
import static vn.soto.domain.unit.ReorganisationAction.RENAME;
import static vn.soto.domain.unit.ReorganisationAction.REPARENT;
import static vn.soto.domain.unit.ReorganisationAction.RETYPE;
import static vn.soto.domain.unit.ReorganisationAction.SPLIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.RecodeUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.RetypeUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;

/**
 * A reorganisation as a list of commands, each with a commit of its own, and as the list of commands that undo them.
 *
 * @param rows          rows without contradictions
 * @param instrument    legal document behind all rows
 * @param effectiveFrom first day of all changes
 */
public record Reorganisation(List<ReorganisationRow> rows, Instrument instrument, LocalDate effectiveFrom) {

    public Reorganisation {
        rows = List.copyOf(rows);
    }

    /** A command with the rows from which it derives. */
    public record Change(Command command, List<ReorganisationRow> rows) {

        /** One command for each row, if the command combines several rows and can be divided. */
        public List<Change> divided() {
            return command instanceof MergeUnits merger
                    ? rows.stream()
                            .map(row -> new Change(
                                    new MergeUnits(
                                            merger.unit(),
                                            List.of(row.unit()),
                                            merger.instrument(),
                                            merger.effectiveFrom()),
                                    List.of(row)))
                            .toList()
                    : List.of(this);
        }
    }

    /** The commands of {@link #changes}. */
    public List<Command> commands() {
        return changes().stream().map(Change::command).toList();
    }

    /**
     * The changes in an order in which each finds its preconditions. New units come first, from the top tier down, then
     * moves and ends of units; the other changes, which may claim released names, come last. Within each group, in the
     * order of the file.
     */
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        of(ESTABLISH)
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.kind()), UnitKind.TOP_DOWN))
                .map(this::change)
                .forEach(changes::add);
        of(REPARENT).map(this::change).forEach(changes::add);
        changes.addAll(mergers());
        changes.addAll(splits());
        of(ABOLISH).map(this::change).forEach(changes::add);
        rows.stream().filter(row -> isOther(row.action())).map(this::change).forEach(changes::add);
        return changes;
    }

    /** Commands that undo all of {@link #commands} and leave later changes as they are. */
    public List<Command> reversed(String reason) {
        return reversed(commands(), reason);
    }

    /**
     * Commands that undo the given ones, the last one first.
     *
     * @param done commands to units that were carried out, in order
     * @throws IllegalArgumentException for a command that cannot be undone
     */
    public static List<Command> reversed(List<? extends Command> done, String reason) {
        return done.reversed().stream()
                .flatMap(command -> counter(command, reason))
                .toList();
    }

    private static Stream<Command> counter(Command command, String reason) {
        return switch (command) {
            case EstablishUnit c -> Stream.of(undo(c.unit(), UnitChange.ESTABLISHED, c.effectiveFrom(), reason));
            case RenameUnit c -> Stream.of(undo(c.unit(), UnitChange.RENAMED, c.effectiveFrom(), reason));
            case RecodeUnit c -> Stream.of(undo(c.unit(), UnitChange.RECODED, c.effectiveFrom(), reason));
            case RetypeUnit c -> Stream.of(undo(c.unit(), UnitChange.RETYPED, c.effectiveFrom(), reason));
            case ReparentUnit c -> Stream.of(undo(c.unit(), UnitChange.REPARENTED, c.effectiveFrom(), reason));
            case AbolishUnit c -> Stream.of(undo(c.unit(), UnitChange.ABOLISHED, c.effectiveFrom(), reason));
            case SplitUnit c -> Stream.of(undo(c.unit(), UnitChange.SPLIT, c.effectiveFrom(), reason));
            case MergeUnits c ->
                c.from().reversed().stream().map(unit -> undo(unit, UnitChange.MERGED, c.effectiveFrom(), reason));
            default -> throw new IllegalArgumentException("no change of a unit: " + command);
        };
    }

    private static Command undo(UnitId unit, UnitChange change, LocalDate effectiveFrom, String reason) {
        return new UndoUnitChange(unit, change, effectiveFrom, reason);
    }

    private Stream<ReorganisationRow> of(ReorganisationAction action) {
        return rows.stream().filter(row -> row.action() == action);
    }

    private static boolean isOther(ReorganisationAction action) {
        return action == RENAME || action == RETYPE || action == RECODE;
    }

    /** One merger for each successor, divided if it is too large for a commit. */
    private List<Change> mergers() {
        return grouped(MERGE, row -> Objects.requireNonNull(row.successor())).entrySet().stream()
                .flatMap(merger -> parts(merger.getValue()).map(part -> merger(merger.getKey(), part)))
                .toList();
    }

    private Change merger(UnitId successor, List<ReorganisationRow> part) {
        List<UnitId> from = part.stream().map(ReorganisationRow::unit).toList();
        return new Change(new MergeUnits(successor, from, instrument, effectiveFrom), part);
    }

    private static Stream<List<ReorganisationRow>> parts(List<ReorganisationRow> units) {
        return Stream.iterate(0, from -> from < units.size(), from -> from + Unit.MOST_AT_ONCE)
                .map(from -> units.subList(from, Math.min(from + Unit.MOST_AT_ONCE, units.size())));
    }

    private List<Change> splits() {
        return grouped(SPLIT, ReorganisationRow::unit).entrySet().stream()
                .map(split -> split(split.getKey(), split.getValue()))
                .toList();
    }

    private Change split(UnitId unit, List<ReorganisationRow> parts) {
        List<UnitId> into = parts.stream()
                .map(row -> Objects.requireNonNull(row.successor()))
                .toList();
        return new Change(new SplitUnit(unit, into, instrument, effectiveFrom), parts);
    }

    private Map<UnitId, List<ReorganisationRow>> grouped(
            ReorganisationAction action, Function<ReorganisationRow, UnitId> by) {
        return of(action).collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private Change change(ReorganisationRow row) {
        return new Change(command(row), List.of(row));
    }

    private Command command(ReorganisationRow row) {
        UnitId unit = row.unit();
        return switch (row.action()) {
            case ESTABLISH ->
                new EstablishUnit(
                        unit,
                        Objects.requireNonNull(row.kind()),
                        Objects.requireNonNull(row.name()),
                        row.officialCode(),
                        row.parent(),
                        instrument,
                        effectiveFrom);
            case REPARENT ->
                new ReparentUnit(unit, Objects.requireNonNull(row.parent()), row.name(), instrument, effectiveFrom);
            case ABOLISH -> new AbolishUnit(unit, instrument, effectiveFrom);
            case RENAME -> new RenameUnit(unit, Objects.requireNonNull(row.name()), instrument, effectiveFrom);
            case RETYPE -> new RetypeUnit(unit, Objects.requireNonNull(row.kind()), instrument, effectiveFrom);
            case RECODE -> new RecodeUnit(unit, Objects.requireNonNull(row.officialCode()), instrument, effectiveFrom);
            case MERGE, SPLIT -> throw new IllegalStateException("part of a succession: " + row);
        };
    }
}
