package vn.soto.plans;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.plan.PlanId;
import vn.soto.ledger.Hash;

/**
 * Command ids of steps: UUIDs version 8 (RFC 9562, B.2) of SHA-256, which clients cannot use. They derive from the
 * ledger's record of the plan, so every run in every process sends the same ids. Ids of one part share a prefix, so
 * they touch few index pages.
 */
final class StepIds {

    private static final int VARIANT_AT = 62;
    private static final int NUMBER_BITS = 30;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private StepIds() {}

    /**
     * The id of the command at index {@code step}, from 0.
     *
     * @param salt of the step's part; absent for a part of the first version, whose ids anybody can derive
     */
    static UUID step(PlanId plan, @Nullable String salt, int step) {
        if (salt == null) {
            return unsalted(plan, step);
        }
        String part = "step " + plan + " " + salt;
        return id(first(part), first(part + " " + step) >>> 2);
    }

    /**
     * The id that a step of the first version would have: 60 bits of the plan, 30 of the number, 32 of both. A thing
     * that a step creates without naming it has this id too, so that a list of commands sent twice is the same list.
     */
    static UUID unsalted(PlanId plan, int step) {
        long mixed = first("step " + plan + " " + step);
        return id(first("step " + plan), ((long) step << (VARIANT_AT - NUMBER_BITS)) | (mixed & 0xFFFF_FFFFL));
    }

    /** The id that a step takes when another command has taken {@code occupied}. */
    static UUID after(UUID occupied) {
        return id(first("after " + occupied), first("instead of " + occupied) >>> 2);
    }

    private static UUID id(long prefix, long low) {
        return new UUID((prefix & ~0xFFFFL) | VERSION | ((prefix >>> 4) & 0x0FFFL), low | VARIANT);
    }

    private static long first(String text) {
        byte[] hash = Hash.sha256(text.getBytes(StandardCharsets.UTF_8)).bytes();
        return ByteBuffer.wrap(hash).getLong();
    }
}
