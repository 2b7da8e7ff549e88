package vn.soto.query.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitEvent.UnitAbolished;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.Documents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Reform;
import vn.soto.query.testing.Sample;

/** Roll-ups that are shared, against roll-ups that are made anew. */
final class UnitRollUpsIT {

    private static final int ASKED = Boolean.getBoolean("soto.long") ? 150 : 50;
    private static final List<String> UNITS = List.of("p", "m", "n", "s", "c0", "c1", "c2", "c0-r0", "c1-r1", "c2-r0");

    @Test
    void whatIsSharedIsWhatIsMadeAnewOnAnyDayAsOfAnyCommit() {
        int compared = 0;
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            Sample sample = Reform.after(new Sample(seed, 20));
            try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe)) {
                UnitRollUps shared = side.bean(UnitRollUps.class);
                Units units = new Units(side.bean(Documents.class));
                for (int change = 0; change < 4; change++) {
                    long tail = sample.scribe.ledger.tail().number();
                    side.upTo(tail);
                    for (int ask = 0; ask < ASKED; ask++) {
                        String unit = UNITS.get(random.nextInt(UNITS.size()));
                        Boundaries boundaries = List.of(Boundaries.values()).get(random.nextInt(2));
                        LocalDate day = Reform.DAY.plusDays(random.nextInt(800) - 400);
                        LocalDate today = day.plusDays(random.nextInt(200));
                        long asOf = random.nextBoolean() ? tail : 1 + random.nextLong(tail);
                        String about = "seed %s: %s %s %s %s %s".formatted(seed, unit, boundaries, day, today, asOf);
                        UnitRollUps fresh = new UnitRollUps(units);
                        Optional<UnitRollUp> expected = fresh.find(unit, boundaries, day, today, asOf);
                        Optional<UnitRollUp> found = shared.find(unit, boundaries, day, today, asOf);
                        assertThat(found.map(UnitRollUpsIT::parts))
                                .as(about)
                                .isEqualTo(expected.map(UnitRollUpsIT::parts));
                        if (found.isPresent()) {
                            compared++;
                            assertThat(shared.of(unit, asOf).covering(found.get(), day))
                                    .as(about)
                                    .isEqualTo(fresh.of(unit, asOf).covering(expected.get(), day));
                            assertThat(found.get().all())
                                    .as(about)
                                    .allSatisfy(each -> assertThat(
                                                    found.get().spots().apply(each))
                                            .isEqualTo(expected.get().spots().apply(each)));
                        }
                    }
                    sample.scribe.write(new UnitAbolished(
                            new UnitId("c2-r" + change),
                            Sample.DECISION,
                            Reform.DAY.plusDays(random.nextInt(400) - 100)));
                }
            }
        }
        assertThat(compared).isGreaterThan(10 * ASKED / 3);
    }

    private static List<Object> parts(UnitRollUp rollUp) {
        return List.of(
                rollUp.unit(),
                rollUp.boundaries(),
                rollUp.day(),
                rollUp.own(),
                rollUp.parts(),
                rollUp.undecided(),
                rollUp.divided(),
                rollUp.communes(),
                Optional.ofNullable(rollUp.then()).map(UnitRollUpsIT::parts));
    }
}
