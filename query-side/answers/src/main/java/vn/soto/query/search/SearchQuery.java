package vn.soto.query.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.subject.IdKind;
import vn.soto.web.FoldedText;

/**
 * The searched text: a code, reference or id as a whole or its beginning, or words of a name, each whole or its
 * beginning. All clauses have constant scores, so the ranking is the one written here.
 */
record SearchQuery(String typed, Collection<IdKind> kinds, long asOf) {

    /** Ids of records begin alike, with the time they were made: fewer characters would name no one of them. */
    private static final int SHORTEST_ID = 3;

    private static final float WHOLE = 64;
    private static final float BEGINNING = 16;
    private static final float WORD = 2;
    private static final float ACCENTS = 1;

    Query lucene() {
        FoldedText folded = FoldedText.of(typed);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        any.add(scored(new TermQuery(new Term(SearchIndex.WHOLE, folded.whole())), WHOLE), Occur.SHOULD);
        any.add(scored(new TermQuery(new Term(SearchIndex.ID, folded.whole())), WHOLE), Occur.SHOULD);
        any.add(scored(new PrefixQuery(new Term(SearchIndex.WHOLE, folded.whole())), BEGINNING), Occur.SHOULD);
        any.add(scored(new TermQuery(new Term(SearchIndex.CODE, folded.code())), WHOLE), Occur.SHOULD);
        any.add(scored(new PrefixQuery(new Term(SearchIndex.CODE, folded.code())), BEGINNING), Occur.SHOULD);
        if (folded.whole().length() >= SHORTEST_ID) {
            any.add(scored(new PrefixQuery(new Term(SearchIndex.ID, folded.whole())), BEGINNING), Occur.SHOULD);
        }
        any.add(words(folded.words()), Occur.SHOULD);
        withoutKind(folded.words()).ifPresent(rest -> any.add(unit(rest), Occur.SHOULD));
        any.setMinimumNumberShouldMatch(1);

        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(any.build(), Occur.MUST);
        FoldedText.accents(typed)
                .forEach(each ->
                        query.add(scored(new TermQuery(new Term(SearchIndex.ACCENTED, each)), ACCENTS), Occur.SHOULD));
        query.add(NumericDocValuesField.newSlowRangeQuery(SearchIndex.COMMIT, 0, asOf), Occur.FILTER);
        query.add(anyOf(kinds), Occur.FILTER);
        return query.build();
    }

    /** All of the words, in any order. */
    private static Query words(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : words) {
            BooleanQuery.Builder one = new BooleanQuery.Builder();
            one.add(scored(new TermQuery(new Term(SearchIndex.WORD, word)), WORD), Occur.SHOULD);
            one.add(scored(new PrefixQuery(new Term(SearchIndex.WORD, word)), WORD), Occur.SHOULD);
            all.add(one.build(), Occur.MUST);
        }
        return all.build();
    }

    /** A unit by its name, after the word for its kind. */
    private static Query unit(List<String> name) {
        String whole = String.join(" ", name);
        BooleanQuery.Builder unit = new BooleanQuery.Builder();
        unit.add(words(name), Occur.MUST);
        unit.add(scored(new TermQuery(new Term(SearchIndex.WHOLE, whole)), WHOLE), Occur.SHOULD);
        unit.add(anyOf(List.of(IdKind.UNIT)), Occur.FILTER);
        return unit.build();
    }

    /** The words after those for a kind of unit, such as {@code xã} or {@code thị trấn}. */
    private static Optional<List<String>> withoutKind(List<String> words) {
        return Stream.of(UnitKind.values())
                .map(kind -> FoldedText.of(kind.vietnamese()).words())
                .filter(kind -> words.size() > kind.size()
                        && words.subList(0, kind.size()).equals(kind))
                .map(kind -> words.subList(kind.size(), words.size()))
                .findFirst();
    }

    private static Query anyOf(Collection<IdKind> kinds) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        kinds.forEach(kind -> any.add(new TermQuery(new Term(SearchIndex.KIND, kind.name())), Occur.SHOULD));
        return any.build();
    }

    private static Query scored(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
