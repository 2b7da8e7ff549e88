package vn.soto.ledger.sqlite;

/** The file is sound, but not the ledger that was asked for: another origin, another program's, or of a newer version. */
public final class WrongLedger extends RuntimeException {

    WrongLedger(String message) {
        super(message);
    }
}
