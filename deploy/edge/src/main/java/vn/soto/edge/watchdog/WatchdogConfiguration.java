package vn.soto.edge.watchdog;

import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The watchdog of a process with a port. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WatchdogSettings.class)
public class WatchdogConfiguration {

    @Bean
    SignsOfLife signsOfLife() {
        return new SignsOfLife();
    }

    /** It ends the process at once: hooks might wait for what hangs, and the ledger needs no orderly end. */
    @Bean
    Watchdog watchdog(
            WatchdogSettings settings,
            SignsOfLife signs,
            ReactiveWebServerApplicationContext context,
            ServerProperties server,
            Clock clock) {
        return new Watchdog(
                settings,
                signs,
                () -> Watchdog.OwnAddress.of(
                        server.getAddress(),
                        Objects.requireNonNull(context.getWebServer(), "it runs after the web server")
                                .getPort()),
                clock,
                System::nanoTime,
                Runtime.getRuntime()::halt);
    }
}
