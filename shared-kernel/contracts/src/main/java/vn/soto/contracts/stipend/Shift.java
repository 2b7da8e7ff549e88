package vn.soto.contracts.stipend;

/** When a person is mobilised. */
public enum Shift {
    DAY,
    NIGHT
}
