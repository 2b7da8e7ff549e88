package vn.soto.e2e.compose;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every setting a node reads, its own and those of the framework, as the name of an environment variable. */
record Settings(Set<String> names) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final List<String> OURS = List.of(
            "vn.soto.edge.SignInSettings",
            "vn.soto.edge.NodeSessionSettings",
            "vn.soto.edge.oidc.BrowserSignInSettings",
            "vn.soto.edge.PrivacySettings",
            "vn.soto.edge.server.HttpLimits",
            "vn.soto.edge.server.AccessLogSettings",
            "vn.soto.edge.database.LedgerSettings",
            "vn.soto.edge.watchdog.WatchdogSettings",
            "vn.soto.command.config.CommandSettings",
            "vn.soto.query.config.QuerySettings",
            "vn.soto.page.PagesSettings",
            "vn.soto.open.OpenSettings");

    static Settings known() throws IOException, ClassNotFoundException {
        Set<String> names = new HashSet<>();
        for (URL metadata : Collections.list(Settings.class.getClassLoader().getResources(METADATA))) {
            try (InputStream in = metadata.openStream()) {
                for (JsonNode property : new JsonMapper().readTree(in).get("properties")) {
                    names.add(variable(property.get("name").asString()));
                }
            }
        }
        for (String name : OURS) {
            Class<?> settings = Class.forName(name);
            add(settings, settings.getAnnotation(ConfigurationProperties.class).value(), names);
        }
        return new Settings(names);
    }

    private static void add(Class<?> settings, String prefix, Set<String> names) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + "." + component.getName();
            names.add(variable(name));
            if (component.getType().isRecord()) {
                add(component.getType(), name, names);
            }
        }
    }

    /** The framework's rule: dots become underscores, hyphens disappear, letters become upper case. */
    static String variable(String property) {
        return property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a variable is a setting; an underscore may also replace a hyphen. */
    boolean has(String variable) {
        String flat = variable.replace("_", "");
        return names.stream().anyMatch(name -> name.replace("_", "").equals(flat));
    }
}
