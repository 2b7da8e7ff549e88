package vn.soto.query.search;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.soto.contracts.person.Subject;

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

    /** The events up to a commit that name a subject, in their tags or their bodies. */
    static Query naming(Subject subject, long asOf) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(term(EventDocuments.ABOUT, subject.toString()), Occur.SHOULD);
        either.add(term(EventDocuments.NAMED, subject.toString()), Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.FILTER)
                .add(upTo(asOf), Occur.FILTER)
                .build();
    }

    Query lucene(long before, long asOf) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(range(EventDocuments.AT, 0, before - 1), Occur.FILTER);
        all.add(upTo(asOf), Occur.FILTER);
        who.ifPresent(account -> all.add(term(EventDocuments.WHO, account), Occur.FILTER));
        what.ifPresent(name -> all.add(term(EventDocuments.WHAT, name), Occur.FILTER));
        about.ifPresent(subject -> all.add(term(EventDocuments.ABOUT, subject), Occur.FILTER));
        if (first.isPresent() || last.isPresent()) {
            all.add(
                    range(
                            EventDocuments.DAY,
                            first.map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                            last.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE)),
                    Occur.FILTER);
        }
        if (correcting) {
            all.add(term(EventDocuments.CORRECTING, EventDocuments.YES), Occur.FILTER);
        }
        return all.build();
    }

    private static Query upTo(long commit) {
        return range(SearchIndex.COMMIT, 0, commit);
    }

    private static Query range(String field, long least, long most) {
        return NumericDocValuesField.newSlowRangeQuery(field, least, most);
    }

    private static Query term(String field, String text) {
        return new TermQuery(new Term(field, text));
    }
}
