package vn.soto.axon;

import vn.soto.contracts.shared.DomainEvent;

/**
 * An event of an aggregate.
 *
 * @param commit number of the commit that holds it
 */
public record PastEvent(long commit, DomainEvent event) {}
