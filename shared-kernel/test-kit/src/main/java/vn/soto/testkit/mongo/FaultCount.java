package vn.soto.testkit.mongo;

/**
 * The counts of a {@link FaultProxy} so far.
 *
 * @param requests messages read from clients, those reset included
 * @param replies  messages read from the server, those reset included
 */
public record FaultCount(
        long requests, long replies, long resetRequests, long resetReplies, long delayed, long split) {}
