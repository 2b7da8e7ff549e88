package vn.soto.edge.database;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.ledger} and {@code soto.mongodb.*} of a node.
 *
 * @param ledger name of the ledger, a permanent part of its origin
 */
@ConfigurationProperties("soto")
public record LedgerSettings(
        @Nullable String ledger, @DefaultValue Mongodb mongodb) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Settings {@code soto.mongodb.*}.
     *
     * @param uri                connection string with the node's own user; never logged
     * @param ledgerDatabase     database of the ledger; by default {@code soto-<ledger>}
     * @param readModelsDatabase database of the read models; by default {@code soto-<ledger>-read-models}
     * @param keysDatabase       database of the subjects' keys; by default {@code soto-<ledger>-keys}
     * @param readsDatabase      database of the register of reads; by default {@code soto-<ledger>-reads}
     * @param withoutUsers       accepts a server without authentication; for trials only
     */
    public record Mongodb(
            @Nullable String uri,
            @Nullable String ledgerDatabase,
            @Nullable String readModelsDatabase,
            @Nullable String keysDatabase,
            @Nullable String readsDatabase,
            @DefaultValue("false") boolean withoutUsers) {

        /** Omits the address, which contains a password. */
        @Override
        public String toString() {
            return "Mongodb[ledger %s, read models %s]".formatted(ledgerDatabase, readModelsDatabase);
        }
    }

    public LedgerSettings {
        if (ledger == null || !NAME.matcher(ledger).matches()) {
            throw new IllegalArgumentException("soto.ledger names the ledger: small letters, digits and hyphens");
        }
        String ledgerDatabase = or(mongodb.ledgerDatabase, "soto-" + ledger);
        String readModelsDatabase = or(mongodb.readModelsDatabase, "soto-" + ledger + "-read-models");
        String keysDatabase = or(mongodb.keysDatabase, "soto-" + ledger + "-keys");
        String readsDatabase = or(mongodb.readsDatabase, "soto-" + ledger + "-reads");
        if (List.of(ledgerDatabase, readModelsDatabase, keysDatabase).contains(readsDatabase)) {
            throw new IllegalArgumentException(
                    "soto.mongodb.reads-database is another one's; the query side adds to the"
                            + " register of reads and must not be able to change it");
        }
        if (keysDatabase.equals(ledgerDatabase) || keysDatabase.equals(readModelsDatabase)) {
            throw new IllegalArgumentException(
                    "soto.mongodb.keys-database is another one's; keys are never kept, nor backed"
                            + " up, with what they open");
        }
        if (ledgerDatabase.equals(readModelsDatabase)) {
            throw new IllegalArgumentException(
                    "soto.mongodb.ledger-database and soto.mongodb.read-models-database are one;"
                            + " the query side writes the one and must not be able to write the other");
        }
        mongodb = new Mongodb(
                mongodb.uri, ledgerDatabase, readModelsDatabase, keysDatabase, readsDatabase, mongodb.withoutUsers);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** The origin of the ledger; the origin of a demo ledger differs. */
    public String origin() {
        return "soto/" + ledger;
    }

    public String ledgerDatabase() {
        return String.valueOf(mongodb.ledgerDatabase);
    }

    public String readModelsDatabase() {
        return String.valueOf(mongodb.readModelsDatabase);
    }

    public String keysDatabase() {
        return String.valueOf(mongodb.keysDatabase);
    }

    public String readsDatabase() {
        return String.valueOf(mongodb.readsDatabase);
    }

    /** @throws IllegalStateException if the address is not set */
    public String uri() {
        String uri = mongodb.uri;
        if (uri == null || uri.isBlank()) {
            throw new IllegalStateException(
                    "soto.mongodb.uri is not set: the connection string with this node's own user");
        }
        return uri;
    }
}
