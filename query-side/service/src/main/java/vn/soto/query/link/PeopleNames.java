package vn.soto.query.link;

import java.util.Collection;
import java.util.Map;

/**
 * What the people of an answer are called on the page that shows it: by their names, which are opened for the reader and recorded, where the
 * reader may see them; otherwise by pseudonyms, which are the same each time. An answer for others with the same rights opens nothing.
 */
public interface PeopleNames {

    /** Members by id: all of them have a name or a pseudonym. */
    Map<String, String> members(Collection<String> ids, QueryRequest asked, long asOf);

    /** The persons to ask for at households, by the household's id, where the reader may see their names. */
    Map<String, String> households(Collection<String> ids, long asOf);

    /** The members to whom accounts belong, by the account's name; of other accounts nothing. */
    Map<String, String> accounts(Collection<String> names, QueryRequest asked, long asOf);
}
