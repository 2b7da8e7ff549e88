package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.people.PeopleCountCommand.StatePeopleCount;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

/**
 * Numbers of the people of each commune and of the city, and of those with basic digital skills. They are stated twice, half a year
 * apart, and invented.
 */
final class PeopleScene implements Scene {

    static final List<LocalDate> STATED = List.of(LocalDate.of(2025, 9, 30), LocalDate.of(2026, 6, 30));

    private static final String OFFICER = "demo-officer";

    private final Chance chance;
    private final List<Commune> communes = new ArrayList<>();

    private record Commune(UnitId unit, Map<People, Long> wholes, double skill) {}

    PeopleScene(Chance chance) {
        this.chance = chance;
        DemoReform.communes().forEach(commune -> communes.add(counted(commune)));
    }

    private Commune counted(EstablishUnit commune) {
        long residents =
                commune.kind() == UnitKind.WARD ? chance.between(48_000, 140_000) : chance.between(17_000, 46_000);
        Map<People, Long> wholes = new EnumMap<>(People.class);
        wholes.put(People.RESIDENTS, residents);
        wholes.put(People.ADULTS, residents * chance.between(70, 76) / 100);
        wholes.put(People.PUPILS, residents * chance.between(14, 19) / 100);
        wholes.put(People.OFFICIALS, residents * chance.between(6, 12) / 1000);
        wholes.put(People.WORKERS, residents * chance.between(18, 36) / 100);
        return new Commune(commune.unit(), wholes, 0.2 + 0.2 * chance.share());
    }

    @Override
    public void play(LocalDate day, Stage stage) {
        int round = STATED.indexOf(day);
        if (round < 0) {
            return;
        }
        Map<People, Long> sums = new EnumMap<>(People.class);
        for (Commune commune : communes) {
            Map<People, Long> known = known(commune, round);
            known.forEach((people, persons) -> sums.merge(people, persons, Long::sum));
            state(commune.unit(), known, day, 15, stage);
        }
        state(Story.CITY, sums, day, 17, stage);
    }

    private Map<People, Long> known(Commune commune, int round) {
        Map<People, Long> known = new EnumMap<>(People.class);
        if (round == 0) {
            known.putAll(commune.wholes());
        }
        for (People part : People.lines()) {
            double share = Math.min(0.95, commune.skill() + 0.22 * round + 0.1 * chance.share() + more(part));
            People whole = part.whole().orElseThrow();
            known.put(part, Math.round(commune.wholes().getOrDefault(whole, 0L) * share));
        }
        return known;
    }

    /** Officials have learnt first, and few adults are confirmed yet. */
    private static double more(People part) {
        return switch (part) {
            case SKILLED_OFFICIALS -> 0.3;
            case SKILLED_PUPILS -> 0.2;
            case CONFIRMED_ADULTS -> -0.15;
            default -> 0;
        };
    }

    private void state(UnitId unit, Map<People, Long> known, LocalDate day, int hour, Stage stage) {
        Instant at = VietnamTime.start(day).plusSeconds(hour * 3600L + chance.between(0, 1200));
        for (Map.Entry<People, Long> each : known.entrySet()) {
            FigureSource source = each.getKey().whole().isPresent()
                    ? FigureSource.COMMUNE_STATISTICS
                    : FigureSource.POPULATION_DATABASE;
            at = at.plusSeconds(20);
            var stated = new StatePeopleCount(unit, each.getKey(), day, each.getValue(), source);
            stage.send(at, OFFICER, chance.id(at), stated, unit.value());
        }
    }
}
