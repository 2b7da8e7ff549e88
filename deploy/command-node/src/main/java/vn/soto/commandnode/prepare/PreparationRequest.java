package vn.soto.commandnode.prepare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.edge.database.LedgerSettings;

/**
 * The databases and users to prepare.
 *
 * @param commandPassword password of the command side's user; absent, like the query side's, if no users are created
 */
record PreparationRequest(LedgerSettings settings, Optional<String> commandPassword, Optional<String> queryPassword) {

    static final String ADMINISTRATOR = "SOTO_ADMIN_MONGODB_URI";
    static final String COMMAND = "SOTO_COMMAND_PASSWORD";
    static final String QUERY = "SOTO_QUERY_PASSWORD";

    static PreparationRequest from(List<String> arguments, Map<String, String> environment) {
        String ledger = "";
        String ledgerDatabase = "";
        String readModelsDatabase = "";
        String keysDatabase = "";
        String readsDatabase = "";
        boolean users = true;
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            String value = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "--ledger" -> ledger = value;
                case "--ledger-database" -> ledgerDatabase = value;
                case "--read-models-database" -> readModelsDatabase = value;
                case "--keys-database" -> keysDatabase = value;
                case "--reads-database" -> readsDatabase = value;
                case "--without-users" -> users = false;
                default -> throw new UsageException("unknown: " + parts[0], null);
            }
        }
        Secrets secrets = new Secrets(environment);
        String uri = secrets.value(ADMINISTRATOR);
        return new PreparationRequest(
                settings(
                        ledger,
                        new LedgerSettings.Mongodb(
                                uri, ledgerDatabase, readModelsDatabase, keysDatabase, readsDatabase, !users)),
                users ? Optional.of(secrets.password(COMMAND)) : Optional.empty(),
                users ? Optional.of(secrets.password(QUERY)) : Optional.empty());
    }

    private static LedgerSettings settings(String ledger, LedgerSettings.Mongodb mongodb) {
        try {
            return new LedgerSettings(ledger, mongodb);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }
}
