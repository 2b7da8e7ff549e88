package vn.soto.domain.business;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.RedatedDays;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.business.BusinessCommand.CorrectBusinessRelocation;
import vn.soto.domain.business.BusinessCommand.RegisterBusiness;
import vn.soto.domain.business.BusinessCommand.RelocateBusiness;

/** The unit that a move replaced on its own day never comes back when that day is corrected. */
final class RedatedBusinessTest extends SampleCommune {

    private static final UnitId THIRD = new UnitId("u-hamlet-3");

    private final Scenario scenario = Scenario.at(NOW)
            .given(units())
            .given(
                    establish(THIRD, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE),
                    new RegisterBusiness(BUSINESS, BusinessKind.COOPERATIVE, HAMLET, "HTX-1", null));

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    private Business business() {
        return Business.of(scenario.stream(BUSINESS.value()).stream()
                .map(BusinessEvent.class::cast)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAMove(long seed) {
        new RedatedDays<>(
                        scenario,
                        HAMLET,
                        List.of(HAMLET, FAR_HAMLET, THIRD),
                        (day, before, unit) -> new RelocateBusiness(BUSINESS, unit, day),
                        (entered, right) -> new CorrectBusinessRelocation(BUSINESS, entered, right, "Ghi nhầm ngày"),
                        () -> business()::unitOn)
                .check(seed);
    }
}
