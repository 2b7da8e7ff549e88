package vn.soto.query.search;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import vn.soto.ledger.Hash;

/**
 * Events as documents of the index. Nothing of them is stored: their places are numbers beside the documents. These grow with the
 * documents, so ranges skip what is outside without a tree.
 */
final class EventDocuments {

    static final String AT = "at";
    static final String DAY = "day";
    static final String WHO = "who";
    static final String WHAT = "what";
    static final String ABOUT = "about";
    static final String NAMED = "named";
    static final String CORRECTING = "correcting";
    static final String YES = "yes";

    /** The first digits of a chain hash as a number: as many as a positive one has. */
    private static final String CHAIN = "chain";

    private static final int DIGITS = 14;
    private static final int BITS = 4;

    /** Fewer digits would be a number, or the beginning of many hashes. */
    private static final Pattern BEGINNING = Pattern.compile("[0-9a-f]{8,64}");

    static final Sort NEWEST = new Sort(new SortField(AT, SortField.Type.LONG, true));
    static final Sort OLDEST = new Sort(new SortField(AT, SortField.Type.LONG));

    private EventDocuments() {}

    static Document of(IndexedEvent event) {
        Document document = new Document();
        document.add(NumericDocValuesField.indexedField(AT, event.position()));
        document.add(NumericDocValuesField.indexedField(SearchIndex.COMMIT, event.commit()));
        document.add(NumericDocValuesField.indexedField(DAY, event.day()));
        document.add(exact(WHO, event.who()));
        document.add(exact(WHAT, event.name()));
        document.add(exact(WHAT, event.vocabulary()));
        event.about().forEach(subject -> document.add(exact(ABOUT, subject)));
        event.named().forEach(subject -> document.add(exact(NAMED, subject)));
        if (event.correcting()) {
            document.add(exact(CORRECTING, YES));
        }
        Hash chain = event.chain();
        if (chain != null) {
            document.add(new LongPoint(CHAIN, number(chain.toString().substring(0, DIGITS))));
        }
        return document;
    }

    static Query at(long position) {
        return NumericDocValuesField.newSlowExactQuery(AT, position);
    }

    private static StringField exact(String field, String text) {
        return new StringField(field, text, Field.Store.NO);
    }

    private static long number(String digits) {
        return HexFormat.fromHexDigitsToLong(digits);
    }

    /** The commits whose chain hash may begin so; empty if the text is no beginning of a hash. */
    static Optional<Query> chain(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (!BEGINNING.matcher(typed).matches()) {
            return Optional.empty();
        }
        String known = typed.substring(0, Math.min(DIGITS, typed.length()));
        int open = BITS * (DIGITS - known.length());
        long least = number(known) << open;
        return Optional.of(LongPoint.newRangeQuery(CHAIN, least, least + (1L << open) - 1));
    }
}
