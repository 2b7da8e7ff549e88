package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.access.Role;

/** Cause: the machine's clock is set back a day. Expected: it is told by its name, reads go on, and writing does once it is right. */
@Tag("threads")
@Tag("slow")
final class BackwardClockIT {

    private static final String UNITS = "/api/units";

    @Test
    void isToldAndPasses(@TempDir Path folder) {
        try (CommuneClient commune = new CommuneClient(folder, LocalDate.of(2026, 10, 8))) {
            commune.tell(Role.ADMINISTRATOR, UNITS, province("p-1", "74"));
            long tail = commune.tail();

            commune.on("2026-10-07");

            assertThat(commune.sent("administrator", UNITS, province("p-2", "75"), 503)
                            .get("type")
                            .asString())
                    .isEqualTo("urn:soto:problem:clock-behind");
            assertThat(health(commune, 503)).isEqualTo("DOWN");
            assertThat(commune.ask(UNITS).toString()).contains("p-1").doesNotContain("p-2");
            assertThat(commune.tail()).isEqualTo(tail);

            commune.on("2026-10-09");

            commune.tell(Role.ADMINISTRATOR, UNITS, province("p-2", "75"));
            assertThat(health(commune, 200)).isEqualTo("UP");
            assertThat(commune.tail()).isEqualTo(tail + 1);
        }
    }

    private static String health(CommuneClient commune, int status) {
        return commune.asked("/actuator/health", status).get("status").asString();
    }

    private static String province(String id, String code) {
        return """
                {"unit":"%s","kind":"PROVINCE","name":"Tỉnh %s","officialCode":"%s",
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}
                """.formatted(id, id, code);
    }
}
