package vn.soto.contracts.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an event of help came into the ledger. No figure counts it, but detectors look at it.
 *
 * @param event     id of the event; {@code commit} is its commit, recorded {@code at} that time
 * @param account   that is answerable
 * @param device    on which it was entered, as the device states; absent if it states none
 * @param noteBytes length of its sealed note, which sealing does not hide; absent without a note
 */
public record Entered(
        String event,
        long commit,
        Instant at,
        String account,
        @Nullable String device,
        @Nullable Integer noteBytes) {}
