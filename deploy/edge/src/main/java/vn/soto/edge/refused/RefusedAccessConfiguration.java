package vn.soto.edge.refused;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.privacy.refused.MemoryRefusedAccess;
import vn.soto.privacy.refused.RefusedAccessStore;

/** Records refused access in the process's {@link RefusedAccessStore}; without one it is counted alone. */
@Configuration(proxyBeanMethods = false)
public class RefusedAccessConfiguration {

    @Bean
    RefusedAccessRecorder refusedAccessRecorder(
            ObjectProvider<RefusedAccessStore> register, Clock clock, MeterRegistry meters) {
        return new RefusedAccessRecorder(
                register.getIfAvailable(MemoryRefusedAccess::new),
                clock,
                meters,
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("refused-access").daemon().factory()));
    }

    @Bean
    RefusedAccessFilter refusedAccessFilter(RefusedAccessRecorder recorder) {
        return new RefusedAccessFilter(recorder);
    }
}
