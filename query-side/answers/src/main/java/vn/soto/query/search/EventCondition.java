package vn.soto.query.search;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The conditions on events that the index decides.
 *
 * @param who        account
 * @param what       stored name of the event without its version, or its vocabulary
 * @param about      subject, such as {@code household:<id>}
 * @param first      and {@code last}: days of recording
 * @param correcting only those that may be corrections
 */
public record EventCondition(
        Optional<String> who,
        Optional<String> what,
        Optional<String> about,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        boolean correcting) {

    Query lucene(long before, long asOf) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(LongPoint.newRangeQuery(EventDocuments.AT, 0, before - 1), Occur.FILTER);
        all.add(LongPoint.newRangeQuery(SearchIndex.COMMIT, 0, asOf), Occur.FILTER);
        who.ifPresent(account -> all.add(term(EventDocuments.WHO, account), Occur.FILTER));
        what.ifPresent(name -> all.add(term(EventDocuments.WHAT, name), Occur.FILTER));
        about.ifPresent(subject -> all.add(term(EventDocuments.ABOUT, subject), Occur.FILTER));
        if (first.isPresent() || last.isPresent()) {
            all.add(
                    IntPoint.newRangeQuery(
                            EventDocuments.DAY,
                            first.map(EventCondition::day).orElse(Integer.MIN_VALUE),
                            last.map(EventCondition::day).orElse(Integer.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (correcting) {
            all.add(term(EventDocuments.CORRECTING, EventDocuments.YES), Occur.FILTER);
        }
        return all.build();
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }

    private static int day(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
