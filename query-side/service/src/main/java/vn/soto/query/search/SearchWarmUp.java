package vn.soto.query.search;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.query.link.Designation.Use;
import vn.soto.query.link.IdKind;
import vn.soto.web.WarmUpTask;

/** Writes and searches an index that nobody uses, as often as it takes until its parts are merged. */
@Component
final class SearchWarmUp implements WarmUpTask {

    /** An index merges its parts when there are ten of about one size; each search after a write makes one. */
    private static final int ROUNDS = 24;

    private static final String NAME = "Xã Thử 1";

    @Override
    public void run() {
        try (SearchIndex scratch = new SearchIndex()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Use use : Use.values()) {
                    String id = use + "-" + round / 2;
                    scratch.write(new SearchTerm(id, IdKind.UNIT, id, use, NAME, round, round));
                    scratch.find(id);
                    scratch.search(new SearchQuery(NAME, List.of(IdKind.UNIT), round).lucene(), ROUNDS);
                }
            }
            scratch.clear();
        }
    }
}
