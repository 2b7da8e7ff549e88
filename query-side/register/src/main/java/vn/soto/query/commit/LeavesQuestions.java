package vn.soto.query.commit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.StoredCommit;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.web.EndpointRight;

/** Hands out what the chain hashes are made of, so that readers compute them themselves. */
@RestController
record LeavesQuestions(LedgerReader ledger) {

    static final int MOST = 500;

    private static final int AT_ONCE = 50;
    private static final long MOST_BYTES = 4 << 20;
    private static final Range FROM = new Range("from", 1, Long.MAX_VALUE - MOST);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The leaves of the commits from {@code from} up to {@code to}, one per line: at most 500 and about 4 MB, and at
     * least one. The next request starts after the last number. {@code Soto-Origin} is what the chain begins with.
     */
    @Query(at = "/api/leaves", produces = MediaType.APPLICATION_NDJSON_VALUE, right = EndpointRight.LEDGER)
    ResponseEntity<byte[]> leaves(Asked asked, @RequestParam Optional<Long> from, @RequestParam Optional<Long> to) {
        long first = FROM.check(from).orElse(1L);
        long last = new Range("to", first, Long.MAX_VALUE).check(to).orElse(Long.MAX_VALUE);
        // Straight from the ledger, projected or not.
        long known = asked.moment().isEmpty() ? ledger.tail().number() : asked.asOf();
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("Soto-Origin", ledger.origin())
                .body(lines(read(first, Math.min(last, known))));
    }

    private List<Leaf> read(long first, long last) {
        List<Leaf> leaves = new ArrayList<>();
        long bytes = 0;
        long next = first;
        while (next <= last && leaves.size() < MOST && bytes < MOST_BYTES) {
            int wanted = (int) Math.min(Math.min(AT_ONCE, MOST - leaves.size()), last - next + 1);
            List<StoredCommit> page = ledger.read(next, wanted);
            if (page.isEmpty()) {
                return leaves;
            }
            for (StoredCommit stored : page) {
                Leaf leaf = Leaf.of(stored);
                leaves.add(leaf);
                bytes += leaf.length();
            }
            next += page.size();
        }
        return leaves;
    }

    private static byte[] lines(List<Leaf> leaves) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        leaves.forEach(leaf -> {
            lines.writeBytes(JSON.writeValueAsBytes(leaf));
            lines.write('\n');
        });
        return lines.toByteArray();
    }
}
