package vn.soto.contracts.goal;

/** The side of a target's value on which the figure is to be. */
public enum Bound {
    AT_LEAST,
    AT_MOST
}
