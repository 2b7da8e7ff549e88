package vn.soto.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.projection.source.CommitToken;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.problem.QueryProblemException;

final class CommitWaitsTest {

    private final CommitWaits waits = new CommitWaits(
            new Binder(new MapConfigurationPropertySource(Map.of("soto.query.max-waiting-queries", "1")))
                    .bindOrCreate("soto.query", QuerySettings.class));
    private final AtomicLong folded = new AtomicLong(3);

    private CommitToken folded() {
        return new CommitToken(folded.get(), "chain");
    }

    private boolean await(long wanted, Runnable meanwhile) {
        return waits.await(wanted, this::folded, (commit, limit) -> {
            meanwhile.run();
            return folded.get() >= commit;
        });
    }

    private static String code(Throwable refusal) {
        return ((QueryProblemException) refusal).problem().code();
    }

    @Test
    void onlySoManyWaitAtOnceOverAllReadModels() {
        assertThat(await(4, () -> {
                    assertThatThrownBy(() -> await(4, () -> {}))
                            .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("too-many"));
                    assertThat(await(3, () -> {}))
                            .as("what is there is not waited for")
                            .isFalse();
                    folded.set(4);
                }))
                .isTrue();
    }

    @Test
    void whatDoesNotComeInTimeIsRefusedAndLeavesItsPlace() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> await(4, () -> {}))
                    .satisfies(refusal -> assertThat(code(refusal)).isEqualTo("not-yet"));
        }
    }
}
