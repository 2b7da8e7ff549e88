package vn.soto.querynode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import vn.soto.edge.EdgeConfiguration;
import vn.soto.edge.TokenSignInConfiguration;
import vn.soto.edge.integrity.ChainHealth;
import vn.soto.edge.start.OldGenerationLimit;
import vn.soto.open.OpenConfiguration;
import vn.soto.page.PagesConfiguration;
import vn.soto.query.config.QuerySideConfiguration;

/** Starts a query node. */
@SpringBootApplication
@Import({
    QuerySideConfiguration.class,
    PagesConfiguration.class,
    OpenConfiguration.class,
    EdgeConfiguration.class,
    ChainHealth.class,
    TokenSignInConfiguration.class
})
public class Main {

    public static void main(String[] arguments) {
        OldGenerationLimit.hold();
        SpringApplication.run(Main.class, arguments);
    }
}
