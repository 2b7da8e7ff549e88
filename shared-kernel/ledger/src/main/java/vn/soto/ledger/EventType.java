package vn.soto.ledger;

import org.jspecify.annotations.Nullable;

/** The stored name of an event and its revision; never a class name in production. */
public record EventType(String name, @Nullable String revision) {}
