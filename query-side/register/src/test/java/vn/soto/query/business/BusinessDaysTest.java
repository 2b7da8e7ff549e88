package vn.soto.query.business;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.business.Business.Location;
import vn.soto.query.business.Business.Turn;

/** A move and a closing of January, before which others of December were recorded later. */
final class BusinessDaysTest {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 1);

    private static Business business(List<Turn> turns) {
        return new Business(
                "b",
                1,
                List.of(),
                List.of(
                        new Location(1, 1, new UnitId("first"), null),
                        new Location(2, 2, new UnitId("later"), JANUARY),
                        new Location(3, 3, new UnitId("sooner"), DECEMBER)),
                turns,
                null);
    }

    @Test
    void isWhereTheMoveOfTheDaySays() {
        Business business = business(List.of());

        assertThat(business.coming(DECEMBER.minusDays(1), 3))
                .contains(new BusinessLine.Coming(DECEMBER, new UnitId("sooner"), false));
        assertThat(business.home(JANUARY.minusDays(1), 3).unit()).isEqualTo(new UnitId("sooner"));
        assertThat(business.home(JANUARY, 3).unit()).isEqualTo(new UnitId("later"));
        assertThat(business.home(JANUARY.minusDays(1), 2).unit()).isEqualTo(new UnitId("first"));
    }

    @Test
    void aClosingTakesThePlaceOfOneThatWasToCome() {
        Business business = business(
                List.of(new Turn(4, 4, false, JANUARY.plusDays(9)), new Turn(5, 5, false, DECEMBER.plusDays(3))));

        assertThat(business.coming(JANUARY, 4))
                .contains(new BusinessLine.Coming(JANUARY.plusDays(9), new UnitId("later"), true));
        assertThat(business.coming(JANUARY, 5)).isEmpty();
        assertThat(business.closedSince(JANUARY, 5)).contains(DECEMBER.plusDays(3));
    }
}
