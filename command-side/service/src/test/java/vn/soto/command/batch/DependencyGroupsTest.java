package vn.soto.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.command.binding.CommandCatalogue;

final class DependencyGroupsTest {

    private static final UUID A = new UUID(0x0193_76a0_0000_7000L, 0x8000_0000_0000_0001L);
    private static final UUID B = new UUID(0x0193_76a0_0000_7000L, 0x8000_0000_0000_0002L);
    private static final UUID C = new UUID(0x0193_76a0_0000_7000L, 0x8000_0000_0000_0003L);

    private final BatchReader reader = new BatchReader(CommandCatalogue.product());

    @Test
    void whatOnlyBeginsSomethingGoesTogether() {
        assertThat(waves(begun(A, "u-1"), begun(B, "u-1"), begun(C, "u-1"))).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void whatNamesWhatAnEarlierLineBeginsComesAfterIt() {
        assertThat(waves(begun(A, "u-1"), begun(B, A.toString()), begun(C, "u-1")))
                .containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void whatChangesSomethingHasAWaveOfItsOwn() {
        assertThat(waves(
                        begun(A, "u-1"),
                        line(B, "appoint-leader", "{\"team\":\"t-2\",\"member\":\"m-1\"}"),
                        begun(C, "u-1")))
                .containsExactly(List.of(1), List.of(2), List.of(3));
    }

    @Test
    void theSameCommandTwiceIsNeverHandledTwiceAtATime() {
        assertThat(waves(begun(A, "u-1"), begun(A, "u-1"))).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void aLineThatCannotBeReadStandsInNobodysWay() {
        assertThat(waves(begun(A, "u-1"), "{", begun(B, "u-1"))).containsExactly(List.of(1, 2, 3));
    }

    private List<List<Integer>> waves(String... lines) {
        return DependencyGroups.of(reader.read(String.join("\n", lines).getBytes(UTF_8))).stream()
                .map(wave -> wave.stream().map(BatchLine::number).toList())
                .toList();
    }

    private static String begun(UUID id, String unit) {
        return line(id, "register-household", "{\"unit\":\"%s\",\"reference\":\"H-1\"}".formatted(unit));
    }

    private static String line(UUID id, String name, String payload) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"payload\":%s}".formatted(id, name, payload);
    }
}
