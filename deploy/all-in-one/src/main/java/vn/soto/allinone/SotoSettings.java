package vn.soto.allinone;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.*} of the all-in-one.
 *
 * @param data   folder of the ledger, its anchor, the keys, the register of reads and the accounts; created at the first start
 * @param ledger name of the ledger, a permanent part of its origin
 * @param demo   demo mode: fills an empty ledger with a demo province and opens only demo ledgers
 */
@ConfigurationProperties("soto")
record SotoSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("binh-duong") String ledger,
        @DefaultValue("true") boolean demo) {

    /** The origin of the ledger. A production start refuses a {@code demo/} origin, and a demo start any other. */
    String origin() {
        return (demo ? "demo/" : "soto/") + ledger;
    }

    Path ledgerFile() {
        return data.resolve("ledger.sqlite");
    }

    /** The read models, made from the ledger alone: no backup needs them. */
    Path readModelsFile() {
        return data.resolve("read-models.sqlite");
    }

    /** The index of commands, made from the ledger alone: no backup needs it. */
    Path commandIndexFile() {
        return data.resolve("command-index.sqlite");
    }

    /** The key store, which no backup of the ledger may include. */
    Path keysFile() {
        return data.resolve("keys.sqlite");
    }

    /** The default location of the master key. */
    Path masterKeyFile() {
        return data.resolve("master.key");
    }

    /** The register of reads: who was shown whose personal data. */
    Path readsFile() {
        return data.resolve("reads.sqlite");
    }

    /** The register of refused access. */
    Path refusedFile() {
        return data.resolve("refused.sqlite");
    }

    /** The rows that imported files left out, for some days; no backup needs them. */
    Path leftOutFolder() {
        return data.resolve("left-out");
    }

    Path accountsFile() {
        return data.resolve("accounts");
    }
}
