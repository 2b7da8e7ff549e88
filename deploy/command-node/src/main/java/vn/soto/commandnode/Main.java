package vn.soto.commandnode;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Import;
import vn.soto.command.config.CommandSideConfiguration;
import vn.soto.commandnode.prepare.PrepareMongodb;
import vn.soto.edge.EdgeConfiguration;
import vn.soto.edge.TokenSignInConfiguration;
import vn.soto.edge.integrity.ChainHealth;
import vn.soto.edge.start.OldGenerationLimit;

/** Starts a command node, or with {@code prepare-mongodb} as first argument prepares databases and users for a ledger. */
@SpringBootApplication
@Import({CommandSideConfiguration.class, EdgeConfiguration.class, ChainHealth.class, TokenSignInConfiguration.class})
public class Main {

    private static final String PREPARE = "prepare-mongodb";

    public static void main(String[] arguments) {
        List<String> all = List.of(arguments);
        if (!all.isEmpty() && all.getFirst().equals(PREPARE)) {
            // The command prints its own output; the driver's log is switched off.
            LoggingSystem.get(Main.class.getClassLoader()).beforeInitialize();
            System.exit(PrepareMongodb.run(all.subList(1, all.size()), System.getenv(), System.out));
        }
        OldGenerationLimit.hold();
        SpringApplication.run(Main.class, arguments);
    }
}
