package vn.soto.allinone;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code soto.*} of the all-in-one.
 *
 * @param data   folder of the ledger, its anchor, the keys and the accounts; made at first start
 * @param ledger name of the ledger, part of its origin for ever
 * @param demo   whether this is a demo: an empty ledger is filled with a demo province, and only a demo ledger is opened
 */
@ConfigurationProperties("soto")
record SotoSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("binh-duong") String ledger,
        @DefaultValue("true") boolean demo) {

    /** A production start refuses a {@code demo/} ledger, and a demo start any other. */
    String origin() {
        return (demo ? "demo/" : "soto/") + ledger;
    }

    Path ledgerFile() {
        return data.resolve("ledger.sqlite");
    }

    /** Never in a backup of the ledger. */
    Path keysFile() {
        return data.resolve("keys.sqlite");
    }

    /** Unless a setting names another. */
    Path masterKeyFile() {
        return data.resolve("master.key");
    }

    Path accountsFile() {
        return data.resolve("accounts");
    }
}
