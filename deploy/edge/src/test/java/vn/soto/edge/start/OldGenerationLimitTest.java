package vn.soto.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

final class OldGenerationLimitTest {

    private long used = 10;
    private long threshold;
    private final MemoryPoolMXBean old = (MemoryPoolMXBean) Proxy.newProxyInstance(
            MemoryPoolMXBean.class.getClassLoader(),
            new Class<?>[] {MemoryPoolMXBean.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getUsage" -> new MemoryUsage(0, used, used, 1_000);
                case "setUsageThreshold" -> {
                    threshold = (long) arguments[0];
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void theHeapIsCollectedAtHalfAsMuchAgainAsTheLastCollectionLeft() {
        OldGenerationLimit limit = new OldGenerationLimit(old, () -> used -= 100, 50);
        assertThat(threshold).as("the least").isEqualTo(50);

        used = 300;
        limit.reached();
        assertThat(threshold).as("of 200 that were left").isEqualTo(300);

        used = 1_000;
        limit.reached();
        assertThat(threshold).as("no more than there can be").isEqualTo(1_000);
    }
}
