package vn.soto.command.config;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import vn.soto.ledgerwriter.ClockWatch;

/** {@code /actuator/clock}: the machine's time; a POST confirms it after a jump ahead that was right. */
@Endpoint(id = "clock")
public final class ClockEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ClockEndpoint.class);

    private final ClockWatch watch;
    private final Clock clock;

    ClockEndpoint(ClockWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    /** @param now time of day of the machine, right or not */
    public record Time(Instant now) {}

    @ReadOperation
    public Time time() {
        return new Time(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    @WriteOperation
    public Time confirm() {
        watch.accept();
        LOG.warn("Giờ của máy đã được xác nhận: {} / the machine's time was confirmed", clock.instant());
        return time();
    }
}
