package vn.soto.query.search;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.web.WarmUpTask;

/** Writes and searches an index that nobody uses, as often as it takes until its parts are merged. */
@Component
final class SearchWarmUp implements WarmUpTask {

    /** An index merges its parts when there are ten of about one size; each search after a write makes one. */
    private static final int ROUNDS = 24;

    /** Terms written at once, as when a ledger is read: an index stores many terms in another way than a few. */
    private static final int AT_ONCE = 256;

    private static final String NAME = "Xã Thử 1";

    @Override
    public void run() {
        try (SearchIndex scratch = new SearchIndex()) {
            for (int number = 0; number < AT_ONCE; number++) {
                String id = UUID.nameUUIDFromBytes(new byte[] {(byte) number}).toString();
                scratch.write(List.of(
                        new SearchTerm(id, IdKind.TEAM, id, Use.NAME, "Tổ công nghệ số " + id, number, number)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Use use : Use.values()) {
                    String id = use + "-" + round / 2;
                    scratch.write(List.of(new SearchTerm(id, IdKind.UNIT, id, use, NAME, round, round)));
                    scratch.search(new SearchQuery(NAME, List.of(IdKind.UNIT), round).lucene(), ROUNDS);
                }
            }
            scratch.clear();
        }
    }
}
