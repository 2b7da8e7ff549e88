package vn.soto.allinone;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import vn.soto.command.config.CommandSideConfiguration;
import vn.soto.edge.EdgeConfiguration;
import vn.soto.edge.integrity.ChainHealth;
import vn.soto.edge.start.OldGenerationLimit;
import vn.soto.open.OpenConfiguration;
import vn.soto.page.PagesConfiguration;
import vn.soto.query.config.QuerySideConfiguration;

/** Starts everything in one process. */
// That of tokens, which it takes none of: their library is not shipped with it.
@SpringBootApplication(
        excludeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(SotoSettings.class)
@Import({
    CommandSideConfiguration.class,
    QuerySideConfiguration.class,
    PagesConfiguration.class,
    OpenConfiguration.class,
    EdgeConfiguration.class,
    ChainHealth.class
})
public class Main {

    public static void main(String[] arguments) {
        OldGenerationLimit.hold();
        application().run(arguments);
    }

    /** Its beans are those that the build decided on: that takes half a second less than deciding again at each start. */
    static SpringApplication application() {
        boolean built = Main.class.getResource("Main__ApplicationContextInitializer.class") != null;
        if (built && !SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING)) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
        SpringApplication application = new SpringApplication(Main.class);
        application.setMainApplicationClass(Main.class);
        return application;
    }
}
