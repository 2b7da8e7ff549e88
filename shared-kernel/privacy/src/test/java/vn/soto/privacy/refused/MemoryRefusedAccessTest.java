package vn.soto.privacy.refused;

import org.junit.jupiter.api.Test;

final class MemoryRefusedAccessTest extends RefusedAccessContract {

    private final RefusedAccessStore register = new MemoryRefusedAccess();

    @Override
    RefusedAccessStore register() {
        return register;
    }

    @Test
    void aFloodOfRefusalsTakesThePlacesOfTheOldest() {
        assertBounded(RefusedAccessStore.MOST + 7L);
    }
}
