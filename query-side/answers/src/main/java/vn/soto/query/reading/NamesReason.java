package vn.soto.query.reading;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.query.problem.QueryProblemException;

/** Why somebody opens names that they otherwise see as pseudonyms; the names are stored and answered. */
public enum NamesReason {
    /** a complaint or a denunciation is looked into */
    COMPLAINT,
    /** an inspection or an audit under a decision */
    INSPECTION,
    /** the person is called or visited to ask whether an entry is true */
    CALL_BACK,
    /** the person asks about the own data */
    DATA_REQUEST,
    /** money that was paid, or is to be, is checked */
    STIPEND,
    /** two entries may be about one person */
    DUPLICATE,
    /** a list that members or offices work with, printed or in a spreadsheet */
    WORK_LIST,
    /** something that the words say */
    OTHER;

    /** Throws the problem of a word that is no reason. */
    public static NamesReason parse(String text) {
        return Stream.of(values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.reasonMissing(List.of(values())));
    }
}
