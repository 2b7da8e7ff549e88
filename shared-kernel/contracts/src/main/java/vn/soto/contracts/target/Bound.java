package vn.soto.contracts.target;

/** On which side of a target's value the figure is to be. */
public enum Bound {
    AT_LEAST,
    AT_MOST
}
