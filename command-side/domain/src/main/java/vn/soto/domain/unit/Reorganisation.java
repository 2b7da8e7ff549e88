package vn.soto.domain.unit;

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
import vn.soto.contracts.reorganisation.Action;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.reorganisation.Row;
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
 * A reorganisation as the commands that carry it out, each a commit of its own, and as those that take it back.
 *
 * @param rows          of a file without errors
 * @param instrument    behind all of them
 * @param effectiveFrom of all of them
 */
public record Reorganisation(List<Row> rows, Instrument instrument, LocalDate effectiveFrom) {

    public Reorganisation {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException if the file has errors */
    public static Reorganisation of(ReorganisationFile file, Instrument instrument, LocalDate effectiveFrom) {
        if (!file.errors().isEmpty()) {
            throw new IllegalArgumentException("the file has errors: " + file.errors());
        }
        return new Reorganisation(file.rows(), instrument, effectiveFrom);
    }

    /**
     * In an order in which each finds what it needs: new units from the top down, then what moves, then what ends, and
     * last other changes, which may take names that have become free. Within each, as in the file.
     */
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        of(Action.ESTABLISH)
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.kind()), UnitKind.TOP_DOWN))
                .map(this::command)
                .forEach(commands::add);
        of(Action.REPARENT).map(this::command).forEach(commands::add);
        commands.addAll(mergers());
        commands.addAll(splits());
        of(Action.ABOLISH).map(this::command).forEach(commands::add);
        rows.stream().filter(row -> isOther(row.action())).map(this::command).forEach(commands::add);
        return commands;
    }

    /** Takes back all of {@link #commands}; leaves everything else as it has become since. */
    public List<Command> reversed(String reason) {
        return reversed(commands(), reason);
    }

    /**
     * Takes back what those commands did, the last one first.
     *
     * @param done commands of units, as many as were carried out
     * @throws IllegalArgumentException for a command that cannot be taken back
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

    private Stream<Row> of(Action action) {
        return rows.stream().filter(row -> row.action() == action);
    }

    private static boolean isOther(Action action) {
        return action == Action.RENAME || action == Action.RETYPE || action == Action.RECODE;
    }

    /** One merger for each successor, cut where it would be too large for a commit. */
    private List<Command> mergers() {
        return grouped(Action.MERGE, row -> Objects.requireNonNull(row.successor()), Row::unit).entrySet().stream()
                .flatMap(merger -> parts(merger.getValue())
                        .<Command>map(from -> new MergeUnits(merger.getKey(), from, instrument, effectiveFrom)))
                .toList();
    }

    private static Stream<List<UnitId>> parts(List<UnitId> units) {
        return Stream.iterate(0, from -> from < units.size(), from -> from + Unit.MOST_AT_ONCE)
                .map(from -> units.subList(from, Math.min(from + Unit.MOST_AT_ONCE, units.size())));
    }

    private List<Command> splits() {
        return grouped(Action.SPLIT, Row::unit, row -> Objects.requireNonNull(row.successor())).entrySet().stream()
                .<Command>map(split -> new SplitUnit(split.getKey(), split.getValue(), instrument, effectiveFrom))
                .toList();
    }

    private Map<UnitId, List<UnitId>> grouped(Action action, Function<Row, UnitId> by, Function<Row, UnitId> value) {
        return of(action)
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.mapping(value, Collectors.toList())));
    }

    private Command command(Row row) {
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
