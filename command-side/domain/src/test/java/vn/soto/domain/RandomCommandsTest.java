package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.Seeds;

/**
 * Random commands in random order are accepted exactly when the reference model predicts it, and no invariant is
 * broken.
 */
@Tag("slow")
final class RandomCommandsTest {

    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int SEEDS = LONG ? 12 : 1;
    private static final int COMMANDS = LONG ? 9_000 : 3_000;

    @Test
    void areAcceptedExactlyWhenTheReferenceModelExpectsIt() {
        Map<Class<?>, Integer> accepted = new HashMap<>();
        Seeds.each(
                SEEDS,
                seed -> new RandomRun(seed, Scenario.at(SampleCommune.NOW)::send).send(COMMANDS, (command, done) -> {
                    if (done) {
                        accepted.merge(command.getClass(), 1, Integer::sum);
                    }
                }));

        assertThat(accepted)
                .hasSizeGreaterThan(28)
                .allSatisfy((command, count) ->
                        assertThat(count).as(command.getSimpleName()).isGreaterThan(LONG ? SEEDS : 0));
    }
}
