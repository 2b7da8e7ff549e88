package vn.soto.contracts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.unit.UnitKind.CITY;
import static vn.soto.contracts.unit.UnitKind.COMMUNE;
import static vn.soto.contracts.unit.UnitKind.DISTRICT;
import static vn.soto.contracts.unit.UnitKind.HAMLET;
import static vn.soto.contracts.unit.UnitKind.MUNICIPALITY;
import static vn.soto.contracts.unit.UnitKind.NEIGHBOURHOOD;
import static vn.soto.contracts.unit.UnitKind.PROVINCE;
import static vn.soto.contracts.unit.UnitKind.RESIDENTIAL_GROUP;
import static vn.soto.contracts.unit.UnitKind.SPECIAL_ZONE;
import static vn.soto.contracts.unit.UnitKind.TOWN;
import static vn.soto.contracts.unit.UnitKind.TOWNSHIP;
import static vn.soto.contracts.unit.UnitKind.VILLAGE;
import static vn.soto.contracts.unit.UnitKind.WARD;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class UnitKindTest {

    private static final Set<UnitKind> TOP = EnumSet.of(PROVINCE, MUNICIPALITY);
    private static final Set<UnitKind> DISTRICTS = EnumSet.of(CITY, TOWN, DISTRICT);
    private static final Set<UnitKind> COMMUNES = EnumSet.of(WARD, COMMUNE, TOWNSHIP, SPECIAL_ZONE);
    private static final Set<UnitKind> RESIDENTIAL = EnumSet.of(NEIGHBOURHOOD, HAMLET, VILLAGE, RESIDENTIAL_GROUP);

    @Test
    void residentialUnitsLieInCommunesOnly() {
        assertThat(RESIDENTIAL).allSatisfy(kind -> assertThat(parents(kind)).isEqualTo(COMMUNES));
        assertThat(kinds(UnitKind::residential)).isEqualTo(RESIDENTIAL);
    }

    @Test
    void communesLieInDistrictsUntilTheirEndAndInProvincesSince() {
        assertThat(COMMUNES)
                .allSatisfy(kind -> assertThat(parents(kind))
                        .containsAll(TOP)
                        .containsAll(DISTRICTS)
                        .hasSize(5));
    }

    @Test
    void districtsLieInProvincesAndProvincesInNothing() {
        assertThat(DISTRICTS).allSatisfy(kind -> assertThat(parents(kind)).isEqualTo(TOP));
        assertThat(TOP).allSatisfy(kind -> assertThat(parents(kind)).isEmpty());
        assertThat(kinds(UnitKind::isTopLevel)).isEqualTo(TOP);
    }

    private static Set<UnitKind> parents(UnitKind kind) {
        return kinds(kind::liesIn);
    }

    private static Set<UnitKind> kinds(Predicate<UnitKind> test) {
        return Stream.of(UnitKind.values()).filter(test).collect(Collectors.toSet());
    }
}
