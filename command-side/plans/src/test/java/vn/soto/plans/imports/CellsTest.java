package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitId;
import vn.soto.plans.imports.lookup.ContentId;
import vn.soto.plans.imports.table.InvalidCellException;

final class CellsTest {

    @Test
    void idsOfContentAreStableAndOfTheirOwn() {
        assertThat(ContentId.of("u", "HO-1")).isEqualTo(ContentId.of("u", "HO-1"));
        assertThat(ContentId.of("u", "HO-1")).isNotEqualTo(ContentId.of("u", "HO-2"));
        assertThat(ContentId.of("u", "HO-1").substring(0, 14))
                .isEqualTo(ContentId.of("u", "HO-2").substring(0, 14));
        assertThat(UUID.fromString(ContentId.of("u", "HO-1")).version()).isEqualTo(8);
        assertThatThrownBy(() -> Cells.id("unit", "A B", UnitId::new)).isInstanceOf(InvalidCellException.class);
    }
}
