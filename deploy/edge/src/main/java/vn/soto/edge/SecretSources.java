package vn.soto.edge;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.soto.edge.start.StartRefusedException;

/**
 * Refuses secrets on the command line or in a property of the JVM. Every user of the machine can read them there, in
 * its list of processes. Secrets come from a file or from the environment.
 */
record SecretSources(ConfigurableEnvironment environment) implements BeanFactoryPostProcessor {

    /** A user with a password before the hosts of a connection string. */
    private static final Pattern PASSWORD = Pattern.compile("^[^/]*//[^/?#@]*:[^/?#@]*@");

    private static final List<Secret> SECRETS = List.of(
            new Secret("soto.mongodb.uri", SecretSources::holdsAPassword),
            Secret.always("soto.privacy.master-key"),
            Secret.always("soto.sign-in.sessions.keys"),
            Secret.always("soto.sign-in.browser.client-secret"),
            Secret.always("server.ssl.key-password"),
            Secret.always("server.ssl.key-store-password"),
            Secret.always("spring.application.json"));

    /** @param is whether a value is secret */
    private record Secret(String name, Predicate<String> is) {

        static Secret always(String name) {
            return new Secret(name, value -> !value.isBlank());
        }
    }

    private static boolean holdsAPassword(String uri) {
        return PASSWORD.matcher(uri).find();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        environment.getPropertySources().stream()
                .filter(SecretSources::isSeenByEverybody)
                .forEach(SecretSources::check);
    }

    private static boolean isSeenByEverybody(PropertySource<?> source) {
        return source instanceof CommandLinePropertySource
                || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private static void check(PropertySource<?> source) {
        ConfigurationPropertySource given = ConfigurationPropertySource.from(source);
        if (given == null) {
            return;
        }
        for (Secret secret : SECRETS) {
            var value = given.getConfigurationProperty(ConfigurationPropertyName.of(secret.name()));
            if (value != null && secret.is().test(String.valueOf(value.getValue()))) {
                throw new StartRefusedException(
                        secret.name() + " is a secret, and on a command line every user of this machine can read it.",
                        "Give it in the environment, or in a file: --spring.config.import=configtree:FOLDER/ with a file of"
                                + " that name.",
                        null);
            }
        }
    }
}
