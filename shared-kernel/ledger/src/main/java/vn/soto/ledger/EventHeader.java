package vn.soto.ledger;

import java.util.List;

/** What an event is about, without what it says: enough to tell whether it must be read. */
public record EventHeader(long position, long commit, EventType type, List<String> tags) {}
