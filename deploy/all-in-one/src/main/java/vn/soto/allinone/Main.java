package vn.soto.allinone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import vn.soto.command.config.CommandSideConfiguration;
import vn.soto.edge.EdgeConfiguration;
import vn.soto.edge.integrity.ChainHealth;
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
    EdgeConfiguration.class,
    ChainHealth.class
})
public class Main {

    public static void main(String[] arguments) {
        SpringApplication.run(Main.class, arguments);
    }
}
