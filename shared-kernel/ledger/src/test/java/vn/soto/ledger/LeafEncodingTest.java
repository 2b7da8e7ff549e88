package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.soto.ledger.Ledgers.with;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LeafEncodingTest {

    private final Commit full = Ledgers.full();

    /** Every pair differs too, so no two changes meet in one leaf. */
    @Test
    void anySingleChangeChangesTheLeaf() {
        Map<Hash, String> seen = new HashMap<>();
        seen.put(LeafEncoding.hash(full), "the original");
        Changes.all().forEach((name, change) -> {
            String other = seen.put(LeafEncoding.hash(change.apply(full)), name);
            assertThat(other).as("%s gives the leaf of", name).isNull();
        });
        assertThat(seen).hasSizeGreaterThan(45);
    }

    @Test
    void whatIsDerivedIsNotEncoded() {
        Commit other = with(
                full,
                Map.of("latest", full.at(), "previous", Hash.sha256(new byte[1]), "chain", Hash.sha256(new byte[2])));

        assertThat(LeafEncoding.hash(other)).isEqualTo(LeafEncoding.hash(full));
    }

    @Test
    void theOrderInWhichMetadataAndTagsComeDoesNotMatter() {
        RecordedEvent event = full.events().getFirst();
        SortedMap<String, String> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(event.metadata());

        Commit same = Ledgers.withEvent(
                full,
                0,
                e -> with(
                        e,
                        Map.of(
                                "metadata",
                                reversed,
                                "tags",
                                List.copyOf(e.tags().reversed()))));

        assertThat(LeafEncoding.hash(same)).isEqualTo(LeafEncoding.hash(full));
        assertThat(same).isEqualTo(full);
    }

    /** Encoders turn half a surrogate pair into a question mark: two commits would have one leaf. */
    @Test
    void refusesHalfASurrogatePair() {
        for (String text : List.of("\uD83C", "a\uD83Cb", "\uDFE1", "\uDFE1\uD83C", "\uD83C\uD83C")) {
            assertThatIllegalArgumentException().isThrownBy(() -> LeafEncoding.encode(with(full, "actor", text)));
            Draft draft = Ledgers.draft(full);
            for (String field : List.of("actor", "reason", "corrects", "correlation", "causation")) {
                assertThatIllegalArgumentException().isThrownBy(() -> new WithField(draft, field, text).build());
            }
        }
        assertThat(LeafEncoding.encode(with(full, "actor", "\uD83C\uDFE1"))).isNotEmpty();
    }

    private record WithField(Draft draft, String field, String text) {

        Draft build() {
            return new Draft(
                    draft.id(),
                    draft.origin(),
                    field.equals("actor") ? text : draft.actor(),
                    field.equals("reason") ? text : draft.reason(),
                    field.equals("corrects") ? text : draft.corrects(),
                    field.equals("correlation") ? text : draft.correlation(),
                    field.equals("causation") ? text : draft.causation(),
                    draft.events(),
                    draft.guards());
        }
    }
}
