package vn.soto.ledgerwriter.privacy;

import org.junit.jupiter.api.Tag;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.privacy.SubjectKeyReader;

@Tag("threads")
final class MemorySubjectKeysTest extends SubjectKeysContract {

    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);

    @Override
    SubjectKeyReader reader() {
        return keys;
    }

    @Override
    SubjectKeyWriter writer() {
        return keys;
    }
}
