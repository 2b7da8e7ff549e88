package vn.soto.allinone.account;

import java.nio.file.Path;

/**
 * The place of accounts and their means to sign in.
 *
 * @param folder the data folder, which its owner alone enters
 * @param demo   whether the ledger is a demo
 */
public record AccountFiles(Path folder, boolean demo) {

    /** The accounts. */
    public Path store() {
        return folder.resolve("accounts.sqlite");
    }

    /** Accounts of earlier versions, and those of a demo, as lines {@code name:password}. */
    Path lines() {
        return folder.resolve("accounts");
    }

    /** The keys that sign the cookies of sessions. */
    Path sessionKeys() {
        return folder.resolve("session.keys");
    }

    /** The one-time password of the first administrator, or of an account that was reset at a start. */
    Path oneTimePassword() {
        return folder.resolve("one-time-password");
    }

    /** The file of an operator's decisions about accounts, see {@link vn.soto.command.config.OperatorFile}. */
    Path operator() {
        return folder.resolve("account-command");
    }
}
