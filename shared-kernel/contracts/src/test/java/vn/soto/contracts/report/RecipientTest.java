package vn.soto.contracts.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.report.Recipient.Note;
import vn.soto.contracts.unit.UnitId;

final class RecipientTest {

    private static final UnitId ENDED = new UnitId("a-ended");
    private static final UnitId SMALL = new UnitId("b-small");
    private static final UnitId LARGE = new UnitId("c-large");

    private static Recipient designated(Map<UnitId, Long> now, UnitId... before) {
        return Recipient.designated(now, Set.of(before), unit -> !unit.equals(ENDED))
                .orElseThrow();
    }

    @Test
    void isTheCommuneWithMostOfTheUnits() {
        assertThat(designated(Map.of(SMALL, 1L, LARGE, 2L), SMALL, LARGE))
                .isEqualTo(new Recipient(LARGE, Note.SEVERAL_COMMUNES, List.of(SMALL)));
    }

    /** Three of its units lie in a commune that was split, and are not placed yet. */
    @Test
    void isOneInForceBeforeOneThatHasEnded() {
        assertThat(designated(Map.of(ENDED, 3L, SMALL, 1L), ENDED))
                .isEqualTo(new Recipient(SMALL, Note.SEVERAL_COMMUNES, List.of(ENDED)));
        assertThat(designated(Map.of(SMALL, 1L), ENDED, LARGE).others()).containsExactly(LARGE, ENDED);
    }

    @Test
    void isTheEndedOneWhereThereIsNoOther() {
        assertThat(designated(Map.of(ENDED, 3L), ENDED)).isEqualTo(new Recipient(ENDED, null, List.of()));
    }
}
