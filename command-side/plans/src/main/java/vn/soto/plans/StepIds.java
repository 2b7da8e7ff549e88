package vn.soto.plans;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.Hash;

/**
 * Command ids derived from the plan's id, so every run in every process sends the same ids. UUIDs version 8 (RFC 9562,
 * B.2) of SHA-256: 60 bits of the plan, 30 of the number, 32 of both; ids of neighbouring steps are adjacent in an
 * index.
 */
final class StepIds {

    private static final int VARIANT_AT = 62;
    private static final int NUMBER_BITS = 30;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private StepIds() {}

    /** The id of the command at index {@code step}, from 0. */
    static UUID step(PlanId plan, int step) {
        return id(plan, "step", step);
    }

    static UUID part(PlanId plan, int part) {
        return id(plan, "part", part);
    }

    static UUID submission(PlanId plan) {
        return id(plan, "submission", 0);
    }

    static UUID start(PlanId plan) {
        return id(plan, "start", 0);
    }

    /** @param events number of the plan's events before the progress event */
    static UUID progress(PlanId plan, int events) {
        return id(plan, "progress", events);
    }

    private static UUID id(PlanId plan, String what, int number) {
        long prefix = first(what + " " + plan);
        long mixed = first(what + " " + plan + " " + number);
        long high = (prefix & ~0xFFFFL) | VERSION | ((prefix >>> 4) & 0x0FFFL);
        long low = ((long) number << (VARIANT_AT - NUMBER_BITS)) | (mixed & 0xFFFF_FFFFL);
        return new UUID(high, low | VARIANT);
    }

    private static long first(String text) {
        byte[] hash = Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes();
        return ByteBuffer.wrap(hash).getLong();
    }
}
