package vn.soto.privacy.refused;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.privacy.refused.RefusedAccessStore.Numbered;

/** The behaviour of the register of refused access, whichever store it is in. */
abstract class RefusedAccessContract {

    static final Instant NINE = Instant.parse("2026-07-01T02:00:00.123Z");

    abstract RefusedAccessStore register();

    static RefusedAccess refused(String account) {
        return new RefusedAccess(account, "POST /api/plans", "not-allowed", NINE, NINE, 1);
    }

    @Test
    void whatWasRefusedIsThereLatestFirst() {
        long lan = register().add(refused("lan"));
        long anh = register().add(refused("anh \"é\" {$ne}"));

        assertThat(anh).isGreaterThan(lan);
        assertThat(register().latest(Long.MAX_VALUE, 5))
                .containsExactly(new Numbered(anh, refused("anh \"é\" {$ne}")), new Numbered(lan, refused("lan")));
        assertThat(register().latest(anh, 5)).containsExactly(new Numbered(lan, refused("lan")));
        assertThat(register().latest(Long.MAX_VALUE, 1)).hasSize(1);
    }

    @Test
    void theSameAgainIsCountedInItsPlace() {
        long number = register().add(refused("lan"));
        RefusedAccess again = refused("lan").again(NINE.plusSeconds(9));

        assertThat(register().update(number, again)).isTrue();

        assertThat(register().latest(Long.MAX_VALUE, 5)).containsExactly(new Numbered(number, again));
        assertThat(again.times()).isEqualTo(2);
        assertThat(again.last()).isEqualTo(NINE.plusSeconds(9));
    }

    @Test
    void whatIsLongIsCut() {
        register().add(new RefusedAccess("x".repeat(300), "y".repeat(300), "z".repeat(300), NINE, NINE, 1));

        assertThat(register().latest(Long.MAX_VALUE, 5).getFirst().entry())
                .isEqualTo(new RefusedAccess("x".repeat(200), "y".repeat(200), "z".repeat(200), NINE, NINE, 1));
    }

    /** However often somebody is refused, the register does not fill a disk. */
    final void assertBounded(long entries) {
        LongStream.rangeClosed(1, entries).forEach(i -> register().add(refused("account-" + i)));
        long beyond = entries - RefusedAccessStore.MOST;

        assertThat(register().latest(Long.MAX_VALUE, Math.toIntExact(entries))).hasSize(RefusedAccessStore.MOST);
        assertThat(register().latest(beyond + 2, 5))
                .extracting(each -> each.entry().account())
                .containsExactly("account-" + (beyond + 1));
        assertThat(register().update(beyond, refused("late"))).isFalse();
    }
}
