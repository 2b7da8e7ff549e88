package vn.soto.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The address to which forms send commands: this process unless another is set. */
final class PagesSettingsTest {

    private static PagesSettings settings(Map<String, String> said) {
        return new Binder(new MapConfigurationPropertySource(said)).bindOrCreate("soto.pages", PagesSettings.class);
    }

    @Test
    void commandsStayInTheProcessUnlessAnAddressIsSet() {
        assertThat(settings(Map.of()).commands()).isNull();
        assertThat(settings(Map.of("soto.pages.commands", "http://proxy:8080")).commands())
                .isEqualTo(URI.create("http://proxy:8080"));
    }
}
