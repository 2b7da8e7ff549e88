package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.shared.DefaultPolicy;

final class CommandSettingsTest {

    @Test
    void defaultsAreThoseOfThePlan() {
        assertThat(bind(Map.of()).policy()).isEqualTo(DefaultPolicy.standard());
    }

    @Test
    void everyPropertyIsRead() {
        CommandSettings settings = bind(Map.of(
                "soto.policy.minimum-members", "7",
                "soto.policy.households-per-member", "100",
                "soto.policy.calendar", "administrative",
                "soto.policy.report-due-days", "2",
                "soto.policy.waiting-plans", "9"));

        assertThat(settings).isEqualTo(new CommandSettings(7, 100, QuarterCalendar.ADMINISTRATIVE, 2, 9));
        assertThat(settings.policy().waitingPlans()).isEqualTo(9);
    }

    private static CommandSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.policy", CommandSettings.class);
    }
}
