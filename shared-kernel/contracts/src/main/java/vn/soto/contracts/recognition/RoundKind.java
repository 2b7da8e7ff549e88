package vn.soto.contracts.recognition;

/** The kind of candidate a round recognises; the names are stored and never change. */
public enum RoundKind {
    /** cá nhân */
    INDIVIDUAL,
    /** tập thể */
    COLLECTIVE
}
