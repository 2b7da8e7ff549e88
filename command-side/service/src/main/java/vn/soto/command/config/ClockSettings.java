package vn.soto.command.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clock that commits are recorded by.
 *
 * @param maxJump a longer jump ahead of the machine's clock, while the product runs, is taken for a fault: nothing is written
 */
@ConfigurationProperties("soto.clock")
public record ClockSettings(@DefaultValue("10m") Duration maxJump) {}
