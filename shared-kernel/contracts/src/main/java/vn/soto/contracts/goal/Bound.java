package vn.soto.contracts.goal;

/** On which side of a target's value the figure is to be. */
public enum Bound {
    AT_LEAST,
    AT_MOST
}
