package vn.soto.query.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.team.Teams;
import vn.soto.query.testing.ReadModelScenario;
import vn.soto.query.unit.UnitProjection;
import vn.soto.query.unit.Units;

/** The lists of all units together hold each household that lives here and counts once, whatever becomes of the units. */
final class HouseholdListsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Instrument DECISION = new Instrument("1/QĐ", FIRST);

    private final ReadModelScenario ledger =
            ReadModelScenario.of(UnitProjection.projector(), new HouseholdProjector(), new HouseholdIndexProjector());
    private final Set<UnitId> units = new TreeSet<>();
    private final Set<UnitId> standing = new TreeSet<>();
    private final Map<UnitId, List<UnitId>> successors = new HashMap<>();
    private final Map<HouseholdId, UnitId> homes = new TreeMap<>();
    private final Set<HouseholdId> uncounted = new HashSet<>();
    private LocalDate today = FIRST;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partitionTheHouseholds(long seed) {
        Random random = new Random(seed);
        IntStream.range(0, 3 + random.nextInt(4)).forEach(this::establish);
        IntStream.range(0, 60).forEach(step -> step(step, random));

        ledger.when((documents, asOf) -> {
                    Units known = new Units(documents);
                    Households households = new Households(documents, known, new ActiveMembers(new Teams(documents)));
                    Map<String, List<String>> lists = new TreeMap<>();
                    units.forEach(unit -> lists.put(
                            unit.value(),
                            households
                                    .ofUnits(
                                            known.gathered(unit.value(), today, asOf),
                                            today,
                                            line -> true,
                                            0,
                                            1_000,
                                            asOf)
                                    .items()
                                    .stream()
                                    .map(HouseholdLine::household)
                                    .sorted()
                                    .map(HouseholdId::value)
                                    .toList()));
                    pagesAreTheList(households, known, lists, asOf);
                    return lists;
                })
                .expect(naive());
    }

    private void pagesAreTheList(Households households, Units known, Map<String, List<String>> lists, long asOf) {
        lists.forEach((unit, list) -> {
            List<String> paged = new ArrayList<>();
            Long from = 0L;
            while (from != null) {
                var page = households.ofUnits(known.gathered(unit, today, asOf), today, line -> true, from, 3, asOf);
                page.items().forEach(line -> paged.add(line.household().value()));
                from = page.next();
            }
            assertThat(paged).containsExactlyInAnyOrderElementsOf(list);
        });
    }

    private Map<String, List<String>> naive() {
        Map<String, List<String>> lists = new TreeMap<>();
        units.forEach(unit -> lists.put(unit.value(), new ArrayList<>()));
        homes.forEach((household, home) -> {
            UnitId last = whole(home);
            if (!uncounted.contains(household)) {
                lists.getOrDefault(last.value(), new ArrayList<>()).add(household.value());
            }
        });
        return lists;
    }

    /** The unit that another became as a whole, even if it was divided in between. */
    private UnitId whole(UnitId unit) {
        Set<UnitId> ends = new HashSet<>();
        successors.getOrDefault(unit, List.of()).forEach(next -> ends.add(whole(next)));
        return ends.size() == 1 ? ends.iterator().next() : unit;
    }

    private static UnitId unit(int number) {
        return new UnitId("u-" + number);
    }

    private void establish(int number) {
        UnitId unit = unit(number);
        units.add(unit);
        standing.add(unit);
        ledger.given(
                new UnitEstablished(unit, UnitKind.HAMLET, "Ấp " + number, null, new UnitId("xa"), DECISION, FIRST));
    }

    private static <T> T any(Set<T> of, Random random) {
        return List.copyOf(of).get(random.nextInt(of.size()));
    }

    private void step(int number, Random random) {
        switch (random.nextInt(9)) {
            case 0 -> establish(100 + number);
            case 1 -> merge(random);
            case 2 -> split(random);
            case 3 -> move(random);
            case 4 -> drop(random);
            case 5 -> {
                today = today.plusDays(1);
                ledger.given(new UnitRenamed(any(standing, random), "Ấp " + number, DECISION, today));
            }
            default -> {
                HouseholdId household = new HouseholdId("h-" + number);
                UnitId home = any(standing, random);
                homes.put(household, home);
                ledger.given(new HouseholdRegistered(household, home, "HO-" + number));
            }
        }
    }

    private void merge(Random random) {
        if (standing.size() > 1) {
            UnitId ending = ending(random);
            UnitId into = any(standing, random);
            successors.put(ending, List.of(into));
            ledger.given(
                    new UnitMerged(ending, into, DECISION, today),
                    new UnitTookOver(into, ending, UnitChange.MERGED, DECISION, today));
        }
    }

    private void split(Random random) {
        if (standing.size() > 2) {
            UnitId ending = ending(random);
            List<UnitId> into = List.copyOf(standing).subList(0, 2);
            successors.put(ending, into);
            ledger.given(
                    new UnitSplit(ending, into, DECISION, today),
                    new UnitTookOver(into.getFirst(), ending, UnitChange.SPLIT, DECISION, today),
                    new UnitTookOver(into.getLast(), ending, UnitChange.SPLIT, DECISION, today));
        }
    }

    private UnitId ending(Random random) {
        today = today.plusDays(1);
        UnitId ending = any(standing, random);
        standing.remove(ending);
        return ending;
    }

    private void move(Random random) {
        if (!homes.isEmpty()) {
            HouseholdId household = any(homes.keySet(), random);
            UnitId to = any(standing, random);
            UnitId from = Objects.requireNonNull(homes.put(household, to));
            ledger.given(new HouseholdRelocated(household, from, to, null, today));
        }
    }

    private void drop(Random random) {
        if (homes.size() > 1) {
            HouseholdId household = any(homes.keySet(), random);
            HouseholdId other = any(homes.keySet(), random);
            UnitId home = Objects.requireNonNull(homes.get(household));
            if (uncounted.add(household)) {
                ledger.given(
                        switch (random.nextInt(3)) {
                            case 0 -> new HouseholdLeft(household, home, today);
                            case 1 -> new RegistrationWithdrawn(household, home);
                            default -> new HouseholdMerged(household, home, other, List.of());
                        });
            }
        }
    }
}
