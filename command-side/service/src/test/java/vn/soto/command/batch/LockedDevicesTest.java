package vn.soto.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.command.batch.BatchLine.Asking;
import vn.soto.command.batch.BatchLine.Unreadable;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.contracts.access.DeviceId;
import vn.soto.domain.access.AccessRule;
import vn.soto.domain.shared.RuleViolatedException;

final class LockedDevicesTest {

    private final BatchReader reader = new BatchReader(CommandCatalogue.product());
    private final LockedDevices lan =
            new LockedDevices((account, device) -> account.equals("lan") && device.equals(new DeviceId("lost")));

    private CommandBatch batch(String... devices) {
        return reader.read(Stream.of(devices)
                .map("{\"id\":\"019376a0-0000-7000-8000-000000000001\",\"name\":\"form-team\"%s}"::formatted)
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8));
    }

    @Test
    void linesOfALostDeviceAreRefusedAndNoOthers() {
        List<BatchLine> lines = lan.refused(batch(",\"device\":\"lost\"", ",\"device\":\"found\"", ""), "lan")
                .lines();

        assertThat(lines).extracting(BatchLine::number).containsExactly(1, 2, 3);
        assertThat(lines.getFirst()).isInstanceOfSatisfying(Unreadable.class, refused -> {
            assertThat(refused.id()).isEqualTo("019376a0-0000-7000-8000-000000000001");
            assertThat(refused.cause())
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            why -> assertThat(why.rule()).isEqualTo(AccessRule.DEVICE_IS_NOT_LOCKED));
        });
        assertThat(lines.subList(1, 3)).hasOnlyElementsOfType(Asking.class);
    }

    @Test
    void ofAnotherAccountAtTheSameDeviceNothingIs() {
        assertThat(lan.refused(batch(",\"device\":\"lost\""), "chi").lines()).hasOnlyElementsOfType(Asking.class);
    }
}
