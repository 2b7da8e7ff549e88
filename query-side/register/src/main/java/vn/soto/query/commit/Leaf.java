package vn.soto.query.commit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LeafEncoding;
import vn.soto.ledger.StoredCommit;

/**
 * A commit as the ledger's chain covers it: {@code chain = SHA-256(previous || SHA-256(00 || leaf))}.
 *
 * @param n        number of the commit
 * @param leaf     its encoding in Base64, which has the hash of each event's body and not the body; absent if the commit is damaged
 * @param previous chain hash before it; absent if the commit is damaged
 * @param chain    chain hash as stored; absent if it cannot be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Leaf(
        long n,
        @Nullable String leaf,
        @Nullable String previous,
        @Nullable String chain) {

    static Leaf of(StoredCommit stored) {
        return switch (stored) {
            case Commit commit ->
                new Leaf(
                        commit.number(),
                        Base64.getEncoder().encodeToString(LeafEncoding.encode(commit)),
                        commit.previous().toString(),
                        commit.chain().toString());
            case DamagedCommit damaged -> new Leaf(damaged.number(), null, null, text(damaged.chain()));
        };
    }

    private static @Nullable String text(@Nullable Hash chain) {
        return chain == null ? null : chain.toString();
    }

    long length() {
        return leaf == null ? 0 : leaf.length();
    }
}
