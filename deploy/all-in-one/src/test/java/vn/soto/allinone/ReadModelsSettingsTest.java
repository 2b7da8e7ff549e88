package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import vn.soto.projection.Projector;

final class ReadModelsSettingsTest {

    @Test
    void readModelsAreInTheFileUnlessSaidOtherwise() {
        assertThat(bind(Map.of())).isEqualTo(new ReadModelsSettings(true));
        assertThat(bind(Map.of("soto.read-models.file", "false"))).isEqualTo(new ReadModelsSettings(false));
    }

    private static ReadModelsSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("soto.read-models", ReadModelsSettings.class);
    }

    @Test
    void theCodeOfTheProjectorsIsToldFromOther() {
        String code = ProjectingCode.digest(List.of());
        assertThat(code).hasSize(64).isEqualTo(ProjectingCode.digest(List.of(Projector.class)));
        assertThat(ProjectingCode.digest(List.of(Binder.class))).isNotEqualTo(code);
    }
}
