package vn.soto.contracts.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitEvent.UnitTookOver;
import vn.soto.contracts.unit.UnitLineage.Destination;

final class UnitLineageTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Instrument DECISION = new Instrument("1/QĐ", FIRST);

    private final Map<UnitId, UnitState> units = new HashMap<>();

    /** The end that each event states, so that the naive walk uses nothing of the class under test. */
    private record End(UnitId unit, LocalDate day, List<UnitId> into) {}

    private final List<End> ends = new ArrayList<>();

    /** Units through which a team worked for another one on an earlier day, each with that one. */
    private final Set<List<UnitId>> worked = new HashSet<>();

    /** The naive walks of the day that is compared: each is walked once, and looked at for every pair of units. */
    private final Map<UnitId, List<UnitId>> chains = new HashMap<>();

    private final Map<UnitId, Set<UnitId>> reaches = new HashMap<>();

    private UnitLineage on(LocalDate day) {
        return new UnitLineage(unit -> units.getOrDefault(unit, UnitState.NONE).linksOn(day));
    }

    private static UnitId unit(int number) {
        return new UnitId("u-" + number);
    }

    private void write(UnitEvent event) {
        units.put(event.unit(), units.getOrDefault(event.unit(), UnitState.NONE).after(event));
    }

    private void establish(int number) {
        write(new UnitEstablished(
                unit(number), UnitKind.HAMLET, "Ấp " + number, null, new UnitId("xa"), DECISION, FIRST));
    }

    private void merge(UnitId from, UnitId into, LocalDate day) {
        write(new UnitMerged(from, into, DECISION, day));
        write(new UnitTookOver(into, from, UnitChange.MERGED, DECISION, day));
        ends.add(new End(from, day, List.of(into)));
    }

    private void split(UnitId from, List<UnitId> into, LocalDate day) {
        write(new UnitSplit(from, into, DECISION, day));
        into.forEach(part -> write(new UnitTookOver(part, from, UnitChange.SPLIT, DECISION, day)));
        ends.add(new End(from, day, into));
    }

    @Test
    void followsOneSuccessorFromTheDayOfTheSuccession() {
        IntStream.range(0, 3).forEach(this::establish);
        merge(unit(0), unit(1), FIRST.plusDays(10));
        merge(unit(1), unit(2), FIRST.plusDays(20));

        assertThat(on(FIRST.plusDays(9)).of(unit(0))).isEqualTo(new Destination(unit(0), true));
        assertThat(on(FIRST.plusDays(10)).of(unit(0))).isEqualTo(new Destination(unit(1), true));
        assertThat(on(FIRST.plusDays(20)).of(unit(0))).isEqualTo(new Destination(unit(2), true));
    }

    @Test
    void stopsWhereThereAreSeveral() {
        IntStream.range(0, 4).forEach(this::establish);
        merge(unit(0), unit(1), FIRST.plusDays(10));
        split(unit(1), List.of(unit(2), unit(3)), FIRST.plusDays(20));
        UnitLineage lineage = on(FIRST.plusDays(20));

        assertThat(lineage.of(unit(0))).isEqualTo(new Destination(unit(1), false));
        assertThat(lineage.candidates(unit(0))).containsExactly(unit(2), unit(3));
        assertThat(lineage.covering(unit(2))).containsExactlyInAnyOrder(unit(2), unit(1), unit(0));
        assertThat(lineage.covering(unit(0))).containsExactly(unit(0), unit(1));
    }

    @Test
    void whatWasSplitCountsInTheUnitInWhichAllPartsAreUnitedAgain() {
        IntStream.range(0, 4).forEach(this::establish);
        split(unit(0), List.of(unit(1), unit(2)), FIRST.plusDays(10));
        merge(unit(1), unit(3), FIRST.plusDays(20));
        merge(unit(2), unit(3), FIRST.plusDays(30));

        assertThat(on(FIRST.plusDays(20)).of(unit(0))).isEqualTo(new Destination(unit(0), false));
        assertThat(on(FIRST.plusDays(30)).of(unit(0))).isEqualTo(new Destination(unit(3), true));
        assertThat(on(FIRST.plusDays(30)).gathered(unit(3)))
                .containsExactlyInAnyOrder(unit(0), unit(1), unit(2), unit(3));
        assertThat(on(FIRST.plusDays(30)).gathered(unit(1))).containsExactly(unit(1));
    }

    @Test
    void aTeamThatWorksForAllPartsOfAUnitKeepsItWhenTheyAreUnited() {
        IntStream.range(0, 4).forEach(this::establish);
        merge(unit(3), unit(2), FIRST.plusDays(5));
        split(unit(0), List.of(unit(1), unit(2)), FIRST.plusDays(10));
        merge(unit(1), unit(2), FIRST.plusDays(20));
        Set<UnitId> coverage = Set.of(unit(1), unit(3));

        assertThat(on(FIRST.plusDays(10)).covers(coverage::contains, unit(0))).isTrue();
        assertThat(on(FIRST.plusDays(20)).covers(coverage::contains, unit(0))).isTrue();
        assertThat(on(FIRST.plusDays(10)).covers(unit(3)::equals, unit(0))).isFalse();
    }

    @Test
    void theEndOfOnePartGivesTheWholeToNobody() {
        IntStream.range(0, 3).forEach(this::establish);
        split(unit(0), List.of(unit(1), unit(2)), FIRST.plusDays(10));
        write(new UnitAbolished(unit(2), DECISION, FIRST.plusDays(20)));
        UnitLineage lineage = on(FIRST.plusDays(20));

        assertThat(lineage.candidates(unit(0))).containsExactly(unit(1));
        assertThat(lineage.covers(unit(1)::equals, unit(0))).isFalse();
        assertThat(lineage.covers(Set.of(unit(1), unit(2))::contains, unit(0))).isTrue();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("soto.long") ? 20 : 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equalsANaiveWalkOverRandomSuccessions(long seed) {
        Random random = new Random(seed);
        int count = 4 + random.nextInt(16);
        IntStream.range(0, count).forEach(this::establish);
        LocalDate day = FIRST;
        Set<UnitId> standing = new TreeSet<>(units.keySet());
        while (standing.size() > 1 && random.nextInt(8) > 0) {
            day = day.plusDays(1 + random.nextInt(3));
            UnitId ending = any(standing, random);
            standing.remove(ending);
            if (standing.size() > 1 && random.nextInt(3) == 0) {
                UnitId first = any(standing, random);
                Set<UnitId> others = new TreeSet<>(standing);
                others.remove(first);
                split(ending, List.of(first, any(others, random)), day);
            } else {
                merge(ending, any(standing, random), day);
            }
        }
        for (LocalDate on = FIRST; !on.isAfter(day); on = on.plusDays(1)) {
            agrees(on);
        }
    }

    private static UnitId any(Set<UnitId> of, Random random) {
        return List.copyOf(of).get(random.nextInt(of.size()));
    }

    private void agrees(LocalDate day) {
        UnitLineage lineage = on(day);
        List<UnitId> listed = new ArrayList<>();
        for (UnitId unit : units.keySet()) {
            chains.put(unit, naiveChain(unit, day));
            reaches.put(unit, naiveReach(unit, day));
        }
        for (UnitId unit : units.keySet()) {
            assertThat(lineage.of(unit)).isEqualTo(naive(unit, day));
            if (lineage.chain(unit).size() == 1) {
                listed.addAll(lineage.gathered(unit));
                assertThat(lineage.gathered(unit))
                        .allMatch(each -> naive(each, day).unit().equals(unit));
            }
            Set<UnitId> covering = lineage.covering(unit);
            Set<UnitId> mayCover = lineage.mayCover(unit);
            for (UnitId covered : units.keySet()) {
                assertThat(covering.contains(covered))
                        .as("%s covers %s on %s", covered, unit, day)
                        .isEqualTo(worksThrough(covered, unit));
                List<UnitId> coverage =
                        List.of(covered, units.keySet().iterator().next());
                boolean covers = lineage.covers(coverage::contains, unit);
                assertThat(covers)
                        .as("%s cover %s on %s", coverage, unit, day)
                        .isEqualTo(works(coverage, unit, day))
                        .isEqualTo(lineage.served(coverage).contains(unit));
                assertThat(covers || !worked.contains(List.of(covered, unit)))
                        .as("%s cover %s on %s as on the day before", coverage, unit, day)
                        .isTrue();
                if (covers) {
                    worked.add(List.of(covered, unit));
                }
                assertThat(lineage.covers(covered::equals, unit) && !mayCover.contains(covered))
                        .isFalse();
            }
        }
        assertThat(listed).as("lists of all units on %s", day).containsExactlyInAnyOrderElementsOf(units.keySet());
    }

    private boolean worksThrough(UnitId covered, UnitId unit) {
        return chains.getOrDefault(unit, List.of()).contains(covered)
                || reaches.getOrDefault(covered, Set.of()).contains(unit);
    }

    /** For a unit that was divided, a team works if it does in each unit of the day that was made of it. */
    private boolean works(List<UnitId> coverage, UnitId unit, LocalDate day) {
        Set<UnitId> reached = reaches.getOrDefault(unit, Set.of());
        return coverage.stream().anyMatch(covered -> worksThrough(covered, unit))
                || (reached.stream().anyMatch(each -> into(each, day).size() > 1)
                        && reached.stream()
                                .filter(each -> into(each, day).isEmpty())
                                .allMatch(each -> coverage.stream().anyMatch(covered -> worksThrough(covered, each))));
    }

    private List<UnitId> into(UnitId unit, LocalDate day) {
        return ends.stream()
                .filter(end -> end.unit.equals(unit) && !end.day.isAfter(day))
                .max(Comparator.comparing(End::day))
                .map(End::into)
                .orElse(List.of());
    }

    private List<UnitId> naiveChain(UnitId unit, LocalDate day) {
        List<UnitId> chain = new ArrayList<>(List.of(unit));
        Set<UnitId> ends = ends(unit, day);
        if (into(unit, day).size() == 1) {
            chain.addAll(naiveChain(into(unit, day).getFirst(), day));
        } else if (ends.size() == 1 && !ends.contains(unit)) {
            chain.addAll(naiveChain(ends.iterator().next(), day));
        }
        return chain;
    }

    /** The units in which all ways from a unit end, as far as it is certain that they go on as a whole. */
    private Set<UnitId> ends(UnitId unit, LocalDate day) {
        Set<UnitId> ends = new HashSet<>();
        into(unit, day).forEach(next -> {
            Set<UnitId> of = ends(next, day);
            ends.addAll(of.size() == 1 ? of : Set.of(next));
        });
        return ends.isEmpty() ? Set.of(unit) : ends;
    }

    private Destination naive(UnitId unit, LocalDate day) {
        UnitId last = naiveChain(unit, day).getLast();
        return new Destination(last, into(last, day).isEmpty());
    }

    private Set<UnitId> naiveReach(UnitId unit, LocalDate day) {
        Set<UnitId> reached = new HashSet<>(Set.of(unit));
        into(unit, day).forEach(next -> reached.addAll(naiveReach(next, day)));
        return reached;
    }
}
