package vn.soto.contracts.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServiceTest {

    @ParameterizedTest
    @CsvSource({"2026-06-30, false", "2026-07-01, true", "2026-07-31, true", "2026-08-01, false"})
    void isValidFromItsFirstDayToItsLast(LocalDate day, boolean valid) {
        Service service = new Service(
                new ServiceCode("s"),
                "Dịch vụ",
                "Service",
                ServiceCategory.OTHER,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 31),
                false);

        assertThat(service.validOn(day)).isEqualTo(valid);
    }
}
