package vn.soto.open.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The places of those who have no account. */
final class OpenPlacesTest {

    @Test
    void whoFindsTooManyBeforeThemIsToldAtOnce() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        try (OpenPlaces places = new OpenPlaces()) {
            List<CompletableFuture<String>> taken = new ArrayList<>();
            for (int count = 0; count < OpenPlaces.PLACES + OpenPlaces.WAITING; count++) {
                taken.add(places.run(() -> {
                            leave.await();
                            return Thread.currentThread().getName();
                        })
                        .toFuture());
            }
            assertThatThrownBy(() -> places.run(() -> "late").toFuture().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(RejectedExecutionException.class);
            leave.countDown();
            for (CompletableFuture<String> each : taken) {
                assertThat(each.get()).startsWith("open-");
            }
            assertThat(places.run(() -> "again").toFuture().get()).isEqualTo("again");
        }
    }
}
