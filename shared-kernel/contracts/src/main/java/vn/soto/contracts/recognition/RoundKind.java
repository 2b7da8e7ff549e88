package vn.soto.contracts.recognition;

/** Whom a round recognises; the names are stored and never change. */
public enum RoundKind {
    /** cá nhân */
    INDIVIDUAL,
    /** tập thể */
    COLLECTIVE
}
