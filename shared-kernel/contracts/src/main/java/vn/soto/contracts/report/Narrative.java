package vn.soto.contracts.report;

import org.jspecify.annotations.Nullable;

/**
 * The texts that a team writes beside the figures. Nothing in it identifies a person: it is checked for that before it
 * is recorded, and stands in the ledger as it was written.
 *
 * @param difficulties N01: difficulties and proposals; absent if there is nothing to say
 * @param goodModels   N02: ways of working that others could take up; absent likewise
 */
public record Narrative(
        @Nullable String difficulties, @Nullable String goodModels) {

    public static final Narrative NONE = new Narrative(null, null);
}
