package vn.soto.query.link;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * The names of people in an answer for the page that shows it. A name that the reader may see is opened for the reader
 * and recorded. Otherwise each person has a pseudonym, the same each time. An answer for others with the same rights
 * opens nothing.
 */
public interface PeopleNames {

    /** Members by id: all of them have a name or a pseudonym. */
    Map<String, String> members(Collection<String> ids, Locale language, long asOf);

    /** The persons to ask for at households, by the household's id, where the reader may see their names. */
    Map<String, String> households(Collection<String> ids, long asOf);

    /** Requests for support by id: what is asked for in each, in the words of who asked where the reader may see them. */
    Map<String, String> requests(Collection<String> ids, Locale language);

    /** The ids of the members to whom accounts belong, by the account's name; of other accounts nothing. */
    Map<String, String> holders(Collection<String> accounts, long asOf);
}
