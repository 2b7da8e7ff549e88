package vn.soto.privacy.reads;

import org.junit.jupiter.api.Tag;

@Tag("threads")
final class MemoryPersonalDataReadsTest extends PersonalDataReadsContract {

    private final PersonalDataReads reads = new MemoryPersonalDataReads();

    @Override
    PersonalDataReads reads() {
        return reads;
    }
}
