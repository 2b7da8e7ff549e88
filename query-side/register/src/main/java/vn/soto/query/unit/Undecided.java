package vn.soto.query.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.reading.Reader;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.UndecidedView.Entry;
import vn.soto.web.EndpointRight;
import vn.soto.web.VietnameseOrder;

/** Finds units and households whose successor unit is undecided. */
@Component
public record Undecided(Units units, HouseholdsByUnit residents, QuerySettings settings) {

    /** Name of the line of undecided contents, the same in every report. */
    public static final String LABEL = "Chưa xác định địa bàn mới";

    public Optional<UndecidedView> find(String unit, LocalDate day, long asOf) {
        return units.find(unit, day, asOf).map(found -> {
            SuccessionResolver resolver = new SuccessionResolver(units, day, asOf);
            List<Entry> concerned = resolver.reachable(unit).stream()
                    .flatMap(id -> resolver.find(id).stream())
                    .flatMap(each -> entry(each, resolver, day, asOf).stream()
                            .filter(entry -> concerns(found, each, entry, resolver)))
                    .toList();
            // The second sort keeps the order of the first.
            List<Entry> entries = VietnameseOrder.sorted(
                    VietnameseOrder.sorted(
                            concerned,
                            entry -> entry.unit().name(),
                            entry -> entry.unit().unit().value()),
                    entry -> entry.in().name(),
                    entry -> "");
            return new UndecidedView(
                    UnitLine.of(found),
                    day,
                    LABEL,
                    entries.stream().mapToLong(Entry::households).sum(),
                    entries);
        });
    }

    private Optional<Entry> entry(UnitOnDay unit, SuccessionResolver resolver, LocalDate day, long asOf) {
        if (unit.gone()) {
            return unit.kind().residential() && resolver.resolve(unit.id()).undecided()
                    ? Optional.of(homes(unit, resolver, day, asOf)).filter(entry -> entry.households() > 0)
                    : Optional.empty();
        }
        return resolver.find(Units.place(unit))
                .filter(above -> resolver.resolve(above.id()).undecided())
                .map(above -> new Entry(
                        UnitLine.of(unit),
                        UnitLine.of(above),
                        candidates(above, resolver),
                        residents.count(gathered(unit, resolver), day, asOf),
                        null));
    }

    /** The units whose households live in it: itself, and those that became part of it as a whole. */
    private static List<String> gathered(UnitOnDay unit, SuccessionResolver resolver) {
        return resolver.lineage().gathered(new UnitId(unit.id())).stream()
                .map(UnitId::value)
                .toList();
    }

    private Entry homes(UnitOnDay unit, SuccessionResolver resolver, LocalDate day, long asOf) {
        List<String> homes = residents.on(unit.id(), day, asOf).stream()
                .map(HouseholdsByUnit.Resident::household)
                .toList();
        return new Entry(
                UnitLine.of(unit),
                UnitLine.of(unit),
                candidates(unit, resolver),
                homes.size(),
                Reader.current().reaches(EndpointRight.RECORDS, IdKind.UNIT, unit.id())
                        ? homes.stream()
                                .limit(settings.pageLimit())
                                .map(HouseholdId::new)
                                .toList()
                        : null);
    }

    private static List<UnitLine> candidates(UnitOnDay unit, SuccessionResolver resolver) {
        return resolver.candidates(unit.id()).stream()
                .flatMap(id -> resolver.find(id).stream())
                .map(UnitLine::of)
                .toList();
    }

    /** Whether an entry concerns a unit: its unit lies in it, lay in it before it ended, or may come to it. */
    private static boolean concerns(UnitOnDay asked, UnitOnDay unit, Entry entry, SuccessionResolver resolver) {
        return entry.candidates().stream().anyMatch(line -> line.unit().value().equals(asked.id()))
                || lay(unit.id(), asked.id(), resolver)
                || resolver.path(unit.id()).stream()
                        .flatMap(List::stream)
                        .anyMatch(resolved -> resolved.unit().equals(asked.id()));
    }

    private static boolean lay(String unit, String within, SuccessionResolver resolver) {
        return Stream.iterate(
                        Optional.of(unit),
                        Optional::isPresent,
                        each -> each.flatMap(resolver::find).map(UnitOnDay::parent))
                .flatMap(Optional::stream)
                .anyMatch(within::equals);
    }
}
