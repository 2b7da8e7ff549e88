package vn.soto.verifier;

/** Scores that the ledger has are not those that its events make. */
final class ScoresDifferException extends RuntimeException {

    ScoresDifferException(int scorings) {
        super("%1$d lần chấm điểm khác với sổ. / %1$d scorings differ from the ledger.".formatted(scorings));
    }
}
