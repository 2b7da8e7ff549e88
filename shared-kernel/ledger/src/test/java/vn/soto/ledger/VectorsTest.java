package vn.soto.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors were computed by a program that shares no code with this module. */
final class VectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "vietnamese", "system", "chain"})
    void encodesAsPublished(String name) {
        Vector vector = Vector.read(name);
        assertThat(Chain.genesis(vector.ledger())).isEqualTo(vector.genesis());
        Hash previous = vector.genesis();
        for (int i = 0; i < vector.commits().size(); i++) {
            Commit commit = vector.commits().get(i);
            assertThat(HexFormat.of().formatHex(LeafEncoding.encode(commit)))
                    .isEqualTo(HexFormat.of().formatHex(vector.encodings().get(i)));
            assertThat(LeafEncoding.hash(commit)).isEqualTo(vector.leaves().get(i));
            assertThat(commit.previous()).isEqualTo(previous);
            previous = Chain.next(previous, LeafEncoding.hash(commit));
            assertThat(commit.chain()).isEqualTo(previous);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "vietnamese", "system", "chain"})
    void verifiesAsALedger(String name) {
        Vector vector = Vector.read(name);
        ChainVerifier verifier = new ChainVerifier(vector.ledger());
        vector.commits().forEach(verifier::accept);
        assertThat(verifier.tail()).isEqualTo(vector.commits().getLast().tail());
    }

    @Test
    void aDraftRecordedAfterTheTailGivesThePublishedCommit() {
        Vector vector = Vector.read("chain");
        Tail tail = Tail.empty(vector.ledger());
        for (Commit commit : vector.commits()) {
            assertThat(Commit.after(tail, Ledgers.draft(commit), commit.at())).isEqualTo(commit);
            tail = commit.tail();
        }
    }

    /** FORMAT.md followed line by line, with nothing of this module but the vector's answer. */
    @Test
    void theSystemVectorByHand() throws Exception {
        ByteArrayOutputStream leaf = new ByteArrayOutputStream();
        leaf.write(0); // RFC 6962: a leaf
        leaf.write(1); // version
        leaf.write(number(1)); // number
        leaf.write(number(0)); // first
        leaf.write(HexFormat.of().parseHex("01981a2b3c4d7e5f8a9b0c1d2e3f4a5b")); // id
        leaf.write(number(1_782_864_000_000_000L)); // at: 2026-07-01T00:00:00Z
        leaf.write(2); // a task of the system
        leaf.write(text("nightly"));
        leaf.write(text("system")); // actor
        leaf.write(0); // no reason
        leaf.write(0); // corrects nothing
        leaf.write(text("r")); // correlation
        leaf.write(text("c")); // causation
        leaf.write(count(1)); // events
        leaf.write(text("e1"));
        leaf.write(number(1_782_864_000_000_000L)); // timestamp
        leaf.write(text("report.due"));
        leaf.write(1); // with a revision
        leaf.write(text("1"));
        leaf.write(1); // in an aggregate
        leaf.write(text("report"));
        leaf.write(text("report:7:2026-Q2"));
        leaf.write(number(0)); // sequence
        leaf.write(count(0)); // metadata
        leaf.write(count(0)); // tags
        leaf.write(text("json"));
        byte[] payload = "{\"quarter\":\"2026-Q2\"}".getBytes(StandardCharsets.UTF_8);
        leaf.write(count(payload.length));
        leaf.write(sha256(payload));

        byte[] hash = sha256(leaf.toByteArray());
        byte[] genesis = sha256("soto/ledger/v1demo/vectors".getBytes(StandardCharsets.UTF_8));
        byte[] chain = sha256(ByteBuffer.allocate(64).put(genesis).put(hash).array());

        Vector published = Vector.read("system");
        assertThat(hash).isEqualTo(published.leaves().getFirst().bytes());
        assertThat(chain).isEqualTo(published.commits().getFirst().chain().bytes());
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + utf8.length)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    private static byte[] count(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
