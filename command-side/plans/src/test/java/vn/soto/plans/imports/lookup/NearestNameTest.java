package vn.soto.plans.imports.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.shared.TextFolding;

/** The nearest name to a text that is not found costs no more than a limit, whatever the text is. */
final class NearestNameTest {

    private static final int UNITS = 5_000;

    private static String letters(Random random, int from, int to) {
        return random.ints(random.nextInt(from, to), 'a', 'f')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static NameIndex<UnitId> units() {
        NameIndex<UnitId> units = new NameIndex<>();
        Random random = new Random(7);
        for (int i = 0; i < UNITS; i++) {
            units.add(UnitAndTeamIndex.entry(
                    new UnitId("u-" + i), UnitKind.HAMLET, letters(random, 5, 20) + " " + i, null, units));
        }
        return units;
    }

    @Test
    void theDistanceIsThatOfTheWholeMatrixUpToTheLimit() {
        Random random = new Random(11);
        EditDistances distances = new EditDistances();
        for (int i = 0; i < 5_000; i++) {
            String a = letters(random, 1, 12);
            String b = letters(random, 1, 12);
            int most = random.nextInt(12);
            int whole = TextFolding.distance(a, b);
            assertThat(distances.between(a, b, most))
                    .as("%s and %s up to %d", a, b, most)
                    .isEqualTo(Math.min(whole, most + 1));
        }
    }

    @Test
    void longTextsAreNotCompared() {
        EditDistances distances = new EditDistances();

        assertThat(distances.between("ấp", "x".repeat(30_000), 20)).isGreaterThan(20);
        assertThat(distances.steps()).isZero();
        assertThat(units().find("x".repeat(300), "", false)).isEqualTo(new NameIndex.Match.None<>(null));
    }

    @Test
    void theWorkOfAFileIsLimited() {
        int mostSteps = 1_000_000;
        EditDistances distances = new EditDistances(mostSteps);
        String a = "a".repeat(250);
        String b = "b".repeat(250);

        IntStream.range(0, mostSteps / (250 * 250) + 2).forEach(i -> distances.between(a, b, 250));

        assertThat(distances.between("x", "x", 1))
                .as("none is compared any more")
                .isGreaterThan(1);
        assertThat(distances.steps()).isBetween((long) mostSteps, mostSteps + 250L * 250);
    }

    @Test
    void aMisspeltNameIsFound() {
        NameIndex<UnitId> units = units();
        units.add(UnitAndTeamIndex.entry(new UnitId("u-x"), UnitKind.HAMLET, "Đồng Tâm Mười Chín", null, units));

        assertThat(units.find("Dong Tam Muoi Chinh", "", false))
                .isEqualTo(new NameIndex.Match.None<>("ấp Đồng Tâm Mười Chín"));
    }
}
