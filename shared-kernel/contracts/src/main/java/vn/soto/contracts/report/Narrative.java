package vn.soto.contracts.report;

import org.jspecify.annotations.Nullable;

/**
 * The texts that a team writes beside the figures. Nothing in them identifies a person: they are checked for that
 * before they are recorded, and stand in the ledger as they were written.
 *
 * @param difficulties N01: difficulties and proposals; absent if there is nothing to say
 * @param goodModels   N02: ways of working that others could take up; absent likewise
 */
public record Narrative(
        @Nullable String difficulties, @Nullable String goodModels) {

    public static final Narrative NONE = new Narrative(null, null);
}
